import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '../integration/support';
import { ImportDriver } from '../integration/files/support-imports';
import {
  exported,
  firstSheet,
  imported,
  NO_CHANGE,
  reviewOf,
} from '../integration/files/support-round-trip';
import { refusals } from '../unit/domain/avails/reference-validator';
import { sampleFile } from './sample-file';

/**
 * The samples of which an export has something to say, with how many rows: as many as the file has that no error stops, one
 * per territory (row 4 of Movies_v1.7.3 is for all but two of 250), without the four of Movies_v1.9 that repeat others under
 * another AvailID. Counted from the XML of the sheets with a reader of another language.
 */
const SAMPLE_ROWS = [
  ['Avails_Volume_v1.8.xlsx', 9],
  ['Avails_noErrors_v2.3_v1.7.3.xlsx', 24],
  ['Avails_noErrors_v2.3_v1.8.xlsx', 24],
  ['Movies_v1.7.2_Collection.xlsx', 12],
  ['Movies_v1.7.3.xlsx', 250],
  ['Movies_v1.9.xlsx', 22],
  ['TV_v1.9.xlsx', 38],
] as const;

/** The other: reductions of nothing. */
const SILENT_SAMPLES = [['TPT-test_v1.9.xlsx', /no title has a matching offer/]] as const;

/** What no row of the samples says, and what the validator refuses by a fault of its own. */
const UNSAID = /: (No CaptionIncluded|WorkType “Volume”)$/;

/** A database for each sample: some are the same titles. */
const drivers = new Map<string, ImportDriver>();
for (const [name] of [...SAMPLE_ROWS, ...SILENT_SAMPLES])
  drivers.set(name, new ImportDriver(await testDatabase()));

function driverOf(sample: string): ImportDriver {
  const driver = drivers.get(sample);
  if (driver === undefined) throw new Error(`There is no database for ${sample}.`);
  return driver;
}

describe('a sample that is imported and exported', () => {
  const rules = { contract: 'SAMPLE-1' } as const;
  const bytesOf = (name: string) => readFileSync(sampleFile(name));

  it.each(SAMPLE_ROWS)('%s comes back in %i rows, which change nothing', async (name, rows) => {
    const driver = driverOf(name);
    const id = await imported(driver, bytesOf(name), rules);
    const { studios } = await driver.view(id);
    const made = await Promise.all(
      studios.map((studio) => exported(driver, { studio, territories: 'each' })),
    );

    expect(made.flatMap(({ leftOut }) => leftOut)).toEqual([]);
    expect(made.reduce((sum, one) => sum + one.rows, 0)).toBe(rows);
    for (const { bytes } of made) {
      expect(refusals(firstSheet(bytes)).filter((what) => !UNSAID.test(what))).toEqual([]);
      expect(await reviewOf(driver, bytes)).toEqual(NO_CHANGE);
    }
  });

  it.each(SILENT_SAMPLES)('%s leaves nothing to export', async (name, reason) => {
    const driver = driverOf(name);
    await imported(driver, bytesOf(name), rules);

    await expect(exported(driver, {})).rejects.toThrow(reason);
  });
});
