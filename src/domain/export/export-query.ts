import type { ExportStyleInput } from './export-style';
import type { RowStyle } from '../avails/avail-rows';
import { DomainError } from '../errors';
import { isoDate } from '../values/date-range';
import { shortText } from '../values/text';
import { exportStyle } from './export-style';

/** What an export can be written as, with the words people choose it by. */
export const EXPORT_FORMATS = {
  xlsx: 'Avails 1.9 workbook',
  csv: 'CSV',
} as const;

export type ExportFormat = keyof typeof EXPORT_FORMATS;

/** Which offers are exported, and how; every part is optional, and they narrow together. */
export interface ExportQuery extends RowStyle {
  /** The licensor's name. */
  readonly studio?: string | undefined;
  readonly contractIds?: readonly string[] | undefined;
  readonly licenseIds?: readonly string[] | undefined;
  /** Titles, each with all that belongs to it. */
  readonly contentIds?: readonly string[] | undefined;
  /** Offers that run on this day. */
  readonly on?: string | undefined;
  /** Offers that run on this day or later. */
  readonly from?: string | undefined;
}

/** A query as it is typed or sent. */
export type ExportQueryInput = Omit<ExportQuery, keyof RowStyle> & ExportStyleInput;

/** The rows of an import that were not taken, to be mended and uploaded again. */
export interface RejectedQuery {
  /** The id of the import. */
  readonly rejectedOf: string;
}

/** As many contracts, licenses or titles as can be chosen: one by one, or as all that a list finds. */
export const MAX_CHOSEN = 5_000;

/**
 * A query that says only what it means.
 *
 * @throws InvalidText, InvalidDate, TooManyChosen, InvalidFormats, UnwritableColumns
 */
export function exportQuery(query: ExportQueryInput): ExportQuery {
  const { studio, contractIds, licenseIds, contentIds, on, from } = query;
  return {
    ...(studio === undefined ? {} : { studio: shortText(studio, 'studio', 'A studio’s name') }),
    ...chosen('contractIds', contractIds),
    ...chosen('licenseIds', licenseIds),
    ...chosen('contentIds', contentIds),
    ...(on === undefined ? {} : { on: isoDate(on) }),
    ...(from === undefined ? {} : { from: isoDate(from) }),
    ...exportStyle(query),
  };
}

function chosen(name: string, ids: readonly string[] | undefined) {
  if (ids === undefined || ids.length === 0) return {};
  if (ids.length > MAX_CHOSEN) throw new TooManyChosen(ids.length);
  return { [name]: [...new Set(ids)] };
}

export class TooManyChosen extends DomainError {
  readonly code = 'too-many-chosen';

  constructor(count: number) {
    super(
      `You selected ${count.toLocaleString('en-US')}; the maximum is ${MAX_CHOSEN.toLocaleString('en-US')}.`,
    );
  }
}
