import pg from 'pg';
import { describe, expect, it, vi } from 'vitest';
import { recordContract } from '../../../src/service/contract/contract-service';
import { aMovieRow } from '../../builders/avails-row-builders';
import { aName, anId } from '../../builders/license-builders';
import { testDatabase } from '../support';
import { ImportDriver } from './support-imports';

const database = await testDatabase();
const imports = new ImportDriver(database);

/** Movies with a license each, in two territories, so that most are changed by two groups. */
function rowsOf(studio: string, titles: number) {
  return Array.from({ length: titles }, (_, place) =>
    ['US', 'DE'].map((territory) =>
      aMovieRow(`${studio.replaceAll(' ', '-')}-${place}`, {
        'Avail/DisplayName': studio,
        'AvailTrans/Territory': territory,
        'AvailTrans/PriceValue': `${place + (territory === 'US' ? 1 : 201)}.99`,
      }),
    ),
  ).flat();
}

describe('groups of an import', () => {
  it.each(['file', 'license'] as const)(
    'are written by few statements for many of them, saved by %s',
    async (mode) => {
      const [few, many] = [aName('Few'), aName('Many')];
      const statements: number[] = [];
      for (const [studio, titles] of [
        [few, 4],
        [many, 20],
      ] as const) {
        const id = await imports.checked(rowsOf(studio, titles));
        await imports.decideCommit(id, mode);
        const sent = vi.spyOn(pg.Client.prototype, 'query');
        await imports.do(id, 'commit');
        statements.push(sent.mock.calls.length);
        sent.mockRestore();
        expect((await imports.view(id)).state).toBe('committed');
      }

      expect(statements[1]).toBe(statements[0]);
      const stored = await database.rows(
        `SELECT c.version, count(*)::int AS titles FROM content c WHERE studio = $1 GROUP BY 1`,
        [many],
      );
      expect(stored).toEqual([{ version: 2, titles: 20 }]);
      expect(await imports.findings()).toEqual([]);
    },
  );

  it('that the database refuses are tried one by one, so that the others are saved', async () => {
    const [taken, free] = [aName('Taken'), aName('Free')];
    const id = await imports.checked([...rowsOf(taken, 2), ...rowsOf(free, 2)]);
    const details = { studio: taken, reference: 'NL-1', signedOn: '2026-01-01', notes: '' };
    await recordContract({ ...imports.by(), contractId: anId(), details }, database.unitOfWork);
    const after = await imports.committed(id);

    expect(after.state).toBe('committed');
    const outcomes = await database.rows(
      'SELECT outcome, count(*)::int FROM import_groups WHERE import_id = $1 GROUP BY 1 ORDER BY 1',
      [id],
    );
    expect(outcomes).toEqual([
      { outcome: 'applied', count: 4 },
      { outcome: 'blocked', count: 4 },
    ]);
    const studios = await database.rows(
      'SELECT DISTINCT studio FROM licenses WHERE studio = ANY ($1)',
      [[taken, free]],
    );
    expect(studios).toEqual([{ studio: free }]);
  });
});
