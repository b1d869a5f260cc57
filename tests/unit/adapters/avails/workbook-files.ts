import { crc32, deflateRawSync } from 'node:zlib';
import type { Cells } from '../../../builders/sheet-builders';

/** A part of an archive, with misrepresentations. */
export interface Part {
  readonly content: string | Buffer;
  /** The unpacked size in the directory, in bytes. */
  readonly directorySize?: number;
  /** The unpacked size in the header in front of the part, if different. */
  readonly headerSize?: number;
  readonly isEncrypted?: boolean;
  /** 8 for deflated, 0 for stored. */
  readonly method?: number;
}

/** Parts by name; a list allows duplicate names. */
export type Parts = Readonly<Record<string, string | Part>> | readonly (readonly [string, Part])[];

/** Creates a zip archive byte by byte, so that its sizes can be wrong. */
export function zipOf(parts: Parts): Buffer {
  const list: (readonly [string, string | Part])[] = Array.isArray(parts)
    ? [...(parts as readonly (readonly [string, Part])[])]
    : Object.entries(parts as Readonly<Record<string, string | Part>>);
  const fronts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, given] of list) {
    const part: Part = typeof given === 'string' ? { content: given } : given;
    const content = Buffer.from(part.content);
    const method = part.method ?? 8;
    const packed = method === 8 ? deflateRawSync(content) : content;
    const fields = (size: number) => {
      const buffer = Buffer.alloc(26);
      buffer.writeUInt16LE(20, 0);
      buffer.writeUInt16LE(part.isEncrypted === true ? 1 : 0, 2);
      buffer.writeUInt16LE(method, 4);
      buffer.writeUInt32LE(crc32(content), 10);
      buffer.writeUInt32LE(packed.length, 14);
      buffer.writeUInt32LE(size, 18);
      buffer.writeUInt16LE(Buffer.byteLength(name), 22);
      return buffer;
    };
    const directorySize = part.directorySize ?? content.length;
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(
      Buffer.from('PK\x01\x02\x14\x00'),
      fields(directorySize),
      place,
      Buffer.from(name),
    );
    const inFront = fields(part.headerSize ?? directorySize);
    const front = Buffer.concat([Buffer.from('PK\x03\x04'), inFront, Buffer.from(name), packed]);
    fronts.push(front);
    offset += front.length;
  }
  const names = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(list.length, 4);
  end.writeUInt16LE(list.length, 6);
  end.writeUInt32LE(names.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...fronts, names, Buffer.from('PK\x05\x06'), end]);
}

const OFFICE = 'http://schemas.openxmlformats.org';
const MAIN = `xmlns="${OFFICE}/spreadsheetml/2006/main"`;
const RELATIONS = `${OFFICE}/officeDocument/2006/relationships`;
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The parts of a workbook other than its sheet. */
export interface WorkbookOptions {
  /** Number formats from id 164 on. Each is used by the cell style of its index plus one. */
  readonly formats?: readonly string[];
  /** Number formats by an id that the file does not define. Their cell styles follow those of `formats`. */
  readonly builtIn?: readonly number[];
  readonly date1904?: boolean;
  /** XML after the cells: `<hyperlinks>…`. */
  readonly afterCells?: string;
  readonly isHidden?: boolean;
}

/** The parts of a workbook with one sheet, whose rows are given as XML. */
export function workbookParts(rows: string, options: WorkbookOptions = {}): Record<string, string> {
  const {
    formats = [],
    builtIn = [],
    date1904 = false,
    afterCells = '',
    isHidden = false,
  } = options;
  const styles = formats.map((format, place) => ({ id: 164 + place, code: escaped(format) }));
  const numbers = styles.map(({ id, code }) => `<numFmt numFmtId="${id}" formatCode="${code}"/>`);
  const used = [...styles.map(({ id }) => id), ...builtIn];
  const cells = used.map((id) => `<xf numFmtId="${id}" applyNumberFormat="1"/>`);
  return {
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="${OFFICE}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SPREADSHEET}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SPREADSHEET}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${SPREADSHEET}.styles+xml"/></Types>`,
    '_rels/.rels': `<?xml version="1.0"?><Relationships xmlns="${OFFICE}/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<?xml version="1.0"?><workbook ${MAIN} xmlns:r="${RELATIONS}"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets><sheet name="Avails" sheetId="1"${isHidden ? ' state="hidden"' : ''} r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<?xml version="1.0"?><Relationships xmlns="${OFFICE}/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<?xml version="1.0"?><styleSheet ${MAIN}><numFmts count="${styles.length}">${numbers.join('')}</numFmts><cellXfs count="${used.length + 1}"><xf numFmtId="0"/>${cells.join('')}</cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<?xml version="1.0"?><worksheet ${MAIN} xmlns:r="${RELATIONS}"><sheetData>${rows}</sheetData>${afterCells}</worksheet>`,
  };
}

/** Rows of an avails sheet as XML: the header, then `rows` from row 4 on. */
export function availsXml(rows: readonly Cells[], more = ''): string {
  const keys = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const parts = keys.map((key) => key.split('/'));
  return [
    rowXml(
      1,
      parts.map(([group = '']) => group),
    ),
    rowXml(
      2,
      parts.map(([, ...names]) => names.join('/')),
    ),
    ...rows.map((row, place) =>
      rowXml(
        place + 4,
        keys.map((key) => row[key] ?? ''),
      ),
    ),
    more,
  ].join('');
}

export function rowXml(number: number, texts: readonly string[]): string {
  const cells = texts.map((text, column) =>
    text === '' ? '' : textCellXml(`${letters(column)}${number}`, text),
  );
  return `<row r="${number}">${cells.join('')}</row>`;
}

export function textCellXml(place: string, text: string): string {
  return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}

export function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
