/** Advance widths of Geist Sans 560 with tabular figures, in hundredths of the font size, as Chromium draws them. */
const CHARACTERS: readonly (readonly [width: number, characters: string])[] = [
  [20, "'"],
  [24, ' .,·!'],
  [28, 'iIjl|`'],
  [31, '():;'],
  [37, 'frt"[]‹›'],
  [42, '/\\{}-*'],
  [54, '#szky_L+^~<=>'],
  [58, 'acZF?ehnouvxJT–'],
  [62, 'Ebdgpq0123456789Y£'],
  [66, '$KXPS&'],
  [70, 'AHURBVD'],
  [77, 'CGNOQ€'],
  [82, '%w'],
  [90, 'mM'],
  [97, 'W@'],
];

const WIDTHS = new Map(
  CHARACTERS.flatMap(([width, characters]) =>
    [...characters].map((character) => [character, width] as const),
  ),
);

/** Widths of characters missing from the table: accented Latin letters, and full-width characters. */
const LATIN = 62;
const SQUARE = 100;

/** Estimates the width of a text in pixels without the DOM; errs toward too wide. */
export function textWidth(text: string, fontSize: number): number {
  let hundredths = 0;
  for (const character of text) {
    hundredths += WIDTHS.get(character) ?? (character > '\u2fff' ? SQUARE : LATIN);
  }
  return (hundredths * fontSize) / 100;
}
