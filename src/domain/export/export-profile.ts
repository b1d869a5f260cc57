import type { RowStyle } from '../avails/avail-rows';
import type { ExportStyleInput } from './export-style';
import { DomainError } from '../errors';
import { shortText } from '../values/text';
import { exportStyle } from './export-style';
import { styleWords } from './export-style-words';

/** How exports are written for a receiver. */
export interface ExportProfile {
  /** UUID. */
  readonly id: string;
  /** The receiver's. */
  readonly name: string;
  readonly style: RowStyle;
  /** 1 for a new one; every change that is saved raises it by one. */
  readonly revision: number;
}

/** A profile as it is stored. */
export interface StoredExportProfile extends ExportProfile {
  readonly changedBy: string;
  /** ISO 8601 in UTC. */
  readonly changedAt: string;
}

/** @throws InvalidText, InvalidFormats, UnwritableColumns */
export function exportProfile(
  id: string,
  name: string,
  style: ExportStyleInput,
  revision: number,
): ExportProfile {
  return {
    id,
    name: shortText(name, 'name', 'A receiver’s name'),
    style: exportStyle(style),
    revision,
  };
}

/** Whether two profiles are called the same and write the same. */
export function isSameProfile(one: ExportProfile, other: ExportProfile): boolean {
  return one.name === other.name && styleWords(one.style) === styleWords(other.style);
}

/** A profile cannot be given the name of another receiver that has one. */
export class ReceiverTaken extends DomainError {
  readonly code = 'receiver-taken';
  override readonly field = 'name';

  constructor(name: string) {
    super(`${name} has a profile already. Edit that one, or enter another name.`);
  }
}

/** The profile is no longer as it was when a person began to edit it. */
export class ReceiverChanged extends DomainError {
  readonly code = 'receiver-changed';

  constructor(readonly latest: StoredExportProfile) {
    super(
      `${latest.changedBy} saved ${latest.name} while you were editing: ${styleWords(latest.style)}. Save again to replace that, or cancel to keep it.`,
    );
  }
}
