import type { AvailEntry, CheckedFile } from '../../src/domain/avails/avail-entry';
import type { ImportRules } from '../../src/domain/avails/import-rules';
import type { CellNote, RawRow, RawSheet } from '../../src/domain/avails/reading/raw-sheet';
import { LANGUAGES } from '../../src/adapters/avails/languages';
import { checkFile } from '../../src/domain/avails/checking/check-file';
import { isoDate } from '../../src/domain/values/date-range';

/** Text by column key: the filled cells of a row. */
export type Cells = Readonly<Record<string, string>>;

export const TODAY = '2027-01-15';

/** A valid row of a movie for purchase in Canada from 2027-03-01 to 2027-05-31 at $9.99. */
export const MOVIE: Cells = {
  'Avail/DisplayName': 'Northlight',
  'Disposition/EntryType': 'Full Extract',
  'Avail/ALID': 'md:alid:org:northlight.example:quiet',
  'AvailAsset/WorkType': 'Movie',
  'AvailAsset/ContentID': 'md:cid:org:northlight.example:quiet',
  'AvailMetadata/TitleInternalAlias': 'Quiet Harbor',
  'AvailTrans/LicenseType': 'EST',
  'AvailTrans/Territory': 'CA',
  'AvailTrans/FormatProfile': 'HD',
  'AvailTrans/AssetLanguage': 'en',
  'AvailTrans/Start': '2027-03-01',
  'AvailTrans/End': '2027-05-31',
  'AvailTrans/PriceType': 'WSP',
  'AvailTrans/PriceValue': '9.99',
  'AvailTrans/PriceCurrency': 'USD',
};

const TERMS: Cells = Object.fromEntries(
  Object.entries(MOVIE).filter(
    ([key]) => !['AvailAsset/ContentID', 'AvailMetadata/TitleInternalAlias'].includes(key),
  ),
);

/** The third episode of the second season, with the terms of `MOVIE`. */
export const EPISODE: Cells = {
  ...TERMS,
  'Avail/ALID': 'md:alid:org:northlight.example:tides-s2e3',
  'AvailAsset/WorkType': 'Episode',
  'AvailAsset/SeriesContentID': 'md:cid:org:northlight.example:tides',
  'AvailAsset/SeasonContentID': 'md:cid:org:northlight.example:tides-s2',
  'AvailAsset/EpisodeContentID': 'md:cid:org:northlight.example:tides-s2e3',
  'AvailMetadata/SeriesTitleInternalAlias': 'Tides',
  'AvailMetadata/SeasonNumber': '2',
  'AvailMetadata/EpisodeNumber': '3',
  'AvailMetadata/EpisodeTitleInternalAlias': 'The Ebb',
};

/** That season, sold itself with the same terms. */
export const SEASON: Cells = {
  ...TERMS,
  'Avail/ALID': 'md:alid:org:northlight.example:tides-s2',
  'AvailAsset/WorkType': 'Season',
  'AvailAsset/SeriesContentID': 'md:cid:org:northlight.example:tides',
  'AvailAsset/SeasonContentID': 'md:cid:org:northlight.example:tides-s2',
  'AvailMetadata/SeriesTitleInternalAlias': 'Tides',
  'AvailMetadata/SeasonNumber': '2',
};

/** Two movies in one product, with the same terms. */
export const COLLECTION: Cells = {
  ...MOVIE,
  'Avail/ALID': 'md:alid:org:northlight.example:harbors',
  'AvailAsset/WorkType': 'Collection',
  'AvailAsset/ContentID': 'md:cid:org:northlight.example:harbors',
  'AvailMetadata/TitleInternalAlias': 'The Harbors',
  'Avail/BundledALIDs': 'md:alid:org:northlight.example:quiet;md:alid:org:northlight.example:loud',
};

export function someRules(parts: Partial<ImportRules> = {}): ImportRules {
  return {
    endDates: 'inclusive',
    sameDayHandover: 'hand-over',
    reductions: 'split',
    licenses: 'propose',
    currency: 'USD',
    devices: ['tv'],
    contract: null,
    licensees: {},
    ...parts,
  };
}

/** A sheet with the three header rows and data from row 4 on. A blank text leaves the cell blank. */
export function aSheet(rows: readonly Cells[], name = 'Avails'): RawSheet {
  const keys = [...new Set([...Object.keys(MOVIE), ...rows.flatMap((row) => Object.keys(row))])];
  const parts = keys.map((key) => key.split('/'));
  return {
    name,
    isHidden: false,
    merges: [],
    rows: [
      aRawRow(
        1,
        parts.map(([group = '']) => group),
      ),
      aRawRow(
        2,
        parts.map(([, ...names]) => names.join('/')),
      ),
      ...rows.map((row, place) =>
        aRawRow(
          place + 4,
          keys.map((key) => row[key] ?? ''),
        ),
      ),
    ],
  };
}

/** A row of a sheet; blank texts are blank cells. */
export function aRawRow(
  number: number,
  cells: readonly string[],
  notes: Readonly<Record<number, CellNote>> = {},
): RawRow {
  const filled = cells
    .map((text, column) => ({ text, column }))
    .filter(({ text, column }) => text !== '' || Object.hasOwn(notes, column));
  return {
    number,
    columns: filled.map(({ column }) => column),
    texts: filled.map(({ text }) => text),
    notes: new Map(Object.entries(notes).map(([column, note]) => [Number(column), note])),
  };
}

/** Checks one sheet with these rows. */
export function checkOf(
  rows: readonly Cells[],
  rules: Partial<ImportRules> = {},
  today = TODAY,
): CheckedFile {
  return checkFile([aSheet(rows)], someRules(rules), isoDate(today), LANGUAGES);
}

/** Each problem as a line: `4 R6 error AvailTrans/PriceValue`; `-` for a whole sheet or row. */
export function problemLines({ problems }: CheckedFile): string[] {
  return problems.map(
    ({ row, code, severity, column }) => `${row ?? '-'} ${code} ${severity} ${column ?? '-'}`,
  );
}

/** The entry of each row; `null` for a row with an error. */
export function entriesOf({ rows }: CheckedFile): (AvailEntry | null)[] {
  return rows.map(({ entry }) => entry);
}

/** The entry of the only row. Fails without one. */
export function onlyEntry(file: CheckedFile): AvailEntry {
  const [entry] = entriesOf(file);
  if (file.rows.length !== 1 || entry === undefined || entry === null)
    throw new Error(`One row with an entry was expected: ${problemLines(file).join(', ')}.`);
  return entry;
}
