-- People who may sign in, their sessions, and the tokens of programs.

CREATE TABLE people (
  id             uuid PRIMARY KEY DEFAULT uuidv7(),
  name           text NOT NULL CHECK (name <> ''),
  email          text NOT NULL CHECK (email = lower(email) AND email <> ''),
  email_verified boolean NOT NULL DEFAULT false,
  image          text,
  role           text NOT NULL DEFAULT 'viewer' CHECK (role IN ('viewer', 'editor', 'admin')),
  -- Nobody is deleted: history names them.
  deactivated_at timestamptz,
  created_at     timestamptz NOT NULL DEFAULT now(),
  updated_at     timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT people_email_key UNIQUE (email)
);
CREATE INDEX people_by_name ON people (name, id);

CREATE TABLE sessions (
  id         uuid PRIMARY KEY DEFAULT uuidv7(),
  -- SHA-256 of the token, in hexadecimal: who reads this table cannot take a session over.
  token      text NOT NULL,
  person_id  uuid NOT NULL REFERENCES people (id),
  expires_at timestamptz NOT NULL,
  ip_address text,
  user_agent text,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT sessions_token_key UNIQUE (token)
);
CREATE INDEX sessions_person ON sessions (person_id);

-- How a person proves who they are: a password (argon2id), or a provider of single sign-on.
CREATE TABLE accounts (
  id                       uuid PRIMARY KEY DEFAULT uuidv7(),
  account_id               text NOT NULL,
  provider_id              text NOT NULL,
  person_id                uuid NOT NULL REFERENCES people (id),
  password                 text,
  access_token             text,
  refresh_token            text,
  id_token                 text,
  access_token_expires_at  timestamptz,
  refresh_token_expires_at timestamptz,
  scope                    text,
  created_at               timestamptz NOT NULL DEFAULT now(),
  updated_at               timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT accounts_key UNIQUE (provider_id, account_id)
);
CREATE INDEX accounts_person ON accounts (person_id);

-- What was promised to whoever comes back with the right word: one-time links, and sign-ins under way at a provider.
CREATE TABLE verifications (
  id         uuid PRIMARY KEY DEFAULT uuidv7(),
  identifier text NOT NULL,
  value      text NOT NULL,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX verifications_identifier ON verifications (identifier);

CREATE TABLE api_tokens (
  id           uuid PRIMARY KEY,
  name         text NOT NULL CHECK (name <> ''),
  role         text NOT NULL CHECK (role IN ('viewer', 'editor', 'admin')),
  -- SHA-256 of the token, in hexadecimal.
  token_digest text NOT NULL,
  made_by      text NOT NULL,
  made_at      timestamptz NOT NULL,
  expires_at   timestamptz NOT NULL,
  revoked_by   text,
  revoked_at   timestamptz,
  CONSTRAINT api_tokens_digest_key UNIQUE (token_digest),
  CONSTRAINT api_tokens_expire_after_they_were_made CHECK (expires_at > made_at),
  CONSTRAINT api_tokens_revoked_by_somebody CHECK ((revoked_by IS NULL) = (revoked_at IS NULL))
);
CREATE INDEX api_tokens_by_time ON api_tokens (made_at DESC, id DESC);

ALTER TABLE imports ADD COLUMN settled_by_id uuid;

-- Tries and requests that are counted, in the shape that rate-limiter-flexible has for PostgreSQL.
CREATE TABLE rate_limits (
  key    varchar(255) PRIMARY KEY,
  points integer NOT NULL DEFAULT 0,
  expire bigint
);
