-- Named price ladders that offers are made from. Offers copy what a plan says, so nothing refers to one.

CREATE TABLE price_plans (
  id         uuid PRIMARY KEY,
  name       text NOT NULL CHECK (name <> ''),
  steps      jsonb NOT NULL CHECK (jsonb_typeof(steps) = 'array' AND jsonb_array_length(steps) BETWEEN 1 AND 100),
  revision   integer NOT NULL CHECK (revision > 0),
  changed_by text NOT NULL,
  changed_at timestamptz NOT NULL
);
-- No two plans have the same name, however it is spelt.
CREATE UNIQUE INDEX price_plans_name_key ON price_plans ((fold(name)) COLLATE "C");
