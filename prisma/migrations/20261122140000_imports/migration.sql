-- Avails that were handed in: the file, what the check found, what the review shows, and what became of it.

CREATE TABLE imports (
  id             uuid PRIMARY KEY,
  file_name      text NOT NULL CHECK (file_name <> ''),
  file           bytea NOT NULL CHECK (octet_length(file) <= 5242880),
  uploaded_by    text NOT NULL,
  uploaded_at    timestamptz NOT NULL,
  state          text NOT NULL CHECK (state IN
    ('waiting', 'checking', 'unreadable', 'ready', 'committing', 'committed', 'undoing', 'undone', 'cancelled')),
  -- Rises with every check; a review is of one revision.
  revision       integer NOT NULL CHECK (revision >= 0),
  rules          jsonb NOT NULL,
  mode           text CHECK (mode IN ('file', 'license')),
  studios        text[] NOT NULL DEFAULT '{}',
  version        text,
  version_stated boolean NOT NULL DEFAULT false,
  sheets         jsonb NOT NULL DEFAULT '[]',
  rows           integer NOT NULL DEFAULT 0,
  rejected       integer NOT NULL DEFAULT 0,
  errors         integer NOT NULL DEFAULT 0,
  warnings       integer NOT NULL DEFAULT 0,
  unpriced       text[] NOT NULL DEFAULT '{}',
  failure        text,
  -- Who decided last, and when.
  settled_by     text,
  settled_at     timestamptz
);
CREATE INDEX imports_by_time ON imports (uploaded_at DESC, id DESC);

-- Beside the import, because it is written while a transaction holds the import itself.
CREATE TABLE import_progress (
  import_id uuid PRIMARY KEY REFERENCES imports (id),
  words     text NOT NULL,
  done      integer NOT NULL,
  total     integer NOT NULL,
  cancelled boolean NOT NULL
);

CREATE TABLE import_rows (
  import_id   uuid NOT NULL REFERENCES imports (id),
  number      integer NOT NULL,
  sheet       text NOT NULL,
  row         integer NOT NULL,
  outcome     text NOT NULL CHECK (outcome IN ('accepted', 'rejected')),
  -- By column key, 'AvailTrans/Territory', as they stand in the file.
  cells       jsonb NOT NULL,
  -- What an accepted row was understood as: by this an export finds what else the studio had said.
  alid        text,
  avail_id    text,
  rights_type text,
  territories text[],
  starts_on   date,
  PRIMARY KEY (import_id, number)
);
CREATE INDEX import_rows_alid ON import_rows (alid, import_id) WHERE outcome = 'accepted';
CREATE INDEX import_rows_avail_id ON import_rows (avail_id, import_id) WHERE outcome = 'accepted' AND avail_id IS NOT NULL;

CREATE TABLE import_problems (
  import_id uuid NOT NULL REFERENCES imports (id),
  number    integer NOT NULL,
  code      text NOT NULL,
  severity  text NOT NULL CHECK (severity IN ('error', 'warning')),
  sheet     text,
  row       integer,
  "column"  text,
  value     text NOT NULL,
  message   text NOT NULL,
  remedy    text NOT NULL,
  PRIMARY KEY (import_id, number)
);

-- What is applied as a whole: a license with its offers and what its titles get.
CREATE TABLE import_groups (
  import_id uuid NOT NULL REFERENCES imports (id),
  number    integer NOT NULL,
  steps     jsonb NOT NULL,
  -- The licenses and titles it was planned on, with their versions.
  based_on  jsonb NOT NULL,
  outcome   text NOT NULL CHECK (outcome IN ('ready', 'blocked', 'stale', 'applied')),
  reason    text,
  PRIMARY KEY (import_id, number),
  CONSTRAINT import_groups_say_why CHECK ((reason IS NULL) = (outcome IN ('ready', 'applied')))
);

-- The lines of the review. One without a group is as the file says already.
CREATE TABLE import_items (
  import_id    uuid NOT NULL REFERENCES imports (id),
  number       integer NOT NULL,
  group_number integer,
  what         text NOT NULL CHECK (what IN ('contract', 'license', 'offer', 'title')),
  outcome      text NOT NULL CHECK (outcome IN ('created', 'changed', 'unchanged', 'withdrawn')),
  name         text NOT NULL,
  words        text NOT NULL,
  id           uuid NOT NULL,
  rows         jsonb NOT NULL,
  PRIMARY KEY (import_id, number),
  FOREIGN KEY (import_id, group_number) REFERENCES import_groups (import_id, number)
);

-- The rules of a studio's last file, for its next.
CREATE TABLE studio_rules (
  studio     text PRIMARY KEY CHECK (studio <> ''),
  rules      jsonb NOT NULL,
  changed_by text NOT NULL,
  changed_at timestamptz NOT NULL
);

-- History names the file a change came from.
ALTER TABLE history ADD COLUMN import_id uuid REFERENCES imports (id);
CREATE INDEX history_import ON history (import_id, sequence) WHERE import_id IS NOT NULL;

-- What an import brought is taken back by removing it: its story then ends with that, as the last version.
CREATE FUNCTION require_removal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM history WHERE aggregate_id = OLD.id AND version = OLD.version + 1
                 AND change ->> 'kind' IN ('contract-removed', 'license-removed', 'content-removed')) THEN
    RAISE EXCEPTION '% % vanished without a line of history', TG_TABLE_NAME, OLD.id
      USING ERRCODE = 'check_violation', CONSTRAINT = TG_TABLE_NAME || '_end_in_history';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER contracts_end_in_history AFTER DELETE ON contracts
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_removal();
CREATE CONSTRAINT TRIGGER licenses_end_in_history AFTER DELETE ON licenses
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_removal();
CREATE CONSTRAINT TRIGGER content_end_in_history AFTER DELETE ON content
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_removal();

-- As before, and: what goes together with its license or title is not asked about it any more.
CREATE OR REPLACE FUNCTION require_license_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed_license uuid := coalesce(NEW.license_id, OLD.license_id);
  licensed_devices integer[];
BEGIN
  IF NOT EXISTS (SELECT FROM licenses WHERE id = changed_license) THEN
    RETURN NULL;
  END IF;
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
