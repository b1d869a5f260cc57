-- Calendars that other programs subscribe to. A feed is found by the digest of its token: who reads this table cannot
-- subscribe. A revoked one stays, so that it is known who made and who revoked it.

CREATE TABLE feeds (
  id           uuid PRIMARY KEY,
  name         text NOT NULL CHECK (name <> ''),
  studio       text CHECK (studio <> ''),
  kind         text,
  -- What it tells: 'starts', 'ends', 'going-dark', 'gaps'.
  parts        text[] NOT NULL CHECK (cardinality(parts) > 0),
  -- SHA-256 of the token, in hexadecimal.
  token_digest text NOT NULL,
  made_by      text NOT NULL,
  made_at      timestamptz NOT NULL,
  revoked_by   text,
  revoked_at   timestamptz,
  CONSTRAINT feeds_token_key UNIQUE (token_digest),
  CONSTRAINT feeds_revoked_by_somebody CHECK ((revoked_by IS NULL) = (revoked_at IS NULL))
);
CREATE INDEX feeds_by_name ON feeds (name, id) WHERE revoked_at IS NULL;
