-- Price tables: what a studio's price tiers cost, from a day on.

CREATE TABLE price_tables (
  id      uuid PRIMARY KEY,
  studio  text NOT NULL CHECK (studio <> ''),
  version integer NOT NULL
);
-- One table for a studio, however its name is spelt.
CREATE UNIQUE INDEX price_tables_studio_key ON price_tables ((fold(studio)) COLLATE "C");

CREATE TABLE prices (
  price_table_id uuid NOT NULL REFERENCES price_tables (id) ON DELETE CASCADE,
  rights_type    text NOT NULL CHECK (rights_type <> ''),
  kind           text NOT NULL CHECK (kind <> ''),
  -- The number of the format; 0 is all formats.
  format         integer NOT NULL CHECK (format >= 0),
  -- ISO 3166-1 numeric; 0 is all territories that are priced in the currency.
  territory      integer NOT NULL CHECK (territory >= 0),
  currency       text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  tier           text NOT NULL CHECK (tier <> ''),
  tier_key       text NOT NULL GENERATED ALWAYS AS (fold(tier)) STORED,
  starts_on      date NOT NULL,
  -- In the currency's minor unit; NULL where `says` says something else.
  amount         integer CHECK (amount >= 0),
  says           text CHECK (says IN ('not-sold', 'same')),
  CHECK (num_nonnulls(amount, says) = 1),
  -- One value for a cell and a day.
  PRIMARY KEY (price_table_id, rights_type, kind, format, territory, currency, tier_key, starts_on)
);

ALTER TABLE history DROP CONSTRAINT history_aggregate_check;
ALTER TABLE history ADD CONSTRAINT history_aggregate_check
  CHECK (aggregate IN ('contract', 'license', 'content', 'price-table'));

CREATE TRIGGER price_tables_next_version BEFORE INSERT OR UPDATE ON price_tables
  FOR EACH ROW EXECUTE FUNCTION require_next_version();
CREATE CONSTRAINT TRIGGER price_tables_has_history AFTER INSERT OR UPDATE ON price_tables
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_history();
CREATE CONSTRAINT TRIGGER price_tables_end_in_history AFTER DELETE ON price_tables
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_removal();

-- At the commit, a price that came, went or changed belongs to a table that was changed in the same transaction.
CREATE FUNCTION require_price_table_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed uuid := coalesce(NEW.price_table_id, OLD.price_table_id);
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.price_table_id <> OLD.price_table_id OR NOT EXISTS (
      SELECT FROM price_tables WHERE id = changed AND xmin = pg_current_xact_id()::xid) THEN
    RAISE EXCEPTION 'prices of price table % changed without it', changed
      USING ERRCODE = 'check_violation', CONSTRAINT = 'prices_change_with_table';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER prices_change_with_table AFTER INSERT OR UPDATE OR DELETE ON prices
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_price_table_change();

ALTER TABLE webhooks DROP CONSTRAINT webhooks_aggregates_check;
ALTER TABLE webhooks ADD CONSTRAINT webhooks_aggregates_check
  CHECK (aggregates <@ ARRAY['contract', 'license', 'content', 'price-table'] AND cardinality(aggregates) > 0);
