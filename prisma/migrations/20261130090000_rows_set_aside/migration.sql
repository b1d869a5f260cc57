-- A check that leaves a row out, because it is for another licensee, keeps it with its lines until a check takes it in again.
ALTER TABLE import_rows
  DROP CONSTRAINT import_rows_outcome_check,
  ADD CONSTRAINT import_rows_outcome_check CHECK (outcome IN ('accepted', 'rejected', 'set-aside'));
