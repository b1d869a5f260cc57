-- Rows of imported files are lines of an offer and a title: they go where the assignment goes.

ALTER TABLE import_rows
  -- The title that the row is about.
  ADD COLUMN content_id uuid,
  -- The territories of a full extract of which the file says everything: there its rows take the place of earlier files'.
  ADD COLUMN complete text[] NOT NULL DEFAULT '{}';
CREATE INDEX import_rows_content ON import_rows (content_id) WHERE content_id IS NOT NULL;

CREATE TABLE offer_rows (
  content_id      uuid NOT NULL REFERENCES content (id) ON DELETE CASCADE,
  license_id      uuid NOT NULL REFERENCES licenses (id) ON DELETE CASCADE,
  offer_starts_on date NOT NULL,
  -- The title no longer has the offer: these are its rows again when it gets the offer back.
  dormant         boolean NOT NULL DEFAULT false,
  import_id       uuid NOT NULL,
  number          integer NOT NULL,
  PRIMARY KEY (content_id, license_id, offer_starts_on, dormant, import_id, number),
  FOREIGN KEY (import_id, number) REFERENCES import_rows (import_id, number) ON DELETE CASCADE
);
CREATE INDEX offer_rows_offer ON offer_rows (license_id, offer_starts_on);
CREATE INDEX offer_rows_row ON offer_rows (import_id, number);

-- An offer that begins on another day takes its rows along.
CREATE FUNCTION move_offer_rows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE offer_rows SET offer_starts_on = NEW.starts_on
    WHERE license_id = OLD.license_id AND offer_starts_on = OLD.starts_on AND NOT dormant;
  RETURN NULL;
END $$;
CREATE TRIGGER offers_move_rows AFTER UPDATE OF starts_on ON offers
  FOR EACH ROW WHEN (OLD.starts_on <> NEW.starts_on) EXECUTE FUNCTION move_offer_rows();

-- Rows of assignments that changed wake or fall asleep. One that is in the wanted state twice stays once.
CREATE FUNCTION turn_offer_rows() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  ends boolean := TG_OP = 'DELETE';
BEGIN
  DELETE FROM offer_rows twin USING changed a, offer_rows k
    WHERE (k.content_id, k.license_id, k.offer_starts_on) = (a.content_id, a.license_id, a.offer_starts_on)
      AND k.dormant <> ends AND twin.dormant = ends
      AND (twin.content_id, twin.license_id, twin.offer_starts_on, twin.import_id, twin.number)
        = (k.content_id, k.license_id, k.offer_starts_on, k.import_id, k.number);
  UPDATE offer_rows k SET dormant = ends FROM changed a
    WHERE (k.content_id, k.license_id, k.offer_starts_on) = (a.content_id, a.license_id, a.offer_starts_on)
      AND k.dormant <> ends;
  RETURN NULL;
END $$;
CREATE TRIGGER assignments_wake_rows AFTER INSERT ON assignments
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION turn_offer_rows();
CREATE TRIGGER assignments_rest_rows AFTER DELETE ON assignments
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION turn_offer_rows();

-- Until now the rows of an offer were those of its title and rights type that begin with it.
UPDATE import_rows r SET content_id = k.content_id
  FROM content_identifiers k WHERE r.outcome = 'accepted' AND k.scheme = 'alid' AND k.value = r.alid;
UPDATE import_rows SET complete = territories
  WHERE content_id IS NOT NULL AND cells ->> 'Disposition/EntryType' = 'Full Extract'
    AND NOT coalesce(cells ->> 'AvailTrans/PriceType' LIKE 'TPR-%', false);
INSERT INTO offer_rows (content_id, license_id, offer_starts_on, import_id, number)
  SELECT a.content_id, a.license_id, a.offer_starts_on, r.import_id, r.number
  FROM assignments a
  JOIN licenses l ON l.id = a.license_id
  JOIN import_rows r ON r.content_id = a.content_id AND r.rights_type = l.rights_type
    AND r.starts_on = a.offer_starts_on AND r.outcome = 'accepted'
    AND r.cells ->> 'Disposition/EntryType' NOT IN ('Full Delete', 'Delete')
  JOIN imports i ON i.id = r.import_id AND i.state = 'committed';
