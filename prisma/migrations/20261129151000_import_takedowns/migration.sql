-- Imports take titles down. Lines of earlier reviews keep their outcomes.

ALTER TABLE import_items DROP CONSTRAINT import_items_outcome_check;
ALTER TABLE import_items ADD CONSTRAINT import_items_outcome_check
  CHECK (outcome IN ('created', 'changed', 'unchanged', 'withdrawn', 'taken-down'));
