import { DomainError } from '../errors';

/** Largest file that is taken, in bytes. */
export const MAX_FILE = 5 * 1024 * 1024;

export class FileTooLarge extends DomainError {
  readonly code = 'file-too-large';
  override readonly field = 'file';

  constructor() {
    super('This file is larger than 5 MB. Split it into several.');
  }
}

/** What was uploaded is no workbook that avails come in; the message says what it is. */
export class NotAWorkbook extends DomainError {
  readonly code = 'not-a-workbook';
  override readonly field = 'file';
}

/** Another import has this id. */
export class ImportTaken extends DomainError {
  readonly code = 'import-taken';

  constructor() {
    super(
      'This file was already sent with a different name or content. Reload the page and choose it again.',
    );
  }
}

/** Somebody else decided first, or the file was checked again: what the person saw is no longer so. */
export class ImportMoved extends DomainError {
  readonly code = 'import-moved';

  constructor() {
    super('This import has changed since the page was loaded. Reload the page.');
  }
}

export class NothingToCommit extends DomainError {
  readonly code = 'nothing-to-commit';

  constructor() {
    super('There is nothing to save: every row is already stored, is left out or has an error.');
  }
}

/** The change is blocked, or the review has none with this number. */
export class NotToBeLeftOut extends DomainError {
  readonly code = 'not-to-be-left-out';

  constructor() {
    super('Only a change that can be saved can be left out. Reload the page.');
  }
}
