-- Licenses say for which picture formats and languages they are, and whether they are exclusive. NULL is all; the licenses
-- that there are cover all of them and are not exclusive.

-- Whether a language tag is another or begins with it at a hyphen (RFC 4647, basic filtering).
CREATE FUNCTION language_covers(tag text, other text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN starts_with(other || '-', tag || '-');

-- Whether some language is in both: the more specific of each pair of allowed tags, where neither license holds it back.
-- `Languages.sharedWith` in the domain decides the same.
CREATE FUNCTION languages_meet(allowed text[], held_back text[], others_allowed text[], others_held_back text[])
RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN allowed IS NULL AND others_allowed IS NULL OR EXISTS (
  SELECT FROM unnest(coalesce(allowed, others_allowed)) AS mine (tag), unnest(coalesce(others_allowed, allowed)) AS theirs (tag)
  WHERE (language_covers(mine.tag, theirs.tag) OR language_covers(theirs.tag, mine.tag))
    AND NOT EXISTS (
      SELECT FROM unnest(held_back || others_held_back) AS held (tag)
      WHERE language_covers(held.tag, CASE WHEN language_covers(mine.tag, theirs.tag) THEN theirs.tag ELSE mine.tag END)));

-- Whether a language is among some. `Languages.includes` in the domain decides the same.
CREATE FUNCTION includes_language(allowed text[], held_back text[], asked text)
RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (allowed IS NULL OR EXISTS (SELECT FROM unnest(allowed) AS one (tag) WHERE language_covers(one.tag, asked)))
  AND NOT EXISTS (SELECT FROM unnest(held_back) AS held (tag) WHERE language_covers(held.tag, asked));

-- Whether languages are as the domain makes them: tags of their form; each that is held back is of one that is allowed, and
-- leaves something of it.
CREATE FUNCTION are_languages(allowed text[], held_back text[]) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN coalesce(cardinality(allowed) > 0, true)
  AND NOT EXISTS (SELECT FROM unnest(allowed || held_back) AS one (tag)
    WHERE tag IS NULL OR tag !~ '^([a-z]{2,3}|x)(-[A-Za-z0-9]{1,8})*$')
  AND NOT EXISTS (SELECT FROM unnest(allowed) AS one (tag), unnest(held_back) AS held (tag)
    WHERE language_covers(held.tag, one.tag))
  AND (allowed IS NULL OR NOT EXISTS (SELECT FROM unnest(held_back) AS held (tag)
    WHERE NOT EXISTS (SELECT FROM unnest(allowed) AS one (tag) WHERE language_covers(one.tag, held.tag))));

ALTER TABLE licenses
  ADD COLUMN formats integer[]
    CONSTRAINT licenses_formats CHECK (cardinality(formats) > 0 AND formats <@ ARRAY[1, 2, 3, 4, 5, 6, 7]),
  ADD COLUMN languages text[],
  ADD COLUMN held_back text[] NOT NULL DEFAULT '{}',
  ADD COLUMN exclusive boolean NOT NULL DEFAULT false,
  ADD CONSTRAINT licenses_languages CHECK (are_languages(languages, held_back));

-- As before, with the new terms.
DROP TRIGGER licenses_next_version ON licenses;
CREATE TRIGGER licenses_next_version BEFORE UPDATE ON licenses
  FOR EACH ROW
  WHEN ((OLD.name, OLD.notes, OLD.rights_type, OLD.territories, OLD.devices, OLD.formats, OLD.languages, OLD.held_back,
         OLD.exclusive, OLD.starts_on, OLD.ends_on, OLD.closing, OLD.version)
        IS DISTINCT FROM
        (NEW.name, NEW.notes, NEW.rights_type, NEW.territories, NEW.devices, NEW.formats, NEW.languages, NEW.held_back,
         NEW.exclusive, NEW.starts_on, NEW.ends_on, NEW.closing, NEW.version))
  EXECUTE FUNCTION require_next_version();

-- C2 as before, and: the offers share a language.
CREATE OR REPLACE FUNCTION refuse_clash(titles uuid[], changed_license uuid, changed_start date) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  clash record;
BEGIN
  WITH pairs AS MATERIALIZED (
    SELECT DISTINCT mine.offer_starts_on AS my_start, other.license_id, other.offer_starts_on
    FROM assignments mine JOIN assignments other ON other.content_id = mine.content_id
    WHERE mine.license_id = changed_license AND mine.content_id = ANY (titles)
      AND (changed_start IS NULL OR mine.offer_starts_on = changed_start)
      AND other.license_id <> changed_license)
  SELECT pairs.* INTO clash
  FROM pairs
  JOIN licenses l ON l.id = changed_license
  JOIN offers o ON o.license_id = l.id AND o.starts_on = pairs.my_start
  JOIN licenses k ON k.id = pairs.license_id
  JOIN offers p ON p.license_id = k.id AND p.starts_on = pairs.offer_starts_on
  WHERE l.rights_type = k.rights_type AND o.period && p.period AND o.devices && p.devices
    AND l.territories && k.territories AND languages_meet(l.languages, l.held_back, k.languages, k.held_back)
  LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'an offer of license % clashes with one of license % for a title they share: constraint "content_offers_never_clash"',
        changed_license, clash.license_id
      USING ERRCODE = 'exclusion_violation', CONSTRAINT = 'content_offers_never_clash';
  END IF;
END $$;

DROP TRIGGER licenses_never_clash ON licenses;
CREATE CONSTRAINT TRIGGER licenses_never_clash AFTER UPDATE OF rights_type, territories, languages, held_back ON licenses
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN ((OLD.rights_type, OLD.territories, OLD.languages, OLD.held_back)
    IS DISTINCT FROM (NEW.rights_type, NEW.territories, NEW.languages, NEW.held_back))
  EXECUTE FUNCTION require_no_clash_of_license();
