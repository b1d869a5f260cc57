-- The filled columns of a file that change no license, offer or title, with how many rows fill them.

ALTER TABLE imports ADD COLUMN idle_columns jsonb NOT NULL DEFAULT '[]';
