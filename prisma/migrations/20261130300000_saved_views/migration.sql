-- Named filters of lists and boards, private to a person or shared with everybody.

CREATE TABLE saved_views (
  id         uuid PRIMARY KEY,
  owner_id   uuid NOT NULL REFERENCES people (id),
  list       text NOT NULL CHECK (list <> ''),
  name       text NOT NULL CHECK (name <> ''),
  search     text NOT NULL CHECK (length(search) <= 2000),
  is_shared  boolean NOT NULL,
  revision   integer NOT NULL CHECK (revision > 0),
  changed_by text NOT NULL,
  changed_at timestamptz NOT NULL
);
-- A person has one view of a list by each name, however it is spelt.
CREATE UNIQUE INDEX saved_views_name_key ON saved_views (owner_id, list, (fold(name)) COLLATE "C");
CREATE INDEX saved_views_shared ON saved_views (list) WHERE is_shared;
