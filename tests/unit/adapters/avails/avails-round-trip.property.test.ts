import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CheckedFile } from '../../../../src/domain/avails/avail-entry';
import { unpack } from '../../../../src/adapters/avails/archive';
import { readWorkbook } from '../../../../src/adapters/avails/workbook-reader';
import { availsWorkbook } from '../../../../src/adapters/avails/workbook-writer';
import { inReadingOrder } from '../../../../src/domain/avails/avail-row';
import { availRows } from '../../../../src/domain/avails/avail-rows';
import { LANGUAGES } from '../../../../src/adapters/avails/languages';
import { checkFile } from '../../../../src/domain/avails/checking/check-file';
import { FIRST_RULES } from '../../../../src/domain/avails/import-rules';
import { planImport } from '../../../../src/domain/avails/planning/plan-import';
import { isoDate } from '../../../../src/domain/values/date-range';
import { runs } from '../../../builders/effort';
import { catalogs } from './random-catalogs';

const TODAY = isoDate('2026-06-10');

async function checked(bytes: Uint8Array): Promise<CheckedFile> {
  return checkFile(readWorkbook(await unpack(bytes)), FIRST_RULES, TODAY, LANGUAGES);
}

it('importing an exported catalog changes nothing', { timeout: 300_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(catalogs, async ({ sold, stored }) => {
      const made = sold.map((title) => ({ id: title.id, ...availRows(title) }));
      const rows = inReadingOrder(made.flatMap((one) => one.rows));
      // A catalog that is taken down as a whole has nothing to export.
      fc.pre(rows.length > 0);
      const file = await checked(availsWorkbook(rows));

      expect(file).toMatchObject({ version: '1.9', versionStated: true });
      expect(file.rows).toHaveLength(rows.length);
      expect(file.problems.filter(({ severity }) => severity === 'error')).toEqual([]);

      const plan = planImport(
        file,
        stored,
        FIRST_RULES,
        (name) => `new ${name}`,
        TODAY,
        'own.xlsx',
      );

      expect(plan.groups).toEqual([]);
      expect(new Set(plan.unchanged.map(({ id }) => id))).toEqual(
        new Set(made.flatMap((one) => (one.rows.length > 0 ? [one.id] : []))),
      );
    }),
    { numRuns: runs(60) },
  );
});
