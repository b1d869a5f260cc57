import { describe, expect, it } from 'vitest';
import type { CellNote } from '../../../../../src/domain/avails/reading/raw-sheet';
import { LANGUAGES } from '../../../../../src/adapters/avails/languages';
import { checkFile } from '../../../../../src/domain/avails/checking/check-file';
import { COLUMNS } from '../../../../../src/domain/avails/vocabulary/columns';
import { isoDate } from '../../../../../src/domain/values/date-range';
import { MOVIE, TODAY, aRawRow, aSheet, someRules } from '../../../../builders/sheet-builders';

const FREE_TEXT = 'AvailTrans/OtherTerms';

/** The problems of a movie row in which one cell has a text and a note. */
function checkNote(key: string, text: string, note: CellNote) {
  const sheet = aSheet([{ ...MOVIE, [FREE_TEXT]: 'x', [key]: text }]);
  const [groups, names, row] = sheet.rows;
  if (groups === undefined || names === undefined || row === undefined) throw new Error('No row.');
  const keys = names.texts.map((name, place) => `${groups.texts[place] ?? ''}/${name}`);
  const cells = keys.map((one, place) => row.texts[row.columns.indexOf(place)] ?? '');
  const noted = aRawRow(4, cells, { [keys.indexOf(key)]: note });
  return checkFile(
    [{ ...sheet, rows: [groups, names, noted] }],
    someRules(),
    isoDate(TODAY),
    LANGUAGES,
  );
}

const UNREAD: readonly (readonly [string, CellNote, string])[] = [
  ['#N/A', { kind: 'error' }, 'This cell shows the error #N/A.'],
  ['', { kind: 'unsaved-formula' }, 'This cell has a formula without a saved value.'],
];

describe('an unreadable cell', () => {
  it.each(
    UNREAD.flatMap(([text, note, message]) =>
      COLUMNS.map((key) => [text, note, message, key] as const),
    ),
  )('(%j) %o is one error with %j in %s', (text, note, message, key) => {
    const { rows, problems } = checkNote(key, text, note);
    expect(problems.map((one) => [one.severity, one.row, one.column, one.message])).toEqual([
      ['error', 4, key, message],
    ]);
    expect(rows.map(({ entry }) => entry)).toEqual([null]);
  });

  it('shows its error value', () => {
    const { rows, problems } = checkNote('Avail/DisplayName', '#REF!', { kind: 'error' });
    expect(rows[0]?.row.cells['Avail/DisplayName']).toBe('#REF!');
    expect(problems[0]).toMatchObject({ value: '#REF!', code: 'F5' });
  });

  it('is no error in a column that is not read', () => {
    const { rows, problems } = checkNote('Own/Note', '#N/A', { kind: 'error' });
    expect(problems.map(({ severity }) => severity)).toEqual(['warning']);
    expect(rows[0]?.entry).not.toBeNull();
  });
});

describe('a cell with an ambiguous reading', () => {
  it.each([
    ['485', { kind: 'formula' }, /formula/],
    ['12345678901234600', { kind: 'cut-digits' }, /15 digits/],
    ['9.5', { kind: 'shown', shown: '10', value: '9.5' }, /shows “10”, but its stored value 9\.5/],
    ['', { kind: 'shown', shown: '', value: '485' }, /hides its value 485/],
    ["'+1", { kind: 'apostrophe' }, /apostrophe/],
  ] as const)('(%j) %o is a warning', (text, note, message) => {
    const { rows, problems } = checkNote(FREE_TEXT, text, note);
    expect(problems.map(({ severity, column }) => [severity, column])).toEqual([
      ['warning', FREE_TEXT],
    ]);
    expect(problems[0]?.message).toMatch(message);
    expect(rows[0]?.entry).not.toBeNull();
    expect(rows[0]?.row.cells[FREE_TEXT] ?? '').toBe(text);
  });
});
