-- Takedowns of titles. A takedown is part of its title: offers and assignments stay, and the days that it covers do not
-- count as on offer.

CREATE TABLE takedowns (
  content_id   uuid NOT NULL REFERENCES content (id) ON DELETE CASCADE,
  -- The version that the takedown gave its title.
  number       integer NOT NULL CHECK (number > 1),
  starts_on    date NOT NULL,
  -- The day from which the title is back; NULL while the takedown stands.
  ends_on      date CHECK (ends_on > starts_on),
  -- NULL is everywhere, and every rights type.
  territories  integer[] CHECK (cardinality(territories) > 0),
  rights_types text[] CHECK (cardinality(rights_types) > 0),
  reason       text NOT NULL CHECK (reason <> ''),
  PRIMARY KEY (content_id, number)
);

-- The days on which a title is taken down in a territory as a rights type.
CREATE FUNCTION days_taken_down(title uuid, asked_type text, territory integer) RETURNS datemultirange
LANGUAGE sql STABLE AS $$
  SELECT coalesce(range_agg(daterange(t.starts_on, t.ends_on)), '{}') FROM takedowns t
  WHERE t.content_id = title AND (t.rights_types IS NULL OR asked_type = ANY (t.rights_types))
    AND (t.territories IS NULL OR territory = ANY (t.territories))
$$;

-- Whether a title is taken down on a day in every territory of a license.
CREATE FUNCTION is_taken_down(title uuid, license uuid, day date) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM takedowns t WHERE t.content_id = title) AND NOT EXISTS (
    SELECT FROM licenses l CROSS JOIN LATERAL unnest(l.territories) AS u (territory)
    WHERE l.id = license AND NOT days_taken_down(title, l.rights_type, u.territory) @> day)
$$;

-- As before, and: titles with takedowns are looked at territory by territory.
CREATE OR REPLACE FUNCTION coverage_by_place(titles uuid[])
RETURNS TABLE (content_id uuid, rights_type text, territories integer[], days datemultirange)
LANGUAGE sql STABLE AS $$
  WITH licensed AS (
    SELECT a.content_id, a.license_id, range_agg(o.period) AS days
    FROM assignments a JOIN offers o ON o.license_id = a.license_id AND o.starts_on = a.offer_starts_on
    WHERE a.content_id = ANY (titles) GROUP BY a.content_id, a.license_id),
  reached AS (
    SELECT g.content_id, l.rights_type, l.territories, range_agg(g.days) AS days,
      count(*) OVER (PARTITION BY g.content_id, l.rights_type) AS reaches,
      EXISTS (SELECT FROM takedowns t WHERE t.content_id = g.content_id) AS has_takedowns
    FROM licensed g JOIN licenses l ON l.id = g.license_id
    GROUP BY g.content_id, l.rights_type, l.territories)
  SELECT r.content_id, r.rights_type, r.territories, r.days FROM reached r
  WHERE r.reaches = 1 AND NOT r.has_takedowns
  UNION ALL
  SELECT each.content_id, each.rights_type, array_agg(each.territory ORDER BY each.territory), each.days
  FROM (
    SELECT r.content_id, r.rights_type, t.territory,
      range_agg(r.days) - CASE WHEN bool_or(r.has_takedowns)
        THEN days_taken_down(r.content_id, r.rights_type, t.territory) ELSE '{}' END AS days
    FROM reached r CROSS JOIN LATERAL unnest(r.territories) AS t (territory)
    WHERE r.reaches > 1 OR r.has_takedowns GROUP BY r.content_id, r.rights_type, t.territory) each
  WHERE each.days <> '{}'
  GROUP BY each.content_id, each.rights_type, each.days
$$;

-- The days on which a title is on offer anywhere are those of all its places.
CREATE OR REPLACE FUNCTION refresh_coverage(titles uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_coverage_by_place(titles);
  UPDATE content c SET coverage = fresh.coverage
  FROM (SELECT t.id, coalesce(range_agg(p.days), '{}') AS coverage
        FROM unnest(titles) AS t (id) LEFT JOIN content_coverage p ON p.content_id = t.id GROUP BY t.id) fresh
  WHERE c.id = fresh.id AND c.coverage <> fresh.coverage;
END $$;

CREATE OR REPLACE FUNCTION refresh_coverage_of(title uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_coverage(ARRAY[title]);
END $$;

-- As before, and: a takedown of one rights type does not cover another.
CREATE OR REPLACE FUNCTION require_no_clash_of_license() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  held uuid[] := hold_titles(NEW.id, NULL);
BEGIN
  IF held IS NOT NULL THEN
    PERFORM refuse_clash(held, NEW.id, NULL);
    PERFORM refresh_coverage(held);
  END IF;
  RETURN NULL;
END $$;

-- A title is taken down and brought back by a change of its own.
CREATE FUNCTION require_takedown_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed_title uuid := coalesce(NEW.content_id, OLD.content_id);
BEGIN
  IF NOT EXISTS (SELECT FROM content WHERE id = changed_title) THEN
    RETURN NULL;
  END IF;
  IF TG_OP = 'UPDATE' AND NEW.content_id <> OLD.content_id THEN
    RAISE EXCEPTION 'a takedown of title % cannot move to another', OLD.content_id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'takedowns_change_with_content';
  END IF;
  IF NOT EXISTS (SELECT FROM content WHERE id = changed_title AND xmin = pg_current_xact_id()::xid) THEN
    RAISE EXCEPTION 'takedowns of title % changed without it', changed_title
      USING ERRCODE = 'check_violation', CONSTRAINT = 'takedowns_change_with_content';
  END IF;
  PERFORM refresh_coverage_of(changed_title);
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER takedowns_change_with_content AFTER INSERT OR UPDATE OR DELETE ON takedowns
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_takedown_change();
