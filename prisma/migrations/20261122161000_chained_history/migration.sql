-- Who made each change, and what shows that nobody has touched it since.

ALTER TABLE commands ADD COLUMN actor_id uuid;
ALTER TABLE history ADD COLUMN actor_id uuid;
-- The transaction that wrote the line: what was committed since a snapshot is known by it, in whatever order it was written.
ALTER TABLE history ADD COLUMN transaction xid8 NOT NULL DEFAULT pg_current_xact_id();
CREATE INDEX history_by_transaction ON history (transaction, sequence);
ALTER TABLE history ADD COLUMN hash bytea;

-- SHA-256 over the hash of the version before and all that the line says.
CREATE FUNCTION history_hash(before bytea, line history) RETURNS bytea LANGUAGE sql STABLE AS $$
  SELECT sha256(coalesce(before, '') || convert_to(jsonb_build_array(
    line.sequence, line.aggregate, line.aggregate_id, line.version, extract(epoch FROM line.at)::text, line.actor,
    line.actor_id, line.command_key, line.import_id, line.change)::text, 'UTF8'))
$$;

CREATE FUNCTION chain_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.hash := history_hash(
    (SELECT hash FROM history WHERE aggregate_id = NEW.aggregate_id AND version = NEW.version - 1), NEW);
  RETURN NEW;
END $$;

-- What there is already, in the order of its versions.
ALTER TABLE history DISABLE TRIGGER history_append_only;
DO $$
DECLARE
  line history;
BEGIN
  FOR line IN SELECT * FROM history ORDER BY aggregate_id, version LOOP
    UPDATE history SET hash = history_hash(
        (SELECT hash FROM history WHERE aggregate_id = line.aggregate_id AND version = line.version - 1), line)
      WHERE sequence = line.sequence;
  END LOOP;
END $$;
ALTER TABLE history ENABLE TRIGGER history_append_only;

ALTER TABLE history ALTER COLUMN hash SET NOT NULL;
CREATE TRIGGER history_chained BEFORE INSERT ON history FOR EACH ROW EXECUTE FUNCTION chain_history();
