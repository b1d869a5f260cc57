-- A title's licenses can stand side by side by languages and contracts: a row is a line of those that it is about.

ALTER TABLE import_rows
  -- As licenses have them; NULL is all languages.
  ADD COLUMN languages text[],
  ADD COLUMN held_back text[] NOT NULL DEFAULT '{}',
  -- Where rows of a title name several contracts, the reference of the row's.
  ADD COLUMN contract text;
