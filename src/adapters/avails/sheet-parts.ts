import { posix } from 'node:path';
import type { WorkBook } from '@e965/xlsx';
import type { Parts } from './archive';

/** Which parts the sheets of a workbook are in. */
export interface SheetParts {
  /** The part that lists the sheets. */
  readonly workbook: string;
  /** Name of each sheet’s part by the id that the workbook gives it. */
  readonly byId: ReadonlyMap<string, string>;
}

/** Finds the parts of sheets by what the archive says of them; those that it says in an unusual way are not found. */
export function sheetParts(parts: Parts): SheetParts {
  const workbook = [...parts.keys()].find((name) => WORKBOOK.test(name)) ?? '';
  const folder = posix.dirname(workbook);
  const relations = parts.get(`${folder}/_rels/workbook.xml.rels`)?.toString() ?? '';
  const byId = new Map<string, string>();
  for (const [relation] of relations.matchAll(RELATION)) {
    const [id, target] = [attribute(relation, 'Id'), attribute(relation, 'Target')];
    const name = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
    if (parts.has(name)) byId.set(id, name);
  }
  return { workbook, byId };
}

const WORKBOOK = /(^|\/)workbook\.xml$/;
const RELATION = /<(?:\w+:)?Relationship\b[^>]*>/g;

function attribute(element: string, name: string): string {
  return new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(element)?.[1] ?? '';
}

/** The part of each sheet in the order of the workbook; `undefined` where it was not found. */
export function partsInOrder(
  { workbook, byId }: SheetParts,
  read: WorkBook,
): readonly (string | undefined)[] {
  const { Directory: directory } = read as { readonly Directory?: { workbooks?: string[] } };
  const isRead = directory?.workbooks?.[0]?.replace(/^\//, '') === workbook;
  const sheets = (read.Workbook?.Sheets ?? []) as readonly { readonly id?: string }[];
  return sheets.map(({ id }) => (isRead ? byId.get(id ?? '') : undefined));
}
