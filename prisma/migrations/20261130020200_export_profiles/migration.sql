-- How exports are written for a receiver.

CREATE TABLE export_profiles (
  id         uuid PRIMARY KEY,
  name       text NOT NULL CHECK (name <> ''),
  style      jsonb NOT NULL,
  changed_by text NOT NULL,
  changed_at timestamptz NOT NULL
);
-- One profile for a receiver, however its name is spelt.
CREATE UNIQUE INDEX export_profiles_name_key ON export_profiles ((fold(name)) COLLATE "C");
