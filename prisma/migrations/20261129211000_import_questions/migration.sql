-- What a file asks people: which of its licensees are us, and under which contract its rows are. Rows for other licensees are
-- left out, and counted.

ALTER TABLE imports ADD COLUMN licensees jsonb NOT NULL DEFAULT '[]';
ALTER TABLE imports ADD COLUMN left_out integer NOT NULL DEFAULT 0;
ALTER TABLE imports ADD COLUMN contract_question jsonb;
