-- Titles, their identifiers, and which offers they are assigned.
--
-- As before, the domain says in words what is wrong, and what stands here makes a violation impossible whatever the
-- interleaving. Who assigns an offer holds its license's row (FOR SHARE) and the title's; who changes a license holds the
-- license's row, and at the commit those of its titles. Each looks while holding them: at READ COMMITTED every statement
-- of a trigger sees what was committed by then, so of any two the second sees the first. Licenses are taken before titles
-- and titles in the order of their ids, so that nobody waits for somebody who waits for them.

CREATE TABLE content (
  id           uuid PRIMARY KEY,
  title        text NOT NULL CHECK (title <> ''),
  kind         text NOT NULL,
  studio       text NOT NULL CHECK (studio <> ''),
  release_year integer,
  parent_id    uuid REFERENCES content (id) CHECK (parent_id <> id),
  position     integer CHECK (position >= 0),
  -- In the order of the domain: [{"scheme": …, "value": …}, …]. The table of identifiers makes them unique and findable.
  identifiers  jsonb NOT NULL,
  notes        text NOT NULL,
  version      integer NOT NULL CHECK (version >= 1),
  -- The days on which the title is on offer anywhere: derived from its assignments by the triggers below.
  coverage     datemultirange NOT NULL DEFAULT '{}',
  -- The days between its first and its last on which it is not.
  gaps         datemultirange GENERATED ALWAYS AS (datemultirange(range_merge(coverage)) - coverage) STORED,
  search_text  text NOT NULL GENERATED ALWAYS AS (lower(title)) STORED,
  CONSTRAINT content_position_in_parent CHECK (position IS NULL OR parent_id IS NOT NULL)
)
WITH (fillfactor = 70);
CREATE INDEX content_search ON content USING gin (search_text gin_trgm_ops);
CREATE INDEX content_parent ON content (parent_id, position) WHERE parent_id IS NOT NULL;
CREATE INDEX content_by_title ON content (search_text COLLATE "C", id);
CREATE INDEX content_by_studio ON content ((lower(studio)) COLLATE "C", search_text COLLATE "C", id);
CREATE INDEX content_by_kind ON content (kind, search_text COLLATE "C", id);
CREATE INDEX content_dark ON content ((coalesce(upper(coverage), 'infinity'::date)), id);
CREATE INDEX content_gaps ON content USING gist (gaps) WHERE gaps <> '{}';

CREATE TABLE content_identifiers (
  content_id uuid NOT NULL REFERENCES content (id),
  scheme     text NOT NULL,
  value      text NOT NULL CHECK (value <> ''),
  CONSTRAINT content_identifiers_key PRIMARY KEY (scheme, value)
);
CREATE INDEX content_identifiers_content ON content_identifiers (content_id);
-- What people type of an identifier has no certain case.
CREATE INDEX content_identifiers_search ON content_identifiers ((lower(value)) text_pattern_ops);

