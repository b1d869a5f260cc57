import type { DateRangeData } from '../../values/date-range';
import type { OfferData } from '../../license/offer';
import type { ArrangedTitle, ImportItem, RowRef } from './import-plan';
import type { LicenseProposal } from './licenses/license-proposals';
import type { LicenseMatch } from './licenses/license-matching';
import type { Phase } from '../vocabulary/rights-chart';
import type { TitleRights } from './planned-rights';
import { CONTENT_KINDS } from '../../content/content-kind';
import { formatDays, DateRange } from '../../values/date-range';
import { contentKind } from '../../content/content-kind';
import { pricesInWords } from '../../license/price-list';
import { phaseKey } from '../vocabulary/rights-chart';
import { licenseIdOf } from './licenses/license-matching';

/** The review items of a license, its contract and its offers. */
export function licenseItems(proposal: LicenseProposal, how: LicenseMatch): ImportItem[] {
  const { contract, phases, titles, rightsType } = proposal;
  const rowsOf = (offer: OfferData): readonly RowRef[] =>
    phases.find((phase) => phaseKey(phase) === phaseKey(offer))?.rows ?? [];
  const rows = phases.flatMap((phase) => phase.rows);
  if (how.kind === 'refused')
    return [
      {
        what: 'license',
        outcome: 'created',
        name: titles[0]?.details.title ?? '',
        words: rightsType,
        id: titles[0]?.id ?? '',
        rows,
      },
    ];
  const id = licenseIdOf(how);
  const name = how.kind === 'granted' ? how.details.name : how.license.details.name;
  const item = (
    what: ImportItem['what'],
    outcome: ImportItem['outcome'],
    words: string,
    of: readonly RowRef[],
  ): ImportItem => ({ what, outcome, name, words, id, rows: of });
  const offers = (list: readonly OfferData[], outcome: ImportItem['outcome']) =>
    list.map((offer) => item('offer', outcome, offerInWords(offer), rowsOf(offer)));
  const ofContract: ImportItem[] =
    'refusal' in contract || !contract.isNew
      ? []
      : [
          {
            what: 'contract',
            outcome: 'created',
            name: contract.contract.reference,
            words: `With ${contract.contract.studio}`,
            id: contract.contract.id,
            rows: [],
          },
        ];
  switch (how.kind) {
    case 'granted': {
      const { window } = how.details.terms;
      const words = `${count(how.offers.length, 'offer')}, ${daysInWords(window)}`;
      return [
        ...ofContract,
        item('license', 'created', words, rows),
        ...offers(how.offers, 'created'),
      ];
    }
    case 'used':
      return [item('license', 'unchanged', 'It has these offers already', rows)];
    case 'extended':
      return [
        item(
          'license',
          how.added.length === 0 ? 'unchanged' : 'changed',
          `${count(how.added.length, 'offer')} more`,
          rows,
        ),
        ...offers(how.added, 'created'),
      ];
    case 'revised': {
      const { kept, replaced, added, withdrawn, amended } = how.revision;
      const words = amended.length > 0 ? amended.join('. ') : 'Its offers change';
      return [
        item('license', 'changed', words, rows),
        ...offers(kept, 'unchanged'),
        ...replaced.map(({ before, after }) =>
          item(
            'offer',
            'changed',
            `${offerInWords(before)} becomes ${offerInWords(after)}`,
            rowsOf(after),
          ),
        ),
        ...offers(added, 'created'),
        ...offers(withdrawn, 'withdrawn'),
      ];
    }
  }
}

/** The review items of titles whose licenses were refused. */
export function refusedTitles(
  members: readonly TitleRights[],
  proposals: readonly LicenseProposal[],
): ImportItem[] {
  const rowsOf = rowsIn(proposals);
  return members.map((rights) => ({
    what: 'title',
    outcome: rights.title.stored === null ? 'created' : 'changed',
    name: rights.title.details.title,
    words: `${CONTENT_KINDS[contentKind(rights.title.details.kind)]}, ${rights.rightsType}`,
    id: rights.title.id,
    rows: rowsOf(rights),
  }));
}

/** The rows of a title's rights, without those that only licenses of other groups are for. */
function rowsIn(proposals: readonly LicenseProposal[]) {
  const granting = (parts: readonly { readonly phases: readonly Phase[] }[]) =>
    new Set(parts.flatMap(({ phases }) => phases.flatMap((phase) => phase.rows)));
  const here = granting(proposals);
  return ({ rows, wanted }: TitleRights): readonly RowRef[] => {
    const all = granting(wanted.parts());
    return rows.filter((row) => here.has(row) || !all.has(row));
  };
}

/** `2 offers added`; `1 offer removed`; `1 offer replaced`; `2 offers added, 1 removed`. */
function exchangeWords(added: number, removed: number): string {
  if (removed === 0) return `${count(added, 'offer')} added`;
  if (added === 0) return `${count(removed, 'offer')} removed`;
  if (added === removed) return `${count(added, 'offer')} replaced`;
  return `${count(added, 'offer')} added, ${removed.toLocaleString('en-US')} removed`;
}

/** The review items of the titles that get or lose offers. */
export function titleItems(
  members: readonly TitleRights[],
  arranged: readonly ArrangedTitle[],
  proposals: readonly LicenseProposal[],
): ImportItem[] {
  const rowsOf = rowsIn(proposals);
  const rows = new Map<string, RowRef[]>();
  for (const rights of members) {
    const known = rows.get(rights.title.id);
    if (known === undefined) rows.set(rights.title.id, [...rowsOf(rights)]);
    else known.push(...rowsOf(rights));
  }
  const stored = new Set(members.flatMap(({ title }) => (title.stored === null ? [] : title.id)));
  return arranged.map(({ contentId, details, give, take, isContainer }) => {
    const isNew = !stored.has(contentId);
    const kind = CONTENT_KINDS[contentKind(details.kind)];
    return {
      what: 'title',
      outcome: isNew ? 'created' : give.length === 0 ? 'withdrawn' : 'changed',
      name: details.title,
      words: isContainer
        ? `${kind}, with the first offer of its parts, because a title needs an offer`
        : `${kind}, ${exchangeWords(give.length, take.length)}`,
      id: contentId,
      rows: [...new Set(rows.get(contentId))],
    };
  });
}

function offerInWords({ name, prices, window }: OfferData): string {
  return `${name}, ${pricesInWords(prices)}, ${daysInWords(window)}`;
}

function daysInWords({ startsOn, endsOn }: DateRangeData): string {
  return formatDays(startsOn, DateRange.of(startsOn, endsOn).lastDay).replace(/^From/, 'from');
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
