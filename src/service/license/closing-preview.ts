import type { DarkPlace } from '../../domain/content/coverage';
import type { Content } from '../../domain/content/content';
import type { License } from '../../domain/license/license';
import type { OfferData } from '../../domain/license/offer';
import type { DateRangeData } from '../../domain/values/date-range';
import type { Outcome, Transaction, UnitOfWork } from '../unit-of-work';
import type { CloseLicenses } from './close-license';
import type { NamedTitle } from './withdrawal-preview';
import type { Cut } from '../../domain/content/title-rules';
import { losesOffers } from '../../domain/license/license-closing';
import { lossOf } from '../../domain/content/title-rules';
import { Offer } from '../../domain/license/offer';
import { compareNames } from '../../domain/names/folding';
import { isoDate } from '../../domain/values/date-range';
import { closedLicenses } from './close-license';

export interface PreviewClosing extends CloseLicenses {
  /** The calendar day it is, ISO 8601: what went dark before it is not told. */
  readonly today: string;
}

/** What closing a license does to it. */
export interface ClosedLicense {
  readonly licenseId: string;
  readonly name: string;
  /** The window before and after. */
  readonly before: DateRangeData;
  readonly after: DateRangeData;
  /** The offer that runs across the last day, before and after. */
  readonly cut: { readonly before: OfferData; readonly after: OfferData } | null;
  readonly withdrawn: readonly OfferData[];
  /** The days of the offers that stay as they are, at most the last 200; `null` where that was not looked up. */
  readonly kept: readonly DateRangeData[] | null;
}

/** What closing licenses does. */
export interface ClosingPreview {
  readonly licenses: readonly ClosedLicense[];
  /** How many titles lose an offer or days of one. */
  readonly titles: number;
  /** How many of them lose an offer: what the command is to be given as `titlesSeen`. */
  readonly releasedTitles: number;
  /** How many go dark somewhere, or earlier than they would have, and the first by name. */
  readonly darkTitles: number;
  readonly dark: readonly (NamedTitle & { readonly places: readonly DarkPlace[] })[];
  /** How many have nothing else and are retired, and the first by name. */
  readonly retiredTitles: number;
  readonly retired: readonly NamedTitle[];
}

/** So many titles of each lot are named. */
const MAX_NAMED = 50;
/** Of so many licenses that lose something it is looked up what they keep. */
const MAX_LOOKED_UP = 8;
const MAX_KEPT = 200;

/**
 * What `closeLicenses` would do; changes nothing.
 *
 * @throws as `closeLicenses`
 */
export function previewClosing(
  command: PreviewClosing,
  unitOfWork: UnitOfWork,
): Promise<Outcome<{ readonly closing: ClosingPreview }>> {
  return unitOfWork.run(command, async (transaction) => ({
    closing: await preview(command, transaction),
  }));
}

async function preview(command: PreviewClosing, transaction: Transaction): Promise<ClosingPreview> {
  return effectOfClosing(await closedLicenses(command, transaction), command.today, transaction);
}

/**
 * What closing licenses does to their offers and titles.
 *
 * @param licenses closed and not saved
 * @param day ISO 8601: what went dark before it is not told
 */
export async function effectOfClosing(
  licenses: readonly License[],
  day: string,
  transaction: Transaction,
): Promise<ClosingPreview> {
  const effects = licenses.map(effectOf);
  const today = isoDate(day);
  const refs = effects.flatMap(({ refs: gone }) => gone);
  const cuts = effects.flatMap(({ cuts: one }) => one);
  const losses = (await affected(effects, transaction))
    .map((title) => ({
      ...{ contentId: title.id, title: title.details.title },
      isReleased: refs.some((ref) => title.has(ref)),
      loss: lossOf(title, refs, cuts, today),
    }))
    .sort((a, b) => compareNames(a.title, b.title));
  const dark = losses.flatMap(({ loss, contentId, title }) =>
    loss.kind === 'released' && loss.dark.length > 0
      ? [{ contentId, title, places: loss.dark }]
      : [],
  );
  const retired = losses.flatMap(({ loss, contentId, title }) =>
    loss.kind === 'stranded' ? [{ contentId, title }] : [],
  );
  return {
    licenses: await withKept(
      effects.map(({ closed }) => closed),
      transaction,
    ),
    titles: losses.length,
    releasedTitles: losses.filter(({ isReleased }) => isReleased).length,
    darkTitles: dark.length,
    dark: dark.slice(0, MAX_NAMED),
    retiredTitles: retired.length,
    retired: retired.slice(0, MAX_NAMED),
  };
}

/** The licenses with what the first of them that lose something keep. */
async function withKept(
  closed: readonly ClosedLicense[],
  { licenses }: Transaction,
): Promise<readonly ClosedLicense[]> {
  const looked = new Set(closed.filter(losesOffers).slice(0, MAX_LOOKED_UP));
  return Promise.all(
    closed.map(async (one) => {
      const license = looked.has(one) ? await licenses.get(one.licenseId) : null;
      if (license === null) return one;
      const { cut, withdrawn } = one;
      const changed = new Set(
        [...(cut === null ? [] : [cut.before]), ...withdrawn].map(({ window }) => window.startsOn),
      );
      const kept = license.timeline.offers.map(({ window }) => window.toData());
      return { ...one, kept: kept.filter((days) => !changed.has(days.startsOn)).slice(-MAX_KEPT) };
    }),
  );
}

/** What one closed license takes from titles. */
interface Effect {
  readonly closed: ClosedLicense;
  readonly refs: readonly { readonly licenseId: string; readonly startsOn: string }[];
  readonly cuts: readonly Cut[];
}

function effectOf({ id, details, change }: License): Effect {
  if (change?.kind !== 'license-closed') throw new Error('Only a closed license has an effect.');
  const { before, after, replaced, offers } = change;
  const refOf = ({ window }: OfferData) => ({ licenseId: id, startsOn: window.startsOn });
  return {
    closed: {
      licenseId: id,
      name: details.name,
      before,
      after,
      cut: replaced,
      withdrawn: offers,
      kept: null,
    },
    refs: offers.map(refOf),
    cuts:
      replaced === null ? [] : [{ ref: refOf(replaced.before), after: Offer.of(replaced.after) }],
  };
}

async function affected(
  effects: readonly Effect[],
  { contents }: Transaction,
): Promise<readonly Content[]> {
  const refs = effects.flatMap(({ refs: gone, cuts }) => [...gone, ...cuts.map(({ ref }) => ref)]);
  const ids = refs.length === 0 ? [] : await contents.assignedTo(refs);
  return ids.length === 0 ? [] : contents.getAll(ids);
}
