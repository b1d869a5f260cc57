-- Divides the table of history into 16 partitions by what a line is about. For databases whose history has grown to
-- hundreds of gigabytes: each partition is vacuumed, indexed and, if wanted, kept in a tablespace by itself. By time it
-- cannot be divided, because no two lines may tell of the same version, and that is only unique within a partition.
--
-- Run it once as the owner of the tables, while no process of the product is connected and after a backup:
--   psql --single-transaction --set ON_ERROR_STOP=1 --file deploy/partition-history.sql "$CRMS_OWNER_DATABASE_URL"
-- It takes about as long as a restore of the table. What roles may do with history is kept.

SET LOCAL lock_timeout = '5s';
LOCK TABLE history IN ACCESS EXCLUSIVE MODE;

CREATE TEMPORARY TABLE history_grants ON COMMIT DROP AS
  SELECT grantee::regrole::text AS grantee, privilege_type, is_grantable
  FROM pg_class, aclexplode(relacl)
  WHERE oid = 'history'::regclass AND grantee <> relowner AND grantee <> 0;

ALTER TABLE history RENAME TO history_undivided;
ALTER TABLE history_undivided RENAME CONSTRAINT history_pkey TO history_undivided_pkey;
ALTER TABLE history_undivided RENAME CONSTRAINT history_one_change_per_version TO history_undivided_version;
ALTER INDEX history_by_transaction RENAME TO history_undivided_by_transaction;
ALTER INDEX history_import RENAME TO history_undivided_import;
ALTER INDEX history_turning_points RENAME TO history_undivided_turning_points;

CREATE TABLE history (LIKE history_undivided INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING IDENTITY)
  PARTITION BY HASH (aggregate_id);
DO $$
BEGIN
  FOR part IN 0..15 LOOP
    EXECUTE format(
      'CREATE TABLE history_%s PARTITION OF history FOR VALUES WITH (MODULUS 16, REMAINDER %s)', part, part);
  END LOOP;
END $$;

-- As they are: with their places, transactions and hashes.
INSERT INTO history OVERRIDING SYSTEM VALUE SELECT * FROM history_undivided ORDER BY sequence;
SELECT setval(pg_get_serial_sequence('history', 'sequence'), coalesce(max(sequence), 0) + 1, false) FROM history;
-- The hash of a line takes the line as a whole, so its function is one of the table's type.
DO $$
DECLARE
  definition text := pg_get_functiondef('history_hash(bytea, history_undivided)'::regprocedure);
BEGIN
  DROP FUNCTION history_hash(bytea, history_undivided);
  EXECUTE replace(definition, 'history_undivided', 'history');
END $$;
DROP TABLE history_undivided;

ALTER TABLE history ADD CONSTRAINT history_pkey PRIMARY KEY (sequence, aggregate_id);
ALTER TABLE history ADD CONSTRAINT history_one_change_per_version UNIQUE (aggregate_id, version);
CREATE INDEX history_by_transaction ON history (transaction, sequence);
CREATE INDEX history_import ON history (import_id, sequence) WHERE import_id IS NOT NULL;
CREATE INDEX history_turning_points ON history (aggregate_id, (change ->> 'kind'), version)
  WHERE change ->> 'kind' IN ('content-corrected', 'title-closed', 'title-reopened', 'contract-corrected', 'contract-closed', 'contract-reopened');
ALTER TABLE history ADD CONSTRAINT history_command_key_fkey FOREIGN KEY (command_key) REFERENCES commands (key);
ALTER TABLE history ADD CONSTRAINT history_import_id_fkey FOREIGN KEY (import_id) REFERENCES imports (id);

CREATE TRIGGER history_chained BEFORE INSERT ON history FOR EACH ROW EXECUTE FUNCTION chain_history();
ALTER TABLE history ENABLE ALWAYS TRIGGER history_chained;
CREATE TRIGGER history_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON history
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting_history();
DO $$
DECLARE
  part regclass;
  given record;
BEGIN
  FOR part IN SELECT inhrelid FROM pg_inherits WHERE inhparent = 'history'::regclass LOOP
    EXECUTE format(
      'CREATE TRIGGER history_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON %s
       FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting_history()', part);
  END LOOP;
  FOR given IN SELECT * FROM history_grants LOOP
    EXECUTE format('GRANT %s ON history TO %s%s', given.privilege_type, given.grantee,
      CASE WHEN given.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END);
  END LOOP;
END $$;
ANALYZE history;
