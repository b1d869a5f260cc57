import { DomainError } from '../errors';

/** A file that contains no readable avails (F1, F2). The message gives the reason and the fix. */
export class UnreadableWorkbook extends DomainError {
  readonly code = 'unreadable-workbook';
  override readonly field = 'file';
}
