import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { TestDatabase } from '../integration/support';
import { languagesIn } from '../../src/domain/avails/origin-row';
import { isOwnAvailId } from '../../src/domain/avails/avail-ids';
import { testDatabase } from '../integration/support';
import { ImportDriver } from '../integration/files/support-imports';
import { exported, imported } from '../integration/files/support-round-trip';
import { sampleFile } from './sample-file';

/** The samples of which an export has something to say. */
const SAMPLES = [
  'Avails_Volume_v1.8.xlsx',
  'Avails_noErrors_v2.3_v1.7.3.xlsx',
  'Avails_noErrors_v2.3_v1.8.xlsx',
  'Movies_v1.7.2_Collection.xlsx',
  'Movies_v1.7.3.xlsx',
  'Movies_v1.9.xlsx',
  'TV_v1.9.xlsx',
] as const;

const CONTRACT = 'SAMPLE-1';

/** A row as a check reads it. */
interface Row {
  readonly row: number;
  readonly title: string;
  readonly right: string;
  readonly territories: readonly string[];
  readonly start: string;
  /** Inclusive; `null` for an open end. */
  readonly end: string | null;
  readonly cells: Readonly<Record<string, string>>;
}

interface Cell {
  readonly before: string;
  readonly after: string;
  readonly sent: Row;
  readonly back: Row;
}

const isFilled = ({ before, after }: Cell) => before === '' && after !== '';

/** Without the suffixes of 1.7.3, in which an export of 1.9 has no words. */
const isWithoutSuffix = ({ before, after }: Cell) => languagesIn(before).join(', ') === after;

/**
 * The only cells that come back differently, and how; the decision on imported rows says why. What a person or another row
 * of the file said is filled in, what was relative is resolved, and lists and faults are written as the standard says.
 */
const EXCEPTIONS: Readonly<Record<string, (cell: Cell) => boolean>> = {
  'AvailTrans/ContractID': ({ before, after }) => before === '' && after === CONTRACT,
  'AvailMetadata/SeasonNumber': isFilled,
  'AvailTrans/End': ({ after, sent, back }) => after === sent.end && after === back.end,
  'AvailTrans/Territory': ({ sent, after }) => sent.territories.includes(after),
  'AvailTrans/TerritoryExclusion': ({ after }) => after === '',
  'AvailTrans/AssetLanguage': isWithoutSuffix,
  'AvailTrans/AllowedLanguages': isWithoutSuffix,
  // Of rows that several territories had; and of the second of two rows that say the same.
  'Avail/AvailID': ({ before, after, sent }) =>
    isOwnAvailId(after) ? before === '' : sent.row >= 26 && sent.row <= 29,
  'Avail/BundledALIDs': ({ before, after }) => before.replaceAll(', ', ';') === after,
  'Avail/ExceptionFlag': ({ before, after }) => before === 'Yes' && after === '',
  // On the row of a season, where it means nothing.
  'AvailAsset/EpisodeContentID': ({ after, sent }) =>
    after === '' && sent.cells['AvailAsset/WorkType'] === 'Season',
  // Beyond the last header.
  BZ: ({ after }) => after === '',
};

const drivers = new Map<string, ImportDriver>();
for (const name of SAMPLES) drivers.set(name, new ImportDriver(await testDatabase()));

describe('a sample that is imported, exported and imported', () => {
  it.each(SAMPLES)('%s has every cell as before, but for those that are named', async (name) => {
    const driver = drivers.get(name);
    if (driver === undefined) throw new Error(`There is no database for ${name}.`);
    const first = await imported(driver, readFileSync(sampleFile(name)), { contract: CONTRACT });
    const { studios } = await driver.view(first);
    const backs: string[] = [];
    for (const studio of studios) {
      const { bytes } = await exported(driver, { studio, territories: 'each' });
      const id = await driver.uploaded(bytes);
      await driver.do(id, 'check');
      backs.push(id);
    }
    const sent = await rowsOf(driver.database, [first]);
    const back = new Map(
      (await rowsOf(driver.database, backs)).flatMap((row) =>
        keysOf(row).map((key) => [key, row] as const),
      ),
    );

    expect(new Set(sent.flatMap(keysOf))).toEqual(new Set(back.keys()));
    const others = sent.flatMap((row) =>
      keysOf(row).flatMap((key) => {
        const other = back.get(key);
        return other === undefined ? [key] : differences(row, other);
      }),
    );
    expect([...new Set(others)]).toEqual([]);
  });
});

/** The cells that differ and are no exceptions: `4 RatingValue: PG → R`. */
function differences(sent: Row, back: Row): readonly string[] {
  const columns = new Set([...Object.keys(sent.cells), ...Object.keys(back.cells)]);
  return [...columns].flatMap((column) => {
    const [before, after] = [sent, back].map(({ cells }) => cells[column]?.trim() ?? '');
    if (before === undefined || after === undefined || before === after) return [];
    if (EXCEPTIONS[column]?.({ before, after, sent, back }) === true) return [];
    return [`${sent.row} ${column}: ${before} → ${after}`];
  });
}

function rowsOf(database: TestDatabase, importIds: readonly string[]): Promise<readonly Row[]> {
  return database.rows<Row>(
    `SELECT row, content_id AS title, rights_type AS right, territories, starts_on::text AS start,
       (nullif(ends_on, 'infinity') - 1)::text AS end, cells
     FROM import_rows WHERE import_id = ANY ($1) AND outcome = 'accepted' AND content_id IS NOT NULL ORDER BY number`,
    [importIds],
  );
}

/** What a row is about: one key for each territory and language. */
function keysOf({ title, right, territories, start, cells }: Row): readonly string[] {
  const formats = ['FormatProfile', 'HDR', 'WCG', 'HFR', 'NGAudio'].map(
    (name) => cells[`AvailTrans/${name}`]?.trim() ?? '',
  );
  const languages = languagesIn(cells['AvailTrans/AssetLanguage'] ?? '');
  return territories.flatMap((territory) =>
    (languages.length > 0 ? languages : ['']).map((language) =>
      [title, right, territory, ...formats, language, start].join(' '),
    ),
  );
}
