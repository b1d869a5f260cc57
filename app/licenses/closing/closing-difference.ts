import type { OfferData } from '../../../src/domain/license/offer';
import type { ClosedLicense, ClosingPreview } from '../../../src/service/license/closing-preview';
import { formatLength } from '../../../src/domain/values/date-range';
import { listed } from '../../../src/domain/values/words';
import { counted, daySpan } from '../../timeline/model';

/** One part of what closing a license does: as a person saw it, what is new about it, and as it is now. */
export interface EffectRow {
  readonly label: string;
  /** `null` where it was not shown. */
  readonly seen: string | null;
  /** `null` when it is the same. */
  readonly news: string | null;
  readonly now: string;
}

/** So many names stand in a row before the rest is counted. */
const MAX_NAMED = 3;

interface Part {
  readonly label: string;
  readonly count: (preview: ClosingPreview) => number;
  /** By what is told apart, with its words. */
  readonly named: (preview: ClosingPreview) => ReadonlyMap<string, string>;
  /** `cuts 2 offers`, after which a person reads “instead of 1”. */
  readonly act: (count: number) => string;
}

/** What tells an offer apart, and its name, beside that of its license if there are several. */
function offerOf(
  { licenseId, name: license }: ClosedLicense,
  { name, window }: OfferData,
  isNamed: boolean,
) {
  return {
    key: `${licenseId} ${window.startsOn}`,
    words: isNamed ? `${license}: ${name}` : name,
  };
}

/** By how much an offer is cut; nothing of one that had no end. */
function cutBy(before: OfferData, after: OfferData): string {
  const [had, has] = [daySpan(before.window).end, daySpan(after.window).end];
  return had === null || has === null ? '' : ` by ${formatLength(had - has)}`;
}

const PARTS: readonly Part[] = [
  {
    label: 'Cut',
    count: ({ licenses }) => licenses.filter(({ cut }) => cut !== null).length,
    named: ({ licenses }) =>
      new Map(
        licenses.flatMap((license) => {
          if (license.cut === null) return [];
          const { before, after } = license.cut;
          const named = offerOf(license, before, licenses.length > 1);
          return [[named.key, `${named.words}${cutBy(before, after)}`] as const];
        }),
      ),
    act: (count) => `cuts ${counted(count, 'offer')}`,
  },
  {
    label: 'Withdrawn',
    count: ({ licenses }) => licenses.reduce((sum, { withdrawn }) => sum + withdrawn.length, 0),
    named: ({ licenses }) =>
      new Map(
        licenses.flatMap((license) =>
          license.withdrawn.map((offer) => {
            const { key, words } = offerOf(license, offer, licenses.length > 1);
            return [key, words] as const;
          }),
        ),
      ),
    act: (count) => `withdraws ${counted(count, 'offer')}`,
  },
  {
    label: 'Go dark',
    count: ({ darkTitles }) => darkTitles,
    named: ({ dark }) => new Map(dark.map(({ contentId, title }) => [contentId, title])),
    act: (count) => `leaves ${counted(count, 'title')} dark`,
  },
  {
    label: 'Retired',
    count: ({ retiredTitles }) => retiredTitles,
    named: ({ retired }) => new Map(retired.map(({ contentId, title }) => [contentId, title])),
    act: (count) => `retires ${counted(count, 'title')}`,
  },
];

/**
 * What closing a license does, part by part; parts that are nothing on either side are left out.
 *
 * @param seen what the person was shown; `null` where nothing was
 */
export function effectRows(seen: ClosingPreview | null, now: ClosingPreview): readonly EffectRow[] {
  return PARTS.filter(({ count }) => count(now) > 0 || (seen !== null && count(seen) > 0)).map(
    (part) => ({
      label: part.label,
      seen: seen === null ? null : partWords(part, seen),
      news: seen === null ? null : newsWords(part.named(seen), part.named(now)),
      now: partWords(part, now),
    }),
  );
}

function partWords({ count, named }: Part, preview: ClosingPreview): string {
  const total = count(preview);
  if (total === 0) return 'None';
  return listed([...named(preview).values()].slice(0, MAX_NAMED), total);
}

function newsWords(
  seen: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
): string | null {
  const more = [...now].filter(([key, words]) => seen.get(key) !== words);
  const gone = [...seen].filter(([key]) => !now.has(key));
  const named = (lot: readonly (readonly [string, string])[]) =>
    listed(
      lot.slice(0, MAX_NAMED).map(([, words]) => words),
      lot.length,
    );
  const words = [
    ...(more.length === 0 ? [] : [`now ${named(more)}`]),
    ...(gone.length === 0 ? [] : [`no longer ${named(gone)}`]),
  ].join('; ');
  return words === '' ? null : `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

/** How the effect differs in numbers: `It cuts 1 offer instead of none and retires no titles instead of 1.`; `null` when it does not. */
export function differenceWords(seen: ClosingPreview, now: ClosingPreview): string | null {
  const differences = PARTS.flatMap(({ count, act }) => {
    const [before, after] = [count(seen), count(now)];
    if (before === after) return [];
    return [`${act(after)} instead of ${before === 0 ? 'none' : before.toLocaleString('en-US')}`];
  });
  return differences.length === 0 ? null : `It ${listed(differences)}.`;
}
