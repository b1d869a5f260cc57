import { randomUUID } from 'node:crypto';
import type { Sql } from '../support-sql';
import { transactionsOn } from '../support-sql';
import type { TestDatabase } from '../../support';

interface LicenseParts {
  readonly start?: string;
  readonly end?: string | null;
  readonly version?: number;
}

interface OfferParts {
  readonly start: string;
  readonly end: string | null;
  readonly name?: string;
  readonly devices?: readonly number[];
  /** As stored. */
  readonly prices?: string;
}

/** A contract at version 1, without its history entry. */
export function insertContract(sql: Sql, id: string) {
  return sql(
    `INSERT INTO contracts (id, studio, reference, signed_on, notes, version)
     VALUES ($1::uuid, 'STUDIO', $1::text, '2025-11-30', '', 1)`,
    [id],
  );
}

/** A license of the year 2026 unless other dates are given, without its history entry. */
export function insertLicense(sql: Sql, id: string, contract: string, parts: LicenseParts = {}) {
  const { start = '2026-01-01', end = '2027-01-01', version = 1 } = parts;
  return sql(
    `INSERT INTO licenses (id, contract_id, studio, contract_reference, name, notes, rights_type, territories,
       devices, starts_on, ends_on, version)
     SELECT $1, id, studio, reference, 'License', '', 'SVOD', '{840}', '{1,3,4}', $3::date, $4::date, $5
     FROM contracts WHERE id = $2`,
    [id, contract, start, end, version],
  );
}

/** An offer alone, without a version of its license. */
export function insertOffer(sql: Sql, license: string, parts: OfferParts) {
  const {
    start,
    end,
    name = 'offer',
    devices = [1],
    prices = '[[null, "WSP", 499, "USD"]]',
  } = parts;
  return sql(
    `INSERT INTO offers (license_id, starts_on, ends_on, name, prices, devices)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [license, start, end, name, prices, devices],
  );
}

/** An offer with a version of its license. */
export async function generate(sql: Sql, license: string, parts: OfferParts): Promise<void> {
  await bump(sql, license);
  await insertOffer(sql, license, parts);
}

/** Increments the license's version and adds its history entry. */
export async function bump(sql: Sql, license: string, assignments?: string): Promise<void> {
  const more = assignments === undefined ? '' : `, ${assignments}`;
  await sql(`UPDATE licenses SET version = version + 1 ${more} WHERE id = $1`, [license]);
  const key = randomUUID();
  await insertCommand(sql, key);
  await sql(
    `INSERT INTO history (aggregate, aggregate_id, version, at, actor, command_key, change)
     SELECT 'license', id, version, now(), 'Nora', $2, '{}' FROM licenses WHERE id = $1`,
    [license, key],
  );
}

/** The history entry of a version. */
export async function writeHistory(sql: Sql, aggregate: string, id: string, version: number) {
  const key = randomUUID();
  await insertCommand(sql, key);
  await sql(
    `INSERT INTO history (aggregate, aggregate_id, version, at, actor, command_key, change)
     VALUES ($1, $2, $3, now(), 'Nora', $4, '{}')`,
    [aggregate, id, version, key],
  );
}

/** An accepted command, which history entries belong to. */
export function insertCommand(sql: Sql, key: string) {
  return sql(
    `INSERT INTO commands (key, actor, digest, result, at) VALUES ($1, 'Nora', 'digest', '{}', now())`,
    [key],
  );
}

/** Contracts and licenses that are written past the product, on a test file’s own database. */
export function licensesOn(database: TestDatabase) {
  const { accepted } = transactionsOn(database);

  async function recorded(): Promise<string> {
    const id = randomUUID();
    await accepted(async (sql) => {
      await insertContract(sql, id);
      await writeHistory(sql, 'contract', id, 1);
    });
    return id;
  }

  /** A license of the year 2026 on devices 1, 3 and 4. */
  async function granted(parts: LicenseParts = {}): Promise<string> {
    const ids: string[] = [];
    await accepted(async (sql) => ids.push(await grant(sql, parts)));
    return ids[0] ?? '';
  }

  async function grant(sql: Sql, parts: LicenseParts): Promise<string> {
    const [id, contract] = [randomUUID(), await recorded()];
    await insertLicense(sql, id, contract, parts);
    await writeHistory(sql, 'license', id, parts.version ?? 1);
    return id;
  }

  return { recorded, granted, grant };
}
