import { buffer } from 'node:stream/consumers';
import { inflateRawSync } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import { fromBufferPromise } from 'yauzl';
import { UnreadableWorkbook } from '../../domain/avails/unreadable-workbook';

/** The unpacked XML parts of a workbook by name. Their total size is within the limits. */
export type Parts = ReadonlyMap<string, Buffer>;

const MEGABYTE = 1024 * 1024;
const MAX_PACKED = 5 * MEGABYTE;
const MAX_UNPACKED = 50 * MEGABYTE;
const MAX_ENTRIES = 200;

/** The signature of an older or encrypted Excel file. */
const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const ZIP = Buffer.from('504b0304', 'hex');

/**
 * Unpacks the XML parts of a workbook. Checks the sizes in the directory of the archive before unpacking, and that each
 * entry is as large as stated. Only these parts are parsed, because a parser that reads the archive itself could use other
 * sizes in it.
 *
 * @param maxUnpacked bytes
 * @throws UnreadableWorkbook for a file that is not a workbook, exceeds the limits, or has macros, a password or a DTD
 */
export async function unpack(bytes: Uint8Array, maxUnpacked = MAX_UNPACKED): Promise<Parts> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  requireZip(file);
  const archive = await damagedUnless(fromBufferPromise(file));
  const entries = await directory(archive, maxUnpacked);
  requireWorkbook(entries.map(({ fileName }) => fileName));
  const parts = new Map<string, Buffer>();
  for (const entry of entries.filter(({ fileName }) => /\.(xml|rels)$/i.test(fileName))) {
    const part = await damagedUnless(content(archive, entry));
    requirePlainXml(part);
    parts.set(entry.fileName, part);
  }
  return parts;
}

const STORED = 0;
const DEFLATED = 8;

/** Unpacks an entry, up to the size stated in the directory; an entry of another size is damaged. */
async function content(archive: ZipFile, entry: Entry): Promise<Buffer> {
  const size = entry.uncompressedSize;
  const packed = await buffer(
    await archive.openReadStreamPromise(entry, { decodeFileData: false }),
  );
  const part = entry.compressionMethod === STORED ? packed : inflated(packed, size);
  if (![STORED, DEFLATED].includes(entry.compressionMethod) || part.length !== size)
    throw new Error(`${entry.fileName} is not as the directory says.`);
  return part;
}

function inflated(packed: Buffer, size: number): Buffer {
  return size === 0 ? Buffer.alloc(0) : inflateRawSync(packed, { maxOutputLength: size });
}

function requireZip(file: Buffer): void {
  if (file.length > MAX_PACKED)
    throw new UnreadableWorkbook('This file is larger than 5 MB. Split it into several.');
  if (file.length === 0) throw new UnreadableWorkbook('This file is empty. Choose another file.');
  if (file.subarray(0, COMPOUND.length).equals(COMPOUND))
    throw new UnreadableWorkbook(
      'This is an old Excel file (.xls), or it has a password. Save it as an Excel workbook (.xlsx) without one.',
    );
  if (!file.subarray(0, ZIP.length).equals(ZIP))
    throw new UnreadableWorkbook(
      'This file is not an Excel workbook, despite its name. Save it as an Excel workbook (.xlsx).',
    );
}

/** All entries of the archive, if their stated number and size are within the limits. */
async function directory(archive: ZipFile, maxUnpacked: number): Promise<Entry[]> {
  if (archive.entryCount > MAX_ENTRIES)
    throw new UnreadableWorkbook(
      `This file is packed from ${archive.entryCount.toLocaleString('en-US')} parts; the limit is ${MAX_ENTRIES}. Save only the avails sheets in a separate workbook.`,
    );
  const entries: Entry[] = [];
  const read = async () => {
    for await (const entry of archive.eachEntry()) entries.push(entry);
  };
  await damagedUnless(read());
  if (entries.some((entry) => entry.isEncrypted()))
    throw new UnreadableWorkbook('This file has a password. Save it without one.');
  if (new Set(entries.map(({ fileName }) => fileName.toLowerCase())).size < entries.length)
    throw damaged();
  const unpacked = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  if (unpacked > maxUnpacked)
    throw new UnreadableWorkbook(
      `This file unpacks to ${Math.ceil(unpacked / MEGABYTE).toLocaleString('en-US')} MB; the limit is ${maxUnpacked / MEGABYTE} MB. Split it into several.`,
    );
  return entries;
}

function requireWorkbook(names: readonly string[]): void {
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (has(/(^|\/)vbaProject\.bin$/i) || has(/(^|\/)macrosheets\//i))
    throw new UnreadableWorkbook(
      'This workbook has macros. Save it as an Excel workbook without them (.xlsx).',
    );
  if (has(/(^|\/)workbook\.bin$/i))
    throw new UnreadableWorkbook(
      'This is a binary workbook (.xlsb). Save it as an Excel workbook (.xlsx).',
    );
  if (!has(/^\[Content_Types\]\.xml$/i) || !has(/(^|\/)workbook\.xml$/i))
    throw new UnreadableWorkbook(
      'This file is an archive, not an Excel workbook. Save the avails as an Excel workbook (.xlsx).',
    );
}

/** Byte order marks of UTF-16, whose text the checks below cannot read. */
const UTF_16 = [Buffer.from([0xff, 0xfe]), Buffer.from([0xfe, 0xff])];

function requirePlainXml(part: Buffer): void {
  if (UTF_16.some((mark) => part.subarray(0, 2).equals(mark))) throw damaged();
  if (hasMarkup(part, '<', '!DOCTYPE') || hasMarkup(part, '<', '!ENTITY'))
    throw new UnreadableWorkbook(
      'This file defines XML entities, which spreadsheet programs never do. Save it again as an Excel workbook (.xlsx).',
    );
}

/**
 * Whether markup occurs in a part: one of the openings, directly before `rest`. Searches for `rest` only, because every tag
 * has an opening, and stopping at each takes ten times as long.
 */
export function hasMarkup(part: Buffer, openings: string, rest: string): boolean {
  for (let at = part.indexOf(rest); at !== -1; at = part.indexOf(rest, at + 1))
    if (at > 0 && openings.includes(String.fromCharCode(part[at - 1] ?? 0))) return true;
  return false;
}

async function damagedUnless<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    throw damaged(error);
  }
}

function damaged(cause?: unknown): UnreadableWorkbook {
  const error = new UnreadableWorkbook(
    'This file is damaged. Open it in a spreadsheet program and save it again as an Excel workbook (.xlsx).',
  );
  error.cause = cause;
  return error;
}
