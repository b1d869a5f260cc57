-- An offer has a price list instead of one amount: one line for all formats, or a line per format. A line is
-- [format, kind, minor units, currency] or [format, kind, tier]; the format is a number of the domain's list, or null for all
-- formats, which then is the only line. What was stored is one wholesale price for all formats.

CREATE FUNCTION formats_of(prices jsonb) RETURNS integer[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT array_agg((line -> 0)::integer)
  FROM jsonb_array_elements(CASE jsonb_typeof(prices) WHEN 'array' THEN prices ELSE '[]' END) line
  WHERE jsonb_typeof(line -> 0) = 'number'
$$;

CREATE FUNCTION is_price_list(prices jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT coalesce(
    jsonb_typeof(prices) = 'array'
    AND (SELECT count(*) BETWEEN 1 AND 7
        AND count(DISTINCT line -> 0) = count(*)
        AND (count(*) = 1 OR bool_and(line -> 0 <> 'null'))
        AND count(DISTINCT line -> 3) <= 1
        AND bool_and(
          jsonb_typeof(line) = 'array'
          AND (line -> 0 = 'null' OR jsonb_typeof(line -> 0) = 'number' AND (line -> 0)::numeric BETWEEN 1 AND 7)
          AND jsonb_typeof(line -> 1) = 'string' AND line ->> 1 <> ''
          AND CASE jsonb_array_length(line)
            WHEN 3 THEN jsonb_typeof(line -> 2) = 'string' AND line ->> 2 <> ''
            WHEN 4 THEN jsonb_typeof(line -> 2) = 'number' AND (line -> 2)::numeric BETWEEN 0 AND 2147483647
              AND (line -> 2)::numeric % 1 = 0 AND jsonb_typeof(line -> 3) = 'string' AND line ->> 3 ~ '^[A-Z]{3}$'
            ELSE false END)
      FROM jsonb_array_elements(CASE jsonb_typeof(prices) WHEN 'array' THEN prices ELSE '[]' END) line),
    false)
$$;

ALTER TABLE offers ADD COLUMN prices jsonb;
-- A form that changes no offer needs no version of its license.
ALTER TABLE offers DISABLE TRIGGER USER;
UPDATE offers SET prices = jsonb_build_array(jsonb_build_array(NULL, 'WSP', price_minor, currency));
ALTER TABLE offers ENABLE TRIGGER USER;
ALTER TABLE offers ALTER COLUMN prices SET NOT NULL,
  ADD CONSTRAINT offers_have_prices CHECK (is_price_list(prices)),
  -- The formats that the offer has prices for; NULL is all formats.
  ADD COLUMN formats integer[] GENERATED ALWAYS AS (formats_of(prices)) STORED,
  DROP COLUMN price_minor,
  DROP COLUMN currency;

-- NULL is all formats.
CREATE FUNCTION formats_meet(formats integer[], others integer[]) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN formats IS NULL OR others IS NULL OR formats && others;

-- C2 compares formats, too: those of the price list, or else those of the license.
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
    AND formats_meet(coalesce(o.formats, l.formats), coalesce(p.formats, k.formats))
    AND l.territories && k.territories AND languages_meet(l.languages, l.held_back, k.languages, k.held_back)
  LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'an offer of license % clashes with one of license % for a title they share: constraint "content_offers_never_clash"',
        changed_license, clash.license_id
      USING ERRCODE = 'exclusion_violation', CONSTRAINT = 'content_offers_never_clash';
  END IF;
END $$;

DROP TRIGGER offers_never_clash ON offers;
CREATE CONSTRAINT TRIGGER offers_never_clash AFTER UPDATE ON offers
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN ((OLD.starts_on, OLD.ends_on, OLD.devices, OLD.formats) IS DISTINCT FROM (NEW.starts_on, NEW.ends_on, NEW.devices, NEW.formats))
  EXECUTE FUNCTION require_no_clash_of_offer();

DROP TRIGGER licenses_never_clash ON licenses;
CREATE CONSTRAINT TRIGGER licenses_never_clash AFTER UPDATE OF rights_type, territories, formats, languages, held_back ON licenses
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN ((OLD.rights_type, OLD.territories, OLD.formats, OLD.languages, OLD.held_back)
    IS DISTINCT FROM (NEW.rights_type, NEW.territories, NEW.formats, NEW.languages, NEW.held_back))
  EXECUTE FUNCTION require_no_clash_of_license();

-- L4 for formats: where an offer comes or changes, and where its license drops a format (L6).
CREATE FUNCTION require_offers_formats() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed_license uuid := CASE TG_TABLE_NAME WHEN 'offers' THEN (to_jsonb(NEW) ->> 'license_id')::uuid ELSE (to_jsonb(NEW) ->> 'id')::uuid END;
BEGIN
  IF EXISTS (SELECT FROM licenses l JOIN offers o ON o.license_id = l.id
      WHERE l.id = changed_license AND NOT o.formats <@ l.formats) THEN
    RAISE EXCEPTION 'license % would not cover the formats of its offers', changed_license
      USING ERRCODE = 'check_violation', CONSTRAINT = 'offers_formats_licensed';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER offers_formats_licensed AFTER INSERT OR UPDATE OF prices ON offers
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.formats IS NOT NULL)
  EXECUTE FUNCTION require_offers_formats();
CREATE CONSTRAINT TRIGGER licenses_cover_formats AFTER UPDATE OF formats ON licenses
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.formats IS DISTINCT FROM NEW.formats AND NEW.formats IS NOT NULL)
  EXECUTE FUNCTION require_offers_formats();
