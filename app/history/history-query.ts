import * as z from 'zod';
import type { ChangeGroup } from '../../src/service/history-views';
import type { SearchParameters } from '../../src/wire/address';
import type { HistoryQuery } from './history-address';
import { isoDate } from '../../src/domain/values/date-range';
import { isDomainError } from '../../src/domain/errors';
import { cursor, parametersOf, searched, several, view } from '../../src/wire/address';
import { ABOUT, KINDS, SEVERAL } from './history-address';

const day = z
  .string()
  .transform((text, context) => {
    try {
      return isoDate(text);
    } catch (error) {
      if (!isDomainError(error)) throw error;
      context.addIssue({ code: 'custom', message: error.message });
      return z.NEVER;
    }
  })
  .optional()
  .catch(undefined);

const query = z.object({
  person: several(z.uuid()),
  about: several(z.enum(namesOf(ABOUT))),
  kind: several(z.enum(namesOf<ChangeGroup>(KINDS))),
  studio: several(searched),
  from: day,
  to: day,
  view,
  cursor,
});

/** Reads the address; what cannot be read is left out. */
export function historyQuery(search: SearchParameters): HistoryQuery {
  return query.parse(parametersOf(search, SEVERAL));
}

function namesOf<Name extends string>(words: Readonly<Record<Name, string>>): Name[] {
  return Object.keys(words) as Name[];
}