CREATE TABLE assignments (
  content_id      uuid NOT NULL REFERENCES content (id),
  license_id      uuid NOT NULL,
  offer_starts_on date NOT NULL,
  PRIMARY KEY (content_id, license_id, offer_starts_on),
  -- C3. An offer that begins on another day takes its assignments along.
  CONSTRAINT assignments_name_offers FOREIGN KEY (license_id, offer_starts_on)
    REFERENCES offers (license_id, starts_on) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX assignments_offer ON assignments (license_id, offer_starts_on);

CREATE INDEX offers_by_start ON offers (starts_on, license_id);
CREATE INDEX offers_by_end ON offers (ends_on, license_id);

ALTER TABLE history DROP CONSTRAINT history_aggregate_check;
ALTER TABLE history ADD CONSTRAINT history_aggregate_check
  CHECK (aggregate IN ('contract', 'license', 'content'));

CREATE TRIGGER content_first_version BEFORE INSERT ON content
  FOR EACH ROW EXECUTE FUNCTION require_next_version();
CREATE TRIGGER content_next_version BEFORE UPDATE ON content
  FOR EACH ROW
  WHEN ((OLD.title, OLD.studio, OLD.release_year, OLD.parent_id, OLD.position, OLD.identifiers, OLD.notes, OLD.version)
        IS DISTINCT FROM
        (NEW.title, NEW.studio, NEW.release_year, NEW.parent_id, NEW.position, NEW.identifiers, NEW.notes, NEW.version))
  EXECUTE FUNCTION require_next_version();
CREATE CONSTRAINT TRIGGER content_has_history AFTER INSERT OR UPDATE OF version ON content
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_history();

-- Other titles rely on a title's kind.
CREATE FUNCTION refuse_other_kind() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the kind of title % is fixed', OLD.id
    USING ERRCODE = 'check_violation', CONSTRAINT = 'content_kind_fixed';
END $$;

CREATE TRIGGER content_kind_fixed BEFORE UPDATE ON content
  FOR EACH ROW WHEN (OLD.kind <> NEW.kind) EXECUTE FUNCTION refuse_other_kind();

-- C2 for some titles: none of their offers that `changed_license` has (or the one that begins on `changed_start`) shares
-- rights type, territory, device and day with another of their offers. The offers that share a title are far fewer than
-- the titles that share them, so they are found first.
CREATE FUNCTION refuse_clash(titles uuid[], changed_license uuid, changed_start date) RETURNS void LANGUAGE plpgsql AS $$
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
    AND l.territories && k.territories
  LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'an offer of license % clashes with one of license % for a title they share: constraint "content_offers_never_clash"',
        changed_license, clash.license_id
      USING ERRCODE = 'exclusion_violation', CONSTRAINT = 'content_offers_never_clash';
  END IF;
END $$;

-- Holds the titles of a license's offers (or of the one that begins on `start`) until the commit.
CREATE FUNCTION hold_titles(license uuid, start date) RETURNS uuid[] LANGUAGE plpgsql AS $$
DECLARE
  held uuid[];
BEGIN
  SELECT array_agg(id) INTO held FROM (
    SELECT c.id FROM content c
    WHERE c.id IN (SELECT a.content_id FROM assignments a
                   WHERE a.license_id = license AND (start IS NULL OR a.offer_starts_on = start))
    ORDER BY c.id FOR NO KEY UPDATE OF c) locked;
  RETURN held;
END $$;

-- One title is two index searches; the statement for many would be planned for many.
CREATE FUNCTION refresh_coverage_of(title uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  UPDATE content c SET coverage = fresh.coverage
  FROM (SELECT range_agg(o.period) AS coverage
        FROM assignments a JOIN offers o ON o.license_id = a.license_id AND o.starts_on = a.offer_starts_on
        WHERE a.content_id = refresh_coverage_of.title) fresh
  WHERE c.id = refresh_coverage_of.title AND c.coverage <> fresh.coverage;
END $$;

CREATE FUNCTION refresh_coverage(titles uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  UPDATE content c SET coverage = fresh.coverage
  FROM (SELECT a.content_id, range_agg(o.period) AS coverage
        FROM assignments a JOIN offers o ON o.license_id = a.license_id AND o.starts_on = a.offer_starts_on
        WHERE a.content_id = ANY (titles) GROUP BY a.content_id) fresh
  WHERE c.id = fresh.content_id AND c.coverage <> fresh.coverage;
END $$;

-- C1 and C2 where a title gets or loses an offer. The title was changed by the same transaction, so its row is held.
CREATE FUNCTION require_title_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed_title uuid := coalesce(NEW.content_id, OLD.content_id);
BEGIN
  IF NOT EXISTS (SELECT FROM content WHERE id = changed_title AND xmin = pg_current_xact_id()::xid) THEN
    RAISE EXCEPTION 'assignments of title % changed without it', changed_title
      USING ERRCODE = 'check_violation', CONSTRAINT = 'assignments_change_with_content';
  END IF;
  IF NOT EXISTS (SELECT FROM assignments WHERE content_id = changed_title) THEN
    RAISE EXCEPTION 'title % would have no offer', changed_title
      USING ERRCODE = 'check_violation', CONSTRAINT = 'content_has_an_offer';
  END IF;
  IF TG_OP = 'INSERT' THEN
    PERFORM FROM licenses WHERE id = NEW.license_id FOR SHARE;
    PERFORM refuse_clash(ARRAY[changed_title], NEW.license_id, NEW.offer_starts_on);
  END IF;
  PERFORM refresh_coverage_of(changed_title);
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER assignments_change_with_content AFTER INSERT OR DELETE ON assignments
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_title_change();

-- An assignment changes its key only together with its offer.
CREATE FUNCTION refuse_other_assignment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.content_id <> OLD.content_id OR NEW.license_id <> OLD.license_id OR pg_trigger_depth() < 2 THEN
    RAISE EXCEPTION 'an assignment of title % cannot become another', OLD.content_id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'assignments_follow_offers';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER assignments_follow_offers BEFORE UPDATE ON assignments
  FOR EACH ROW EXECUTE FUNCTION refuse_other_assignment();

-- C1 where a title comes to be.
CREATE FUNCTION require_an_offer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM assignments WHERE content_id = NEW.id) THEN
    RAISE EXCEPTION 'title % would have no offer', NEW.id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'content_has_an_offer';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER content_has_an_offer AFTER INSERT ON content
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_an_offer();

-- C2 where an offer moves to other days or devices.
CREATE FUNCTION require_no_clash_of_offer() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  held uuid[] := hold_titles(NEW.license_id, NEW.starts_on);
BEGIN
  IF held IS NOT NULL THEN
    PERFORM refuse_clash(held, NEW.license_id, NEW.starts_on);
    PERFORM refresh_coverage(held);
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER offers_never_clash AFTER UPDATE ON offers
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN ((OLD.starts_on, OLD.ends_on, OLD.devices) IS DISTINCT FROM (NEW.starts_on, NEW.ends_on, NEW.devices))
  EXECUTE FUNCTION require_no_clash_of_offer();

-- C2 where a license's terms are amended.
CREATE FUNCTION require_no_clash_of_license() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  held uuid[] := hold_titles(NEW.id, NULL);
BEGIN
  IF held IS NOT NULL THEN
    PERFORM refuse_clash(held, NEW.id, NULL);
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER licenses_never_clash AFTER UPDATE OF rights_type, territories ON licenses
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN ((OLD.rights_type, OLD.territories) IS DISTINCT FROM (NEW.rights_type, NEW.territories))
  EXECUTE FUNCTION require_no_clash_of_license();
