-- Of two people who change one profile, the slower one is told.
ALTER TABLE export_profiles ADD COLUMN revision integer NOT NULL DEFAULT 1 CHECK (revision > 0);
ALTER TABLE export_profiles ALTER COLUMN revision DROP DEFAULT;
