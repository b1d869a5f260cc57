-- A tier is a price like any other: the file says which ones it names, and the price table says what they cost.
ALTER TABLE imports RENAME COLUMN unpriced TO tiers;
