import { utils, write } from '@e965/xlsx';
import { TEMPLATES, type ColumnKey } from '../../src/domain/avails/vocabulary/columns';
import { on } from '../seed-data';

/** Cells of one row by column; missing ones are blank. */
export type AvailCells = Readonly<Partial<Record<ColumnKey, string>>>;

/** A file for a file input. */
export interface ChosenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A valid row of the movies template: a rental in the United States during the whole of `YEAR`. */
export function movieRow(
  stated: { readonly studio: string; readonly contract: string; readonly title: string },
  cells: AvailCells = {},
): AvailCells {
  const id = stated.title.replaceAll(' ', '-').toLowerCase();
  return {
    'Avail/DisplayName': stated.studio,
    'AvailTrans/ContractID': stated.contract,
    'AvailMetadata/TitleInternalAlias': stated.title,
    'Avail/ALID': `md:alid:org:example:${id}`,
    'AvailAsset/ContentID': `md:cid:org:example:${id}`,
    'Disposition/EntryType': 'Full Extract',
    'AvailAsset/WorkType': 'Movie',
    'AvailTrans/LicenseType': 'VOD',
    'AvailTrans/Territory': 'US',
    'AvailTrans/FormatProfile': 'HD',
    'AvailTrans/AssetLanguage': 'en',
    'AvailTrans/Start': on('01-01'),
    'AvailTrans/End': on('12-31'),
    'AvailTrans/PriceType': 'WSP',
    'AvailTrans/PriceValue': '4.99',
    'AvailTrans/PriceCurrency': 'USD',
    'AvailMetadata/CaptionIncluded': 'Yes',
    ...cells,
  };
}

/** A workbook of release 1.9 with one sheet of movies. */
export function availsFile(name: string, rows: readonly AvailCells[]): ChosenFile {
  const columns = TEMPLATES.movies.map(({ key }) => key);
  const heads = columns.map((key) => key.split('/'));
  const table = [
    heads.map(([group]) => group),
    heads.map(([, column]) => column),
    ['1.9'],
    ...rows.map((row) => columns.map((key) => row[key] ?? null)),
  ];
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(table), 'Movies');
  const buffer = write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer;
  return { name, mimeType: WORKBOOK, buffer };
}

/** A file with the name of a workbook and other content. */
export function fakeWorkbook(name: string, content: string | Buffer): ChosenFile {
  return { name, mimeType: WORKBOOK, buffer: Buffer.from(content) };
}
