-- What triggers ask is about few titles or one license, so it is looked up row by row through indexes, also while a table
-- grows for which PostgreSQL has no statistics yet. Without these settings a session planned the statements on almost empty
-- tables and then read the tables from end to end for title after title. Each function says which settings its statements
-- need, because it passes them on to what it calls.

-- As before.
ALTER FUNCTION coverage_by_place(uuid[])
  SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET plan_cache_mode = force_generic_plan;

-- As before, and: only the rows of these titles are read. What is compared are two sets, so that it is hashed.
CREATE OR REPLACE FUNCTION refresh_coverage_by_place(titles uuid[]) RETURNS void LANGUAGE plpgsql
  SET enable_seqscan = off SET enable_hashjoin = on SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  WITH fresh AS MATERIALIZED (SELECT * FROM coverage_by_place(titles)),
  gone AS (
    DELETE FROM content_coverage c WHERE c.content_id = ANY (titles) AND NOT EXISTS (
      SELECT FROM fresh f
      WHERE (f.content_id, f.rights_type, f.territories[1]) = (c.content_id, c.rights_type, c.first_territory)))
  INSERT INTO content_coverage AS c (content_id, rights_type, territories, days)
  SELECT f.content_id, f.rights_type, f.territories, f.days FROM fresh f
  WHERE NOT EXISTS (
    SELECT FROM content_coverage k WHERE k.content_id = ANY (titles)
      AND k.content_id = f.content_id AND k.rights_type = f.rights_type
      AND k.first_territory = f.territories[1] AND k.territories = f.territories AND k.days = f.days)
  ON CONFLICT (content_id, rights_type, first_territory)
    DO UPDATE SET territories = EXCLUDED.territories, days = EXCLUDED.days;
END $$;

ALTER FUNCTION refresh_coverage(uuid[])
  SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off;
ALTER FUNCTION hold_titles(uuid, date)
  SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off;
ALTER FUNCTION turn_offer_rows()
  SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off;

-- C2 as before; planned once, and not anew for each title.
CREATE OR REPLACE FUNCTION refuse_clash(titles uuid[], changed_license uuid, changed_start date) RETURNS void LANGUAGE plpgsql
  SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  clash record;
BEGIN
  WITH pairs AS MATERIALIZED (
    SELECT DISTINCT mine.offer_starts_on AS my_start, other.license_id, other.offer_starts_on
    FROM unnest(titles) AS title (id)
    JOIN assignments mine ON mine.content_id = title.id AND mine.license_id = changed_license
      AND mine.offer_starts_on BETWEEN coalesce(changed_start, '-infinity') AND coalesce(changed_start, 'infinity')
    JOIN assignments other ON other.content_id = title.id AND other.license_id <> changed_license)
  SELECT pairs.* INTO clash
  FROM pairs
  JOIN licenses l ON l.id = changed_license
  JOIN offers o ON o.license_id = l.id AND o.starts_on = pairs.my_start
  JOIN licenses k ON k.id = pairs.license_id
  JOIN offers p ON p.license_id = k.id AND p.starts_on = pairs.offer_starts_on
  WHERE l.rights_type = k.rights_type AND o.period && p.period AND o.devices && p.devices
    AND formats_meet(coalesce(o.formats, l.formats), coalesce(p.formats, k.formats))
    AND l.territories && k.territories AND languages_meet(l.languages, l.held_back, k.languages, k.held_back)
  LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'an offer of license % clashes with one of license % for a title they share: constraint "content_offers_never_clash"',
        changed_license, clash.license_id
      USING ERRCODE = 'exclusion_violation', CONSTRAINT = 'content_offers_never_clash';
  END IF;
END $$;

-- As before; without a step in between.
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
  PERFORM refresh_coverage(ARRAY[changed_title]);
  RETURN NULL;
END $$;
