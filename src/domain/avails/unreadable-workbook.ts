import { DomainError } from '../errors';

/** A file that no avails can be read from (F1, F2); the message says why, and what to do. */
export class UnreadableWorkbook extends DomainError {
  readonly code = 'unreadable-workbook';
  override readonly field = 'file';
}
