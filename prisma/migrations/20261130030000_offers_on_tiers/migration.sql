-- Finds the offers that name a tier: the board of missing amounts reads them, however many offers have amounts of their own.
CREATE INDEX offers_on_tiers ON offers (license_id) WHERE prices @? 'strict $[*] ? (@[2].type() == "string")';
