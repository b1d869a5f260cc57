import { describe, expect, it } from 'vitest';
import { inSnapshot } from '../../../src/adapters/postgres/consistency-source';
import { findingsInChain } from '../../../src/domain/consistency/chain-consistency';
import { withdrawOffers } from '../../../src/service/license/license-service';
import { aCommand } from '../../builders/command-builders';
import { anId } from '../../builders/license-builders';
import { testDatabase } from '../support';
import type { Sql } from '../database/support-sql';
import { transactionsOn } from '../database/support-sql';
import { offerFor, SeedData } from '../support-titles';

const database = await testDatabase();
const { accepted } = transactionsOn(database);
const seed = new SeedData(database.unitOfWork);
const SPRING = offerFor('Spring', { startsOn: '2026-03-01', endsOn: '2026-04-01' });
const FALL = offerFor('Fall', { startsOn: '2026-09-01', endsOn: '2026-10-01' });

/** A license at version 4. */
async function aLicense(): Promise<string> {
  const id = await seed.license({ offers: [SPRING, FALL] });
  for (const [index, offer] of [SPRING, FALL].entries())
    await withdrawOffers(
      { ...aCommand(), licenseId: id, expectedVersion: index + 2, offers: [offer] },
      database.unitOfWork,
    );
  return id;
}

/** The versions of an aggregate for which the check reports altered history. */
async function alteredVersions(id: string): Promise<readonly number[]> {
  const found: number[] = [];
  await inSnapshot(database.url, async (source) => {
    for await (const line of source.chain())
      for (const { problem } of findingsInChain(line))
        if (line.id === id && problem === 'history-altered') found.push(line.version);
  });
  return found;
}

/** Writes as the owner of the database can: without the triggers that protect the history. */
async function tamper(write: (sql: Sql) => Promise<unknown>): Promise<void> {
  await accepted(async (sql) => {
    await sql('ALTER TABLE history DISABLE TRIGGER USER');
    await write(sql);
    await sql('ALTER TABLE history ENABLE TRIGGER USER');
  });
}

describe('the hash chain of the history', () => {
  it('is intact without changes', async () => {
    const license = await aLicense();
    const title = await seed.title({
      offers: [[await seed.license({ offers: [SPRING] }), SPRING]],
    });

    expect(await alteredVersions(license)).toEqual([]);
    expect(await alteredVersions(title)).toEqual([]);
  });

  it.each([
    ['sequence', `nextval(pg_get_serial_sequence('history', 'sequence'))`],
    ['aggregate', `'content'`],
    ['at', `at + interval '1 microsecond'`],
    ['actor', `actor || '.'`],
    ['actor_id', `gen_random_uuid()`],
    ['command_key', `(SELECT key FROM commands c WHERE c.key <> command_key LIMIT 1)`],
    ['change', `change || '{"note": "touched"}'`],
  ])('detects a changed %s of an entry', async (column, value) => {
    const id = await aLicense();
    await tamper((sql) =>
      // Identity columns cannot be updated, only inserted.
      column === 'sequence'
        ? sql(
            `WITH gone AS (DELETE FROM history WHERE aggregate_id = $1 AND version = 2 RETURNING *)
             INSERT INTO history (${COLUMNS}, sequence) OVERRIDING SYSTEM VALUE SELECT ${COLUMNS}, ${value} FROM gone`,
            [id],
          )
        : sql(`UPDATE history SET ${column} = ${value} WHERE aggregate_id = $1 AND version = 2`, [
            id,
          ]),
    );

    expect(await alteredVersions(id)).toEqual([2]);
  });

  it('detects a changed import of an entry', async () => {
    const id = await aLicense();
    const importId = anId();
    await database.rows(
      `INSERT INTO imports (id, file_name, file, uploaded_by, uploaded_at, state, revision, rules)
       VALUES ($1, 'x.xlsx', '', 'Ana', now(), 'cancelled', 1, '{}')`,
      [importId],
    );
    await tamper((sql) =>
      sql('UPDATE history SET import_id = $2 WHERE aggregate_id = $1 AND version = 2', [
        id,
        importId,
      ]),
    );

    expect(await alteredVersions(id)).toEqual([2]);
  });

  it('detects a changed hash, with the entry after it', async () => {
    const id = await aLicense();
    await tamper((sql) =>
      sql(`UPDATE history SET hash = sha256('') WHERE aggregate_id = $1 AND version = 2`, [id]),
    );

    expect(await alteredVersions(id)).toEqual([2, 3]);
  });

  it('detects the entry after one that was changed and rehashed', async () => {
    const id = await aLicense();
    await tamper(async (sql) => {
      await sql(
        `UPDATE history SET actor = 'Somebody else' WHERE aggregate_id = $1 AND version = 2`,
        [id],
      );
      await sql(
        `UPDATE history h SET hash = history_hash((SELECT hash FROM history b
           WHERE b.aggregate_id = h.aggregate_id AND b.version = h.version - 1), h)
         WHERE aggregate_id = $1 AND version = 2`,
        [id],
      );
    });

    expect(await alteredVersions(id)).toEqual([3]);
  });

  it('detects two swapped entries', async () => {
    const id = await aLicense();
    await tamper(async (sql) => {
      for (const [from, to] of [
        [2, 99],
        [3, 2],
        [99, 3],
      ])
        await sql('UPDATE history SET version = $3 WHERE aggregate_id = $1 AND version = $2', [
          id,
          from,
          to,
        ]);
    });

    expect(await alteredVersions(id)).toEqual([2, 3, 4]);
  });

  it('detects a removed entry in the middle, with later ones renumbered or not', async () => {
    const [open, hidden] = [await aLicense(), await aLicense()];
    await tamper(async (sql) => {
      await sql('DELETE FROM history WHERE aggregate_id = ANY ($1) AND version = 2', [
        [open, hidden],
      ]);
      for (const version of [3, 4])
        await sql(
          'UPDATE history SET version = version - 1 WHERE aggregate_id = $1 AND version = $2',
          [hidden, version],
        );
    });

    expect(await alteredVersions(open)).toEqual([3]);
    expect(await alteredVersions(hidden)).toEqual([2, 3]);
  });

  it('detects a removed first entry with later ones renumbered', async () => {
    const id = await aLicense();
    await tamper(async (sql) => {
      await sql('DELETE FROM history WHERE aggregate_id = $1 AND version = 1', [id]);
      for (const version of [2, 3, 4])
        await sql(
          'UPDATE history SET version = version - 1 WHERE aggregate_id = $1 AND version = $2',
          [id, version],
        );
    });

    expect(await alteredVersions(id)).toEqual([1, 2, 3]);
  });
});

/** All columns except the sequence. */
const COLUMNS =
  'aggregate, aggregate_id, version, at, actor, actor_id, command_key, import_id, change, transaction, hash';
