-- People leave changes out of an import: they are not applied, and can be brought back until the import is committed.

ALTER TABLE import_groups
  DROP CONSTRAINT import_groups_outcome_check,
  DROP CONSTRAINT import_groups_say_why,
  ADD CONSTRAINT import_groups_outcome_check CHECK (outcome IN ('ready', 'left-out', 'blocked', 'stale', 'applied')),
  ADD CONSTRAINT import_groups_say_why CHECK ((reason IS NULL) = (outcome IN ('ready', 'left-out', 'applied')));
