import * as z from 'zod';
import type { IsoDate } from '../../src/domain/values/date-range';
import type { CalendarFilter } from '../../src/service/views';
import type { CalendarQuery } from './calendar-address';
import { contentKind } from '../../src/domain/content/content-kind';
import { isoDate } from '../../src/domain/values/date-range';
import { DomainError, isDomainError } from '../../src/domain/errors';
import { shortText } from '../../src/domain/values/text';
import { quoted } from '../../src/domain/values/words';
import { cursor } from '../../src/wire/address';
import { monthOf } from './month';

export type SearchParameters = Record<string, string | string[] | undefined>;

/** Within how many days from today on something ends soon. */
export const SOON = [7, 30, 90] as const;

export interface ReadQuery {
  readonly query: CalendarQuery & { readonly day?: IsoDate | undefined };
  readonly filter: CalendarFilter;
  /** A sentence for each part of the address that cannot be read; the calendar is then shown without it. */
  readonly refusals: readonly string[];
}

/** What the calendar's address asks for. */
export function readQuery(search: SearchParameters, today: IsoDate): ReadQuery {
  const refusals: string[] = [];
  const read = <T>(name: string, meaning: (text: string) => T): T | undefined => {
    const given = search[name];
    const text = ((Array.isArray(given) ? given[0] : given) ?? '').trim();
    if (text === '') return undefined;
    try {
      return meaning(text);
    } catch (error) {
      if (!isDomainError(error)) throw error;
      refusals.push(error.message);
      return undefined;
    }
  };
  const day = read('day', isoDate);
  const month = read('month', (text) => monthOf(requireMonth(text)));
  const filter = {
    studio: read('studio', (text) => shortText(text, 'studio', 'A studio’s name')),
    kind: read('kind', contentKind),
  };
  const ending = read('ending', requireSoon);
  return {
    query: {
      month: month ?? monthOf(day ?? today),
      ...(ending === undefined ? { day } : { ending }),
      ...filter,
      ...places.parse(search),
    },
    filter,
    refusals,
  };
}

const places = z
  .object({ starts: cursor, ends: cursor, dark: cursor, gaps: cursor })
  .catch({ starts: undefined, ends: undefined, dark: undefined, gaps: undefined });

/** The calendar's very last month has no day after it. */
function requireMonth(text: string): IsoDate {
  try {
    if (/^\d{4}-\d{2}$/.test(text) && text < '9999-12') return isoDate(`${text}-01`);
  } catch (error) {
    if (!isDomainError(error)) throw error;
  }
  throw new UnknownPart(`${quoted([text])} is not a month. Enter it like 2026-12.`);
}

function requireSoon(text: string): number {
  const found = SOON.find((days) => String(days) === text);
  if (found !== undefined) return found;
  throw new UnknownPart(`Choose 7, 30 or 90 days, not ${quoted([text])}.`);
}

/** A part of the address that means nothing. */
class UnknownPart extends DomainError {
  readonly code = 'unknown-part';
}
