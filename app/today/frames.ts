import type { TodayScope } from '../../src/service/today/today-views';
import type { SectionFrame } from './sections/today-section';
import { DARK_SOON } from '../../src/service/content/content-views';
import { IMPORTS } from '../imports/import-address';
import { missingAddress } from '../price-tables/price-address';
import { SOON } from './sections/license-sections';
import { boardAddress, licensesAddress, TODAY } from './today-address';

export type SectionName = 'dark' | 'gaps' | 'ends' | 'starts' | 'imports' | 'missing' | 'others';

/** How the sections are called and where they lead, with what the page is narrowed to. @param since ISO 8601 in UTC */
export function frames(
  scope: TodayScope,
  { since, sinceWords }: { readonly since: string; readonly sinceWords: string },
): Record<SectionName, SectionFrame> {
  const { studio, territory, rightsType: rights } = scope;
  return {
    dark: {
      place: 1,
      words: (count) => `${count === 1 ? 'title goes' : 'titles go'} dark within ${DARK_SOON} days`,
      short: 'go dark',
      nothing: `Nothing goes dark within ${DARK_SOON} days.`,
      href: boardAddress('going-dark', scope),
      link: 'See all',
    },
    gaps: {
      place: 2,
      words: (count) => `${count === 1 ? 'gap starts' : 'gaps start'} within ${DARK_SOON} days`,
      short: 'gaps ahead',
      nothing: `No gap starts within ${DARK_SOON} days.`,
      href: boardAddress('gaps', scope),
      link: 'See all',
    },
    ends: {
      place: 3,
      words: (count) => `${count === 1 ? 'license ends' : 'licenses end'} within ${SOON} days`,
      short: `end in ${SOON} days`,
      nothing: `No license ends within ${SOON} days.`,
      href: endingAddress(scope, SOON),
      link: 'See all',
    },
    starts: {
      place: 4,
      words: (count) => `${count === 1 ? 'license starts' : 'licenses start'} within ${SOON} days`,
      short: 'start soon',
      nothing: `No license starts within ${SOON} days.`,
      href: licensesAddress(scope, { starting: String(SOON), sort: 'starts' }),
      link: 'See all',
    },
    imports: {
      place: 5,
      words: (count) => `${count === 1 ? 'import waits' : 'imports wait'} for a decision`,
      short: 'imports to decide',
      nothing: 'No import waits for a decision.',
      href: `${IMPORTS}?waiting=yes`,
      link: 'See all',
    },
    missing: {
      place: 6,
      words: (count) => `${count === 1 ? 'amount is' : 'amounts are'} missing`,
      short: 'no amount yet',
      nothing: 'Every tier that an offer uses has its amounts.',
      href: missingAddress({ studio, territory, rights }),
      link: 'See all',
    },
    others: {
      place: 7,
      words: (count) => `${count === 1 ? 'change' : 'changes'} by others`,
      short: 'by others',
      nothing: `Nobody else changed anything since ${sinceWords}.`,
      href: `${TODAY}/changes?${new URLSearchParams({ since }).toString()}`,
      link: `since ${sinceWords}`,
    },
  };
}

/** The licenses that end within some days. */
export function endingAddress(scope: TodayScope, days: number): string {
  return licensesAddress(scope, { expiring: String(days), sort: 'ends' });
}
