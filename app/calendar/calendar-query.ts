import * as z from 'zod';
import type { IsoDate } from '../../src/domain/values/date-range';
import type { CalendarFilter } from '../../src/service/content/calendar-views';
import type { CalendarQuery } from './calendar-address';
import { contentKind } from '../../src/domain/content/content-kind';
import { isoDate } from '../../src/domain/values/date-range';
import { DomainError, isDomainError } from '../../src/domain/errors';
import { shortText } from '../../src/domain/values/text';
import { quoted } from '../../src/domain/values/words';
import { cursor, MAX_VALUES, view } from '../../src/wire/address';
import { monthOf } from './month';

export type SearchParameters = Record<string, string | string[] | undefined>;

/** Choices for "ends soon", in days from today. */
export const SOON = [7, 30, 90] as const;

export interface ReadQuery {
  readonly query: CalendarQuery & { readonly day?: IsoDate | undefined };
  readonly filter: CalendarFilter;
  /** Error messages of invalid query parameters, which are ignored. */
  readonly refusals: readonly string[];
}

/** Parses the calendar's query parameters. */
export function readQuery(search: SearchParameters, today: IsoDate): ReadQuery {
  const refusals: string[] = [];
  const read = <T>(name: string, parse: (text: string) => T): T | undefined => {
    return readAll([search[name]].flat().slice(0, 1), parse)?.[0];
  };
  const readAll = <T>(given: readonly (string | undefined)[], parse: (text: string) => T) => {
    const values = given.flatMap((value): T[] => {
      const text = (value ?? '').trim();
      if (text === '') return [];
      try {
        return [parse(text)];
      } catch (error) {
        if (!isDomainError(error)) throw error;
        refusals.push(error.message);
        return [];
      }
    });
    return values.length === 0 ? undefined : [...new Set(values)];
  };
  const day = read('day', isoDate);
  const month = read('month', (text) => monthOf(requireMonth(text)));
  const filter = {
    studio: readAll([search.studio].flat().slice(0, MAX_VALUES), (text) =>
      shortText(text, 'studio', 'A studio’s name'),
    ),
    kind: readAll([search.kind].flat().slice(0, MAX_VALUES), contentKind),
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
  .object({ view, starts: cursor, ends: cursor, rights: cursor, dark: cursor, gaps: cursor })
  .catch({
    ...{ view: undefined, starts: undefined, ends: undefined, rights: undefined },
    ...{ dark: undefined, gaps: undefined },
  });

/** Accepts months before 9999-12, whose last day has no next day. */
function requireMonth(text: string): IsoDate {
  try {
    if (/^\d{4}-\d{2}$/.test(text) && text < '9999-12') return isoDate(`${text}-01`);
  } catch (error) {
    if (!isDomainError(error)) throw error;
  }
  throw new InvalidParameter(`${quoted([text])} is not a month. Enter it like 2026-12.`);
}

function requireSoon(text: string): number {
  const found = SOON.find((days) => String(days) === text);
  if (found !== undefined) return found;
  throw new InvalidParameter(`Choose 7, 30 or 90 days, not ${quoted([text])}.`);
}

/** An invalid query parameter. */
class InvalidParameter extends DomainError {
  readonly code = 'unknown-part';
}
