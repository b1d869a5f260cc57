/**
 * Built-in formats that a workbook may reference by number without defining them (ECMA-376-1, 18.8.30), with an equivalent
 * that the library supports. Those of East Asia and Thailand depend on the language of the program: 34, 35, 55 and 56 are
 * dates in some and times in others, so they are read as both.
 */
const SAME_AS: ReadonlyMap<number, number> = new Map([
  ...[5, 6, 7, 8].map((id) => [id, id + 32] as const),
  ...[27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id) => [id, 14] as const),
  ...[32, 33].map((id) => [id, 21] as const),
  ...[34, 35, 55, 56].map((id) => [id, 22] as const),
  ...[59, 60, 61, 62].map((id) => [id, id - 58] as const),
  ...[67, 68].map((id) => [id, id - 58] as const),
  ...[69, 70].map((id) => [id, id - 57] as const),
  ...[71, 72, 73, 74, 81].map((id) => [id, 14] as const),
  ...[75, 76, 78, 80].map((id) => [id, 21] as const),
  [77, 22],
  [79, 46],
]);

const DEFINED = /<(?:\w+:)?numFmt\b[^>]*\bnumFmtId=["'](\d+)["']/g;
const USED = /(<(?:\w+:)?xf\b[^>]*?\bnumFmtId=["'])(\d+)(?=["'])/g;

/** The part of a workbook as the library can read it: styles get a supported format for each built-in one. */
export function withKnownFormats(name: string, part: Buffer): Buffer {
  if (!/(^|\/)styles\.xml$/i.test(name)) return part;
  const text = part.toString();
  const defined = new Set([...text.matchAll(DEFINED)].map(([, id]) => Number(id)));
  const known = text.replace(USED, (used, start: string, digits: string) => {
    const id = Number(digits);
    const same = defined.has(id) ? undefined : SAME_AS.get(id);
    return same === undefined ? used : `${start}${same}`;
  });
  return known === text ? part : Buffer.from(known);
}
