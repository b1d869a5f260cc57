import type { OfferRow } from '../../../src/service/import/row-views';
import { DateRange, formatDays } from '../../../src/domain/values/date-range';
import { territoryName } from '../../../src/domain/values/territory';
import { listed } from '../../../src/domain/values/words';

/** As many territories as are named. */
const NAMED = 3;

/** `EST, 1 Jan – 31 Dec 2027`. */
export function offerWords({ offer: { rightsType, window } }: OfferRow): string {
  const { lastDay } = DateRange.of(window.startsOn, window.endsOn);
  return `${rightsType}, ${formatDays(window.startsOn, lastDay)}`;
}

/** `HD in fr, for Canada and Mexico`. */
export function rowSubject({ cells, territories }: OfferRow): string {
  const format = cells['AvailTrans/FormatProfile'] ?? '';
  const language = cells['AvailTrans/AssetLanguage'] ?? '';
  const where = listed(territories.slice(0, NAMED).map(territoryName), territories.length);
  return `${format}${language === '' ? '' : ` in ${language}`}, for ${where}`;
}

/** What the groups of columns are called on the page. */
const GROUPS: Readonly<Record<string, string>> = {
  Avail: 'Avail',
  AvailAsset: 'Asset',
  AvailMetadata: 'Metadata',
  AvailTrans: 'Transaction',
  Disposition: 'Disposition',
  Reference: 'Reference',
};

/** The filled cells by group, in the order of the standard; what it does not know last. */
export function cellGroups({ cells }: OfferRow): readonly {
  readonly group: string;
  readonly cells: readonly (readonly [name: string, text: string])[];
}[] {
  const byGroup = new Map<string, [string, string][]>(
    [...Object.values(GROUPS), 'Other'].map((group) => [group, []]),
  );
  for (const [column, text] of Object.entries(cells)) {
    const slash = column.indexOf('/');
    const group = GROUPS[column.slice(0, Math.max(slash, 0))];
    byGroup
      .get(group ?? 'Other')
      ?.push([group === undefined ? column : column.slice(slash + 1), text]);
  }
  return [...byGroup].flatMap(([group, of]) => (of.length === 0 ? [] : [{ group, cells: of }]));
}
