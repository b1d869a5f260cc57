-- When a person last looked at the page of today, for what others have changed since, and what they narrowed it to.

CREATE TABLE today_visits (
  person_id uuid PRIMARY KEY REFERENCES people (id) ON DELETE CASCADE,
  -- The latest look, and the last one of the visit before.
  at        timestamptz NOT NULL,
  before_at timestamptz,
  scope     jsonb NOT NULL
);
