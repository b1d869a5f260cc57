import { crc32, deflateRawSync } from 'node:zlib';
import type { ColumnKey } from '../../src/domain/avails/vocabulary/columns';
import { TEMPLATES } from '../../src/domain/avails/vocabulary/columns';
import { addDays, isoDate } from '../../src/domain/values/date-range';

/** What the bench imports: the movie template and two spare columns, of which each row fills 35. */
export const WORKBOOK = { rows: 20_000, columns: 80 };

const TERRITORIES = ['US', 'CA', 'GB', 'FR', 'DE', 'ES', 'IT', 'NL', 'SE', 'AU'];
const SPARE = ['Bench/Spare1', 'Bench/Spare2'];
const HEADERS = [...TEMPLATES.movies.map(({ key }) => key as string), ...SPARE];
const FIRST_DAY = isoDate('2027-01-01');

/** A title has one row per format and territory. */
const ROWS_PER_TITLE = 2 * TERRITORIES.length;

function cellsOf(place: number): Partial<Record<ColumnKey, string>> {
  const title = Math.floor(place / ROWS_PER_TITLE);
  const territory = TERRITORIES[Math.floor(place / 2) % TERRITORIES.length] ?? '';
  const id = String(title).padStart(6, '0');
  return {
    'Avail/DisplayName': 'Northlight',
    'Avail/Licensee': 'The store',
    'AvailTrans/AssetLanguage': 'en',
    'AvailTrans/Territory': territory,
    'AvailAsset/WorkType': 'Movie',
    'Disposition/EntryType': 'Full Extract',
    'AvailMetadata/TitleInternalAlias': `Quiet concert ${id}`,
    'AvailMetadata/TitleDisplayUnlimited': `Quiet concert, the ${id}th`,
    'AvailMetadata/LocalizationType': 'sub',
    'AvailMetadata/CompanyDisplayCredit': 'Northlight Pictures',
    'AvailMetadata/Director': `Director ${title % 300}`,
    'AvailTrans/LicenseType': 'EST',
    'AvailTrans/LicenseRightsDescription': 'Library',
    'AvailTrans/FormatProfile': place % 2 === 0 ? 'HD' : 'SD',
    'AvailTrans/HDR': 'False',
    'AvailTrans/Start': addDays(FIRST_DAY, title % 300),
    'AvailTrans/End': 'Open',
    'AvailTrans/PriceType': 'WSP',
    'AvailTrans/PriceValue': `${4 + (title % 10)}.99`,
    'AvailTrans/PriceCurrency': 'USD',
    'AvailTrans/Description': 'Sent for the bench',
    'AvailAsset/AltID': `NL-${id}`,
    'AvailAsset/ContentID': `md:cid:org:northlight.example:${id}`,
    'Avail/AvailID': `nl-${id}-${place}`,
    'Avail/ReportingID': `md:reportingid:org:northlight.example:${id}`,
    'Avail/ALID': `md:alid:org:northlight.example:${id}`,
    'AvailMetadata/ReleaseYear': String(1990 + (title % 35)),
    'AvailMetadata/ReleaseHistoryOriginal': `${1990 + (title % 35)}-05-04`,
    'Avail/ExceptionFlag': 'No',
    'AvailMetadata/CaptionIncluded': 'Yes',
    'AvailTrans/ContractID': 'NL-2027-1',
    'Avail/ServiceProvider': 'Posthouse',
    'AvailMetadata/TotalRunTime': '01:52:07',
    'AvailTrans/AllowedLanguages': 'en,fr,de',
    'Avail/RetailerSpare1': `batch ${title % 50}`,
  };
}

/** An .xlsx file as a spreadsheet program writes it: every text once, cells pointing to it, all parts compressed. */
export function benchWorkbook(): Buffer {
  const texts = new Map<string, number>();
  const cell = (column: number, row: number, text: string): string => {
    const place = texts.get(text) ?? texts.size;
    texts.set(text, place);
    return `<c r="${letters(column)}${row}" t="s"><v>${place}</v></c>`;
  };
  const header = (part: 0 | 1) =>
    HEADERS.map((key, column) => cell(column, part + 1, key.split('/')[part] ?? '')).join('');
  const rows = Array.from({ length: WORKBOOK.rows }, (_, place) => {
    const cells: Readonly<Record<string, string>> = cellsOf(place);
    const filled = HEADERS.map((key, column) => {
      const text = cells[key];
      return text === undefined ? '' : cell(column, place + 4, text);
    });
    return `<row r="${place + 4}">${filled.join('')}</row>`;
  });
  const sheet = `<row r="1">${header(0)}</row><row r="2">${header(1)}</row>${rows.join('')}`;
  const items = [...texts.keys()].map((text) => `<si><t>${text}</t></si>`).join('');
  return zipped({
    ...FIXED_PARTS,
    'xl/worksheets/sheet1.xml': xml(
      `<worksheet ${MAIN}><sheetData>${sheet}</sheetData></worksheet>`,
    ),
    'xl/sharedStrings.xml': xml(`<sst ${MAIN} uniqueCount="${texts.size}">${items}</sst>`),
  });
}

function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}

const xml = (body: string) => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${body}`;

const OFFICE = 'http://schemas.openxmlformats.org';
const MAIN = `xmlns="${OFFICE}/spreadsheetml/2006/main"`;
const RELATIONS = `${OFFICE}/officeDocument/2006/relationships`;
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const FIXED_PARTS = {
  '[Content_Types].xml': xml(
    `<Types xmlns="${OFFICE}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
      [
        ...[['/xl/workbook.xml', 'sheet.main']],
        ...[['/xl/worksheets/sheet1.xml', 'worksheet']],
        ...[['/xl/sharedStrings.xml', 'sharedStrings']],
      ]
        .map(
          ([part = '', type = '']) =>
            `<Override PartName="${part}" ContentType="${CONTENT}.${type}+xml"/>`,
        )
        .join('') +
      '</Types>',
  ),
  '_rels/.rels': xml(
    `<Relationships xmlns="${OFFICE}/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ),
  'xl/workbook.xml': xml(
    `<workbook ${MAIN} xmlns:r="${RELATIONS}"><sheets><sheet name="Movies" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  ),
  'xl/_rels/workbook.xml.rels': xml(
    `<Relationships xmlns="${OFFICE}/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
  ),
};

/** A zip archive of some texts by name. */
function zipped(parts: Readonly<Record<string, string>>): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(parts)) {
    const content = Buffer.from(text);
    const packed = deflateRawSync(content);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(content), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(content.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name), packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00'), fields, rest, Buffer.from(name));
    locals.push(local);
    offset += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  const count = Object.keys(parts).length;
  end.writeUInt16LE(count, 4);
  end.writeUInt16LE(count, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, list, Buffer.from('PK\x05\x06'), end]);
}
