import type { LicenseClosing, TitleClosing } from '../../src/domain/closing';
import type { ExportQuery } from '../../src/domain/export/export-query';
import type { IsoDate } from '../../src/domain/values/date-range';
import type { ContentViews } from '../../src/service/content/content-views';
import type { ContractViews } from '../../src/service/contract/contract-views';
import type { LicenseViews } from '../../src/service/license/license-views';
import { CLOSED_NAMES } from './closing-words';
import { formatDay } from '../../src/domain/values/date-range';

/** Where the names of what was chosen stand. */
export interface NamePlaces {
  readonly contractViews: () => ContractViews;
  readonly licenseViews: () => LicenseViews;
  readonly contentViews: () => ContentViews;
  readonly today: () => IsoDate;
}

/** What is chosen one by one, as people read it; '' for nothing. Names are looked up while they are few enough to say. */
export async function selectionWords(
  { contractIds = [], licenseIds = [], contentIds = [] }: ExportQuery,
  { contractViews, licenseViews, contentViews, today }: NamePlaces,
): Promise<string> {
  const parts = await Promise.all([
    named(contractIds, 'contract', async (id) => {
      const contract = await contractViews().contract(id, today());
      return contract === null ? null : `${contract.studio} ${contract.reference}`;
    }),
    named(licenseIds, 'license', async (id) => {
      const license = await licenseViews().license(id);
      return license === null ? null : marked(license.details.name, license.closing);
    }),
    named(contentIds, 'title', async (id) => {
      const title = await contentViews().content(id);
      return title === null ? null : marked(title.details.title, title.closing);
    }),
  ]);
  return parts.filter((part) => part !== '').join(', ');
}

/** A name with how it is closed: `Library 2026 (ended)`. */
function marked(name: string, closing: LicenseClosing | TitleClosing | null): string {
  return closing === null ? name : `${name} (${CLOSED_NAMES[closing.kind].toLowerCase()})`;
}

async function named(
  ids: readonly string[],
  what: string,
  nameOf: (id: string) => Promise<string | null>,
): Promise<string> {
  const [id, ...more] = ids;
  if (id === undefined) return '';
  if (more.length > 0) return `${ids.length.toLocaleString('en-US')} ${what}s`;
  return `${what} ${(await nameOf(id)) ?? 'that does not exist'}`;
}

/** What an export is of, as people read it: `Northlight Studios, running on 4 Jan 2027`. */
export async function exportWords(query: ExportQuery, places: NamePlaces): Promise<string> {
  const { studio, on, from, endDates } = query;
  const parts = [
    studio ?? '',
    await selectionWords(query, places),
    on === undefined ? '' : `running on ${formatDay(on)}`,
    from === undefined ? '' : `running from ${formatDay(from)} on`,
    endDates === 'last-second' ? 'ends as date and time' : '',
  ].filter((part) => part !== '');
  const [first = 'everything', ...more] = parts;
  return [first.charAt(0).toUpperCase() + first.slice(1), ...more].join(', ');
}
