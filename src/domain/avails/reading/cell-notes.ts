import type { Problem } from '../sheet-row';
import type { CellNote } from './raw-sheet';
import { quoted } from '../../values/words';
import { rangeName } from './raw-sheet';

/** A problem with a cell. An error means that the cell cannot be read. */
export type CellProblem = Pick<Problem, 'severity' | 'code' | 'message' | 'remedy'>;

/**
 * The problem that a note on a cell of the standard means for its row.
 *
 * @param text the text of the cell
 */
export function cellProblem(note: CellNote, text: string): CellProblem {
  switch (note.kind) {
    case 'formula':
      return FORMULA;
    case 'unsaved-formula':
      return unread(
        'This cell has a formula without a saved value.',
        'Open the workbook in a spreadsheet program, save it there, and upload it again.',
      );
    case 'error':
      return unread(
        `This cell shows the error ${text}.`,
        'Fix the formula or the value in this cell.',
      );
    case 'cut-digits':
      return warning(
        'Spreadsheet programs store 15 digits of a number; the last digits of this one may be lost.',
        'Format the column as text, and enter the value again.',
      );
    case 'shown':
      return note.shown === ''
        ? warning(
            `The format of this cell hides its value ${note.value}; the cell is read as blank.`,
            'Clear the cell, or give it a format that shows the value.',
          )
        : warning(
            `The cell shows ${quoted([note.shown])}, but its stored value ${note.value} is read.`,
            'Enter the value you mean, and format the cell as text.',
          );
    case 'apostrophe':
      return warning(
        'The apostrophe at the start of this text is read as part of it.',
        'Delete the apostrophe if it is not part of the text.',
      );
    case 'merged':
      return warning(
        `This cell is merged (${rangeName(note.range)}); its value counts for each row.`,
        'Unmerge the cells, and enter the value in each row.',
      );
  }
}

/** The problem of a row in which a merged cell spans several columns of the standard. */
export function mergedAcross(range: string): CellProblem {
  return unread(
    `The cells ${range} are merged across columns, so the column of the value is unclear.`,
    'Unmerge the cells, and enter each value in its column.',
  );
}

const FORMULA = warning(
  'This cell has a formula; its saved value is read.',
  'Enter values instead of formulas.',
);

function warning(message: string, remedy: string): CellProblem {
  return { code: 'F3', severity: 'warning', message, remedy };
}

function unread(message: string, remedy: string): CellProblem {
  return { code: 'F5', severity: 'error', message, remedy };
}
