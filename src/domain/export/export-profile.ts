import type { RowStyle } from '../avails/avail-rows';
import type { ExportStyleInput } from './export-style';
import { DomainError } from '../errors';
import { shortText } from '../values/text';
import { exportStyle } from './export-style';

/** How exports are written for a receiver. */
export interface ExportProfile {
  /** UUID. */
  readonly id: string;
  /** The receiver's. */
  readonly name: string;
  readonly style: RowStyle;
}

/** @throws InvalidText, InvalidFormats, UnwritableColumns */
export function exportProfile(id: string, name: string, style: ExportStyleInput): ExportProfile {
  return {
    id,
    name: shortText(name, 'name', 'A receiver’s name'),
    style: exportStyle(style),
  };
}

/** A profile cannot be given the name of another receiver that has one. */
export class ReceiverTaken extends DomainError {
  readonly code = 'receiver-taken';
  override readonly field = 'name';

  constructor(name: string) {
    super(`${name} has a profile already. Edit that one, or enter another name.`);
  }
}
