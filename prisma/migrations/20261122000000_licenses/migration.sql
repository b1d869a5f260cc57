-- Contracts, licenses, their offers, and the history of both.
--
-- The domain checks every rule first and says in words what is wrong. What stands here makes a violation impossible
-- whatever the interleaving, whoever writes: the rule ids are those of the domain.

CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TABLE contracts (
  id          uuid PRIMARY KEY,
  studio      text NOT NULL CHECK (studio <> ''),
  reference   text NOT NULL CHECK (reference <> ''),
  signed_on   date NOT NULL,
  notes       text NOT NULL,
  version     integer NOT NULL CHECK (version >= 1),
  search_text text GENERATED ALWAYS AS (lower(studio || ' ' || reference)) STORED,
  CONSTRAINT contracts_reference_key UNIQUE (studio, reference),
  -- Licenses carry these two for searching and sorting; this key lets them follow a correction.
  CONSTRAINT contracts_identity_key UNIQUE (id, studio, reference)
);
CREATE INDEX contracts_search ON contracts USING gin (search_text gin_trgm_ops);

CREATE TABLE licenses (
  id                 uuid PRIMARY KEY,
  contract_id        uuid NOT NULL,
  studio             text NOT NULL,
  contract_reference text NOT NULL,
  name               text NOT NULL CHECK (name <> ''),
  notes              text NOT NULL,
  rights_type        text NOT NULL,
  -- ISO 3166-1 numeric codes.
  territories        integer[] NOT NULL CHECK (cardinality(territories) > 0),
  devices            integer[] NOT NULL CHECK (cardinality(devices) > 0),
  starts_on          date NOT NULL,
  -- The first day after the window; NULL is open.
  ends_on            date CHECK (ends_on > starts_on),
  period             daterange GENERATED ALWAYS AS (daterange(starts_on, ends_on)) STORED,
  version            integer NOT NULL CHECK (version >= 1),
  search_text        text GENERATED ALWAYS AS (lower(name || ' ' || contract_reference || ' ' || studio)) STORED,
  CONSTRAINT licenses_contract_identity FOREIGN KEY (contract_id, studio, contract_reference)
    REFERENCES contracts (id, studio, reference) ON UPDATE CASCADE,
  CONSTRAINT licenses_window_key UNIQUE (id, period WITHOUT OVERLAPS)
)
-- Room on each page for the next version of its rows: a change that moves no indexed column touches no index.
WITH (fillfactor = 70);
CREATE INDEX licenses_contract ON licenses (contract_id);
CREATE INDEX licenses_search ON licenses USING gin (search_text gin_trgm_ops);
CREATE INDEX licenses_territories ON licenses USING gin (territories);
CREATE INDEX licenses_by_name ON licenses ((lower(name)) COLLATE "C", id);
CREATE INDEX licenses_by_studio ON licenses ((lower(studio)) COLLATE "C", (lower(name)) COLLATE "C", id);
CREATE INDEX licenses_by_start ON licenses (starts_on, id);
CREATE INDEX licenses_by_end ON licenses ((coalesce(ends_on, 'infinity'::date)), id);

CREATE TABLE offers (
  license_id  uuid NOT NULL,
  starts_on   date NOT NULL,
  ends_on     date CHECK (ends_on > starts_on),
  period      daterange GENERATED ALWAYS AS (daterange(starts_on, ends_on)) STORED,
  name        text NOT NULL CHECK (name <> ''),
  price_minor integer NOT NULL CHECK (price_minor >= 0),
  currency    text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  devices     integer[] NOT NULL CHECK (cardinality(devices) > 0),
  -- Offers never overlap, so an offer's first day is its natural key within a license.
  PRIMARY KEY (license_id, starts_on),
  -- L3
  CONSTRAINT offers_never_overlap UNIQUE (license_id, period WITHOUT OVERLAPS),
  -- L2, and L6 for the window
  CONSTRAINT offers_inside_license FOREIGN KEY (license_id, PERIOD period)
    REFERENCES licenses (id, PERIOD period)
);

-- One row for every accepted command: what a repeated key is answered with.
CREATE TABLE commands (
  key    uuid PRIMARY KEY,
  actor  text NOT NULL,
  -- SHA-256 over the payload: a key cannot be used for anything else.
  digest text NOT NULL,
  result jsonb NOT NULL,
  at     timestamptz NOT NULL
);

