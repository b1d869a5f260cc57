-- The keys behind L2 and L3 are for their constraints only; no query finds rows by them.
--
-- PostgreSQL (18.4 at least) loses entries of a GiST index when a query scans it anew for each of its rows while the index
-- grows: it marks entries as dead that are not. Constraints scan it once for each row that they check, which is safe. What
-- was lost comes back, because both indexes are made anew.

ALTER TABLE offers
  DROP CONSTRAINT offers_inside_license,
  DROP CONSTRAINT offers_never_overlap,
  -- L3. No period is empty; only a query that says so may use the index.
  ADD CONSTRAINT offers_never_overlap EXCLUDE USING gist (license_id WITH =, period WITH &&) WHERE (NOT isempty(period));

-- L2. A temporal foreign key needs a key of all rows, so it is over a column that no query asks about.
ALTER TABLE licenses
  DROP CONSTRAINT licenses_window_key,
  ADD COLUMN window_of uuid GENERATED ALWAYS AS (id) STORED,
  ADD CONSTRAINT licenses_window_key UNIQUE (window_of, period WITHOUT OVERLAPS);
ALTER TABLE offers
  ADD CONSTRAINT offers_inside_license FOREIGN KEY (license_id, PERIOD period)
    REFERENCES licenses (window_of, PERIOD period);
