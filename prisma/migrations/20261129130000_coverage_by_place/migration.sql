-- Where and for what a title is on offer: a title that ends in one country goes dark there, whatever it does elsewhere.

-- Of each title and rights type, the territories that share the same days. Derived by triggers, as `content.coverage` is,
-- which stays the days on which the title is on offer anywhere.
CREATE TABLE content_coverage (
  content_id      uuid NOT NULL REFERENCES content (id) ON DELETE CASCADE,
  rights_type     text NOT NULL,
  territories     integer[] NOT NULL CHECK (cardinality(territories) > 0),
  days            datemultirange NOT NULL CHECK (days <> '{}'),
  -- No territory stands in two rows of a title and rights type, so one of them names the row.
  first_territory integer GENERATED ALWAYS AS (territories[1]) STORED,
  -- The first day after all of them; infinity when the last has no end.
  dark_on         date GENERATED ALWAYS AS (coalesce(upper(days), 'infinity'::date)) STORED,
  -- The days between its first and its last on which it is not on offer there.
  gaps            datemultirange GENERATED ALWAYS AS (datemultirange(range_merge(days)) - days) STORED,
  PRIMARY KEY (content_id, rights_type, first_territory)
);
CREATE INDEX content_coverage_dark ON content_coverage (dark_on, content_id);
CREATE INDEX content_coverage_gaps ON content_coverage USING gist (gaps) WHERE gaps <> '{}';

-- What titles are on offer where: from their licenses, each once, however many offers of it they have. Territories are
-- taken apart only where licenses of one rights type differ in them.
CREATE FUNCTION coverage_by_place(titles uuid[])
RETURNS TABLE (content_id uuid, rights_type text, territories integer[], days datemultirange)
LANGUAGE sql STABLE AS $$
  WITH licensed AS (
    SELECT a.content_id, a.license_id, range_agg(o.period) AS days
    FROM assignments a JOIN offers o ON o.license_id = a.license_id AND o.starts_on = a.offer_starts_on
    WHERE a.content_id = ANY (titles) GROUP BY a.content_id, a.license_id),
  reached AS (
    SELECT g.content_id, l.rights_type, l.territories, range_agg(g.days) AS days,
      count(*) OVER (PARTITION BY g.content_id, l.rights_type) AS reaches
    FROM licensed g JOIN licenses l ON l.id = g.license_id
    GROUP BY g.content_id, l.rights_type, l.territories)
  SELECT r.content_id, r.rights_type, r.territories, r.days FROM reached r WHERE r.reaches = 1
  UNION ALL
  SELECT each.content_id, each.rights_type, array_agg(each.territory ORDER BY each.territory), each.days
  FROM (
    SELECT r.content_id, r.rights_type, t.territory, range_agg(r.days) AS days
    FROM reached r CROSS JOIN LATERAL unnest(r.territories) AS t (territory)
    WHERE r.reaches > 1 GROUP BY r.content_id, r.rights_type, t.territory) each
  GROUP BY each.content_id, each.rights_type, each.days
$$;

-- Writes only what differs. Whoever calls holds the titles' rows.
CREATE FUNCTION refresh_coverage_by_place(titles uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  WITH fresh AS MATERIALIZED (SELECT * FROM coverage_by_place(titles)),
  gone AS (
    DELETE FROM content_coverage c WHERE c.content_id = ANY (titles) AND NOT EXISTS (
      SELECT FROM fresh f
      WHERE (f.content_id, f.rights_type, f.territories[1]) = (c.content_id, c.rights_type, c.first_territory)))
  INSERT INTO content_coverage AS c (content_id, rights_type, territories, days)
  SELECT f.content_id, f.rights_type, f.territories, f.days FROM fresh f
  WHERE NOT EXISTS (
    SELECT FROM content_coverage k WHERE k.content_id = f.content_id AND k.rights_type = f.rights_type
      AND k.first_territory = f.territories[1] AND k.territories = f.territories AND k.days = f.days)
  ON CONFLICT (content_id, rights_type, first_territory)
    DO UPDATE SET territories = EXCLUDED.territories, days = EXCLUDED.days;
END $$;

CREATE OR REPLACE FUNCTION refresh_coverage_of(title uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  UPDATE content c SET coverage = fresh.coverage
  FROM (SELECT range_agg(o.period) AS coverage
        FROM assignments a JOIN offers o ON o.license_id = a.license_id AND o.starts_on = a.offer_starts_on
        WHERE a.content_id = refresh_coverage_of.title) fresh
  WHERE c.id = refresh_coverage_of.title AND c.coverage <> fresh.coverage;
  PERFORM refresh_coverage_by_place(ARRAY[refresh_coverage_of.title]);
END $$;

CREATE OR REPLACE FUNCTION refresh_coverage(titles uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  UPDATE content c SET coverage = fresh.coverage
  FROM (SELECT a.content_id, range_agg(o.period) AS coverage
        FROM assignments a JOIN offers o ON o.license_id = a.license_id AND o.starts_on = a.offer_starts_on
        WHERE a.content_id = ANY (titles) GROUP BY a.content_id) fresh
  WHERE c.id = fresh.content_id AND c.coverage <> fresh.coverage;
  PERFORM refresh_coverage_by_place(titles);
END $$;

-- As before, and: another rights type or other territories are other places.
CREATE OR REPLACE FUNCTION require_no_clash_of_license() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  held uuid[] := hold_titles(NEW.id, NULL);
BEGIN
  IF held IS NOT NULL THEN
    PERFORM refuse_clash(held, NEW.id, NULL);
    PERFORM refresh_coverage_by_place(held);
  END IF;
  RETURN NULL;
END $$;

INSERT INTO content_coverage (content_id, rights_type, territories, days)
SELECT * FROM coverage_by_place(ARRAY(SELECT id FROM content));

-- Nobody asks any more when a title is dark everywhere, or has a gap everywhere.
DROP INDEX content_dark;
DROP INDEX content_gaps;
ALTER TABLE content DROP COLUMN gaps;
