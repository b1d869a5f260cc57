-- Files of avails that were ordered: what they are of, how far they are, and, for a while, the files themselves.

CREATE TABLE exports (
  id             uuid PRIMARY KEY,
  -- Which offers: {"studio": …, "licenseIds": […], "on": …, …}.
  query          jsonb NOT NULL,
  -- The same in words, as it was when it was ordered.
  words          text NOT NULL CHECK (words <> ''),
  format         text NOT NULL CHECK (format IN ('xlsx', 'csv')),
  state          text NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed', 'cancelled')),
  rows           integer NOT NULL DEFAULT 0 CHECK (rows >= 0),
  -- The first things that its rows cannot say: [{"title": …, "reason": …}, …].
  left_out       jsonb NOT NULL DEFAULT '[]',
  left_out_count integer NOT NULL DEFAULT 0,
  file           bytea,
  failure        text,
  made_by        text NOT NULL,
  made_at        timestamptz NOT NULL,
  finished_at    timestamptz,
  CONSTRAINT exports_have_a_file_when_done CHECK (file IS NULL OR state = 'done'),
  CONSTRAINT exports_say_why_they_failed CHECK ((failure IS NOT NULL) = (state = 'failed')),
  CONSTRAINT exports_end CHECK ((finished_at IS NULL) = (state IN ('waiting', 'running')))
);
CREATE INDEX exports_by_time ON exports (made_at DESC, id DESC);
-- What is old enough to be forgotten.
CREATE INDEX exports_with_file ON exports (finished_at) WHERE file IS NOT NULL;
-- It is compressed already.
ALTER TABLE exports ALTER COLUMN file SET STORAGE EXTERNAL;
