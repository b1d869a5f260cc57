-- Licenses that ended or are void, and titles that left the catalog or are void: why, as {"kind", "reason"}; NULL while
-- they are in use.

ALTER TABLE licenses ADD COLUMN closing jsonb,
  -- What is missing makes a condition unknown, which a constraint would let pass.
  ADD CONSTRAINT licenses_closing CHECK (closing IS NULL
    OR coalesce(closing ->> 'kind' IN ('ended', 'void') AND closing ->> 'reason' <> '', false)),
  -- L8: an ended license has a last day.
  ADD CONSTRAINT licenses_ended_after_a_day CHECK (closing ->> 'kind' <> 'ended' OR ends_on IS NOT NULL);
ALTER TABLE content ADD COLUMN closing jsonb,
  ADD CONSTRAINT content_closing CHECK (closing IS NULL
    OR coalesce(closing ->> 'kind' IN ('retired', 'void') AND closing ->> 'reason' <> '', false));

CREATE INDEX licenses_closed ON licenses (id) WHERE closing IS NOT NULL;
CREATE INDEX content_closed ON content (id) WHERE closing IS NOT NULL;

-- As before, and: a closing is a change of its own.
DROP TRIGGER licenses_next_version ON licenses;
CREATE TRIGGER licenses_next_version BEFORE UPDATE ON licenses
  FOR EACH ROW
  WHEN ((OLD.name, OLD.notes, OLD.rights_type, OLD.territories, OLD.devices, OLD.starts_on, OLD.ends_on, OLD.closing, OLD.version)
        IS DISTINCT FROM
        (NEW.name, NEW.notes, NEW.rights_type, NEW.territories, NEW.devices, NEW.starts_on, NEW.ends_on, NEW.closing, NEW.version))
  EXECUTE FUNCTION require_next_version();
DROP TRIGGER content_next_version ON content;
CREATE TRIGGER content_next_version BEFORE UPDATE ON content
  FOR EACH ROW
  WHEN ((OLD.title, OLD.studio, OLD.release_year, OLD.parent_id, OLD.position, OLD.identifiers, OLD.notes, OLD.closing, OLD.version)
        IS DISTINCT FROM
        (NEW.title, NEW.studio, NEW.release_year, NEW.parent_id, NEW.position, NEW.identifiers, NEW.notes, NEW.closing, NEW.version))
  EXECUTE FUNCTION require_next_version();

-- L8: a void license has no offers: where it becomes void, and as before and beside that where an offer comes or changes.
CREATE FUNCTION require_void_without_offers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM offers WHERE license_id = NEW.id)
    AND EXISTS (SELECT FROM licenses WHERE id = NEW.id AND closing ->> 'kind' = 'void') THEN
    RAISE EXCEPTION 'void license % would have offers', NEW.id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'licenses_void_without_offers';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER licenses_void_without_offers AFTER UPDATE OF closing ON licenses
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.closing IS NOT NULL)
  EXECUTE FUNCTION require_void_without_offers();

CREATE OR REPLACE FUNCTION require_license_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed_license uuid := coalesce(NEW.license_id, OLD.license_id);
  licensed_devices integer[];
  is_void boolean;
BEGIN
  IF NOT EXISTS (SELECT FROM licenses WHERE id = changed_license) THEN
    RETURN NULL;
  END IF;
  IF TG_OP = 'UPDATE' AND NEW.license_id <> OLD.license_id THEN
    RAISE EXCEPTION 'an offer of license % cannot move to another', OLD.license_id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'offers_change_with_license';
  END IF;
  SELECT devices, coalesce(closing ->> 'kind' = 'void', false) INTO licensed_devices, is_void FROM licenses
    WHERE id = changed_license AND xmin = pg_current_xact_id()::xid;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'offers of license % changed without it', changed_license
      USING ERRCODE = 'check_violation', CONSTRAINT = 'offers_change_with_license';
  END IF;
  IF TG_OP <> 'DELETE' AND is_void THEN
    RAISE EXCEPTION 'void license % would have offers', changed_license
      USING ERRCODE = 'check_violation', CONSTRAINT = 'licenses_void_without_offers';
  END IF;
  IF TG_OP <> 'DELETE' AND NOT NEW.devices <@ licensed_devices THEN
    RAISE EXCEPTION 'an offer of license % goes to devices it does not cover', changed_license
      USING ERRCODE = 'check_violation', CONSTRAINT = 'offers_devices_licensed';
  END IF;
  RETURN NULL;
END $$;

-- C1: a title has offers exactly while it is in the catalog.
CREATE FUNCTION require_offers_while_in_catalog(of_title uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  is_closed boolean;
  has_offers boolean := EXISTS (SELECT FROM assignments WHERE content_id = of_title);
BEGIN
  SELECT closing IS NOT NULL INTO is_closed FROM content WHERE id = of_title;
  IF is_closed AND has_offers THEN
    RAISE EXCEPTION 'title % is not in the catalog, and would have offers', of_title
      USING ERRCODE = 'check_violation', CONSTRAINT = 'content_closed_without_offers';
  END IF;
  IF NOT is_closed AND NOT has_offers THEN
    RAISE EXCEPTION 'title % would have no offer', of_title
      USING ERRCODE = 'check_violation', CONSTRAINT = 'content_has_an_offer';
  END IF;
END $$;

CREATE OR REPLACE FUNCTION require_an_offer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM require_offers_while_in_catalog(NEW.id);
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER content_closed_without_offers AFTER UPDATE OF closing ON content
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.closing IS DISTINCT FROM NEW.closing)
  EXECUTE FUNCTION require_an_offer();

CREATE OR REPLACE FUNCTION require_title_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed_title uuid := coalesce(NEW.content_id, OLD.content_id);
BEGIN
  IF NOT EXISTS (SELECT FROM content WHERE id = changed_title) THEN
    RETURN NULL;
  END IF;
  IF NOT EXISTS (SELECT FROM content WHERE id = changed_title AND xmin = pg_current_xact_id()::xid) THEN
    RAISE EXCEPTION 'assignments of title % changed without it', changed_title
      USING ERRCODE = 'check_violation', CONSTRAINT = 'assignments_change_with_content';
  END IF;
  PERFORM require_offers_while_in_catalog(changed_title);
  IF TG_OP = 'INSERT' THEN
    PERFORM FROM licenses WHERE id = NEW.license_id FOR SHARE;
    PERFORM refuse_clash(ARRAY[changed_title], NEW.license_id, NEW.offer_starts_on);
  END IF;
  PERFORM refresh_coverage_of(changed_title);
  RETURN NULL;
END $$;

-- Called for title after title where a license ends or withdraws an offer: planning its statements anew for each of them
-- takes three times as long as running them. What it calls runs under the same setting.
ALTER FUNCTION refresh_coverage(uuid[]) SET plan_cache_mode = force_generic_plan;
