/**
 * Cells in the plainest form there is: at a place, perhaps in a style, the number of a shared text; or nothing. Nearly all
 * cells of avails are like this.
 */
const PLAIN =
  /<c r="([A-Z]{1,3})([1-9]\d{0,6})"(?: s="\d+")?(?:\/>| t="s"(?: s="\d+")?><v>(\d+)<\/v><\/c>)/g;

/** A cell that stands where the one before it ends. */
const WITHOUT_PLACE = /<(?:\w+:)?c(?=[\s>/])(?! r=")/;

const A = 'A'.charCodeAt(0) - 1;
const LETTERS = 26;

/** What a sheet is without its plain cells, and those. */
export interface PlainCells {
  readonly rest: Buffer;
  /** For each cell its row from 1, its column from 0 and the number of its text, in the order of the file. */
  readonly cells: readonly number[];
}

/**
 * Takes the plain cells out of the XML of a sheet. The library takes as long for one of them as for any other, which is most
 * of the time that a large workbook takes; what is left is for the library.
 */
export function takePlainCells(part: Buffer): PlainCells {
  const cells: number[] = [];
  const rest = part
    .toString('latin1')
    .replace(PLAIN, (_cell, letters: string, row: string, text: string | undefined) => {
      if (text !== undefined) cells.push(Number(row), columnOf(letters), Number(text));
      return '';
    });
  if (WITHOUT_PLACE.test(rest)) return { rest: part, cells: [] };
  return { rest: Buffer.from(rest, 'latin1'), cells };
}

function columnOf(letters: string): number {
  let column = 0;
  for (let place = 0; place < letters.length; place += 1)
    column = column * LETTERS + letters.charCodeAt(place) - A;
  return column - 1;
}
