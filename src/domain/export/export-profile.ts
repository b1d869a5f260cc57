import type { RowStyle } from '../avails/avail-rows';
import type { ExportStyleInput } from './export-style';
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