-- One row for every accepted change (L7).
CREATE TABLE history (
  sequence     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  aggregate    text NOT NULL CHECK (aggregate IN ('contract', 'license')),
  aggregate_id uuid NOT NULL,
  version      integer NOT NULL CHECK (version >= 1),
  at           timestamptz NOT NULL,
  actor        text NOT NULL,
  command_key  uuid NOT NULL REFERENCES commands (key),
  change       jsonb NOT NULL,
  CONSTRAINT history_one_change_per_version UNIQUE (aggregate_id, version)
);

CREATE FUNCTION refuse_rewriting_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'history is append-only' USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER history_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON history
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting_history();

-- L7: versions begin at one and rise by one. A license that follows a correction of its contract is not changed by it.
CREATE FUNCTION require_next_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' AND NEW.version <> 1 OR TG_OP = 'UPDATE' AND NEW.version <> OLD.version + 1 THEN
    RAISE EXCEPTION 'a change of % % must raise its version by one', TG_TABLE_NAME, NEW.id
      USING ERRCODE = 'check_violation', CONSTRAINT = TG_TABLE_NAME || '_next_version';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER contracts_next_version BEFORE INSERT OR UPDATE ON contracts
  FOR EACH ROW EXECUTE FUNCTION require_next_version();
CREATE TRIGGER licenses_first_version BEFORE INSERT ON licenses
  FOR EACH ROW EXECUTE FUNCTION require_next_version();
CREATE TRIGGER licenses_next_version BEFORE UPDATE ON licenses
  FOR EACH ROW
  WHEN ((OLD.name, OLD.notes, OLD.rights_type, OLD.territories, OLD.devices, OLD.starts_on, OLD.ends_on, OLD.version)
        IS DISTINCT FROM
        (NEW.name, NEW.notes, NEW.rights_type, NEW.territories, NEW.devices, NEW.starts_on, NEW.ends_on, NEW.version))
  EXECUTE FUNCTION require_next_version();

-- L7: at the commit, every version has its line of history.
CREATE FUNCTION require_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM history WHERE aggregate_id = NEW.id AND version = NEW.version) THEN
    RAISE EXCEPTION 'version % of % % has no line of history', NEW.version, TG_TABLE_NAME, NEW.id
      USING ERRCODE = 'check_violation', CONSTRAINT = TG_TABLE_NAME || '_has_history';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER contracts_has_history AFTER INSERT OR UPDATE ON contracts
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_history();
CREATE CONSTRAINT TRIGGER licenses_has_history AFTER INSERT OR UPDATE ON licenses
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_history();

-- At the commit, an offer that came, went or changed belongs to a license that was changed in the same transaction, and
-- goes to devices which that license covers (L4).
CREATE FUNCTION require_license_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed_license uuid := coalesce(NEW.license_id, OLD.license_id);
  licensed_devices integer[];
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.license_id <> OLD.license_id THEN
    RAISE EXCEPTION 'an offer of license % cannot move to another', OLD.license_id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'offers_change_with_license';
  END IF;
  SELECT devices INTO licensed_devices FROM licenses
    WHERE id = changed_license AND xmin = pg_current_xact_id()::xid;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'offers of license % changed without it', changed_license
      USING ERRCODE = 'check_violation', CONSTRAINT = 'offers_change_with_license';
  END IF;
  IF TG_OP <> 'DELETE' AND NOT NEW.devices <@ licensed_devices THEN
    RAISE EXCEPTION 'an offer of license % goes to devices it does not cover', changed_license
      USING ERRCODE = 'check_violation', CONSTRAINT = 'offers_devices_licensed';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER offers_change_with_license AFTER INSERT OR UPDATE OR DELETE ON offers
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_license_change();

-- L6 for devices: a license does not drop a device that one of its offers goes to.
CREATE FUNCTION require_offers_devices() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM offers WHERE license_id = NEW.id AND NOT devices <@ NEW.devices) THEN
    RAISE EXCEPTION 'license % would not cover the devices of its offers', NEW.id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'licenses_cover_devices';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER licenses_cover_devices AFTER UPDATE OF devices ON licenses
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.devices IS DISTINCT FROM NEW.devices)
  EXECUTE FUNCTION require_offers_devices();
