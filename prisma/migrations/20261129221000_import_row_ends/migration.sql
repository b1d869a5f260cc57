-- A temporary price splits the offer of its base row, so a later deletion of that row has to know its last day. 'infinity' is
-- an open end; NULL of a row that deletes, and of one that was imported before: its deletion takes down what begins with it.
ALTER TABLE import_rows ADD COLUMN ends_on date CHECK (ends_on > starts_on);
