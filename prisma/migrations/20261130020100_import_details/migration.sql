-- The review says which cells change of a title whose rights are as the file says.

ALTER TABLE import_items ADD COLUMN details jsonb NOT NULL DEFAULT '[]';
ALTER TABLE import_items DROP CONSTRAINT import_items_outcome_check;
ALTER TABLE import_items ADD CONSTRAINT import_items_outcome_check CHECK (outcome IN
  ('created', 'changed', 'details-changed', 'unchanged', 'kept', 'withdrawn', 'taken-down'));
