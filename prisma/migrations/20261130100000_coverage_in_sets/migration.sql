-- Where titles get or lose offers, their days on offer are counted by one statement for all titles of the statement that
-- changed them. Counted title after title at the commit, they took most of the time of an end of rights over thousands of
-- titles.

CREATE FUNCTION refresh_changed_coverage() RETURNS trigger LANGUAGE plpgsql
  SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
DECLARE
  titles uuid[] := ARRAY(SELECT DISTINCT content_id FROM changed);
BEGIN
  IF titles = '{}' THEN
    RETURN NULL;
  END IF;
  IF TG_OP = 'INSERT' THEN
    -- Whoever changes the offers of these licenses afterwards counts the days again.
    PERFORM FROM licenses l WHERE l.id IN (SELECT license_id FROM changed) ORDER BY l.id FOR SHARE OF l;
  END IF;
  PERFORM refresh_coverage(titles);
  RETURN NULL;
END $$;

CREATE TRIGGER assignments_count_days AFTER INSERT ON assignments
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION refresh_changed_coverage();
CREATE TRIGGER assignments_discount_days AFTER DELETE ON assignments
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION refresh_changed_coverage();

-- An offer can come after the titles that get it, in one transaction.
CREATE FUNCTION refresh_coverage_by_offers() RETURNS trigger LANGUAGE plpgsql
  SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
DECLARE
  titles uuid[] := ARRAY(
    SELECT DISTINCT a.content_id FROM changed o
    JOIN assignments a ON a.license_id = o.license_id AND a.offer_starts_on = o.starts_on);
BEGIN
  IF titles <> '{}' THEN
    PERFORM refresh_coverage(titles);
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER offers_count_days AFTER INSERT ON offers
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION refresh_coverage_by_offers();

-- As before, without counting days.
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
    -- Most titles are registered with offers of one license, which never clash.
    IF EXISTS (SELECT FROM assignments WHERE content_id = changed_title AND license_id <> NEW.license_id) THEN
      PERFORM refuse_clash(ARRAY[changed_title], NEW.license_id, NEW.offer_starts_on);
    END IF;
  END IF;
  RETURN NULL;
END $$;
