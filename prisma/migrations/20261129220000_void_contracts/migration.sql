-- Contracts that are void: why, and the licenses that became void with it, as {"kind", "reason", "licenses"}; NULL while
-- they are in use.

ALTER TABLE contracts ADD COLUMN closing jsonb,
  -- What is missing makes a condition unknown, which a constraint would let pass.
  ADD CONSTRAINT contracts_closing CHECK (closing IS NULL
    OR coalesce(closing ->> 'kind' = 'void' AND closing ->> 'reason' <> ''
      AND jsonb_typeof(closing -> 'licenses') = 'array', false));

CREATE INDEX contracts_closed ON contracts (id) WHERE closing IS NOT NULL;

-- A void contract has only void licenses. Who grants a license or brings one back holds the contract until the commit, so
-- that a contract that becomes void at the same time waits, and finds the license; or it came first, and is found here.
CREATE FUNCTION require_contract_in_use() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  contract_closing jsonb;
BEGIN
  SELECT closing INTO contract_closing FROM contracts WHERE id = NEW.contract_id FOR SHARE;
  IF contract_closing IS NOT NULL THEN
    RAISE EXCEPTION 'license % would be in use under the void contract %: constraint "licenses_not_under_void_contract"',
        NEW.id, NEW.contract_id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'licenses_not_under_void_contract';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER licenses_granted_under_contract BEFORE INSERT ON licenses
  FOR EACH ROW WHEN ((NEW.closing ->> 'kind' = 'void') IS NOT TRUE)
  EXECUTE FUNCTION require_contract_in_use();
CREATE TRIGGER licenses_reopened_under_contract BEFORE UPDATE OF closing, contract_id ON licenses
  FOR EACH ROW WHEN ((NEW.closing ->> 'kind' = 'void') IS NOT TRUE
    AND (OLD.closing ->> 'kind' = 'void' OR OLD.contract_id <> NEW.contract_id))
  EXECUTE FUNCTION require_contract_in_use();

CREATE FUNCTION require_void_licenses() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM contracts WHERE id = NEW.id AND closing IS NOT NULL)
    AND EXISTS (SELECT FROM licenses WHERE contract_id = NEW.id AND (closing ->> 'kind' = 'void') IS NOT TRUE) THEN
    RAISE EXCEPTION 'void contract % would have licenses in use: constraint "contracts_void_without_licenses"', NEW.id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'contracts_void_without_licenses';
  END IF;
  RETURN NULL;
END $$;

-- At the commit, when the same command has made its licenses void.
CREATE CONSTRAINT TRIGGER contracts_void_without_licenses AFTER INSERT OR UPDATE ON contracts
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.closing IS NOT NULL)
  EXECUTE FUNCTION require_void_licenses();
