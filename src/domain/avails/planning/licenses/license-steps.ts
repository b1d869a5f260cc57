import type { LicensedOffer, OfferRef } from '../../../content/clash';
import type { LicenseDetailsData } from '../../../license/license-details';
import type { OfferData } from '../../../license/offer';
import type { ArrangedTitle, ChosenOfferData, ImportStep } from '../import-plan';
import type { LicenseRevision } from './license-revision';
import type { TitleRights } from '../planned-rights';
import type { StoredLicense, StoredRights } from '../stored-rights';
import { clashBetween } from '../../../content/clash';
import { LicenseDetails } from '../../../license/license-details';
import { Offer } from '../../../license/offer';

/** A stored license that is revised. */
export interface Revised {
  readonly license: StoredLicense;
  readonly revision: LicenseRevision;
}

/** An offer that a title has to let go of while licenses are revised. */
export interface LostOffer {
  readonly title: TitleRights['title'];
  readonly ref: OfferRef;
  /** What it is once the licenses are revised; `null` when it is withdrawn. */
  readonly after: ChosenOfferData | null;
}

/** Steps that revise licenses. */
export interface RevisingSteps {
  readonly steps: readonly ImportStep[];
  /** What titles have lost by them. */
  readonly lost: readonly LostOffer[];
}

/**
 * The steps that revise licenses, in an order in which no title has two prices in between (C2): a license that makes room comes
 * before one that grows into it. Where there is no such order, or the room is that of an offer that titles lose at the end, they
 * lose it before the license grows, and get it back at the end if they keep it. Such a title has the offer that grows, so it is
 * never without one (C1).
 */
export function revisingSteps(
  revised: readonly Revised[],
  members: readonly TitleRights[],
  stored: StoredRights,
): RevisingSteps {
  const titles = titlesOfSeveral(members, revised);
  if (titles.length === 0)
    return { steps: revised.flatMap(({ revision }) => revision.steps), lost: [] };
  const state = new State(titles, stored);
  const steps: ImportStep[] = [];
  const taken: (Omit<LostOffer, 'after'> & { readonly isRevised: boolean })[] = [];
  const waiting = [...revised];
  for (;;) {
    const free = waiting.findIndex((one) => state.clashesOf(one).length === 0);
    const [next] = waiting.splice(Math.max(0, free), 1);
    if (next === undefined) break;
    if (free < 0) {
      const inTheWay = state.clashesOf(next);
      steps.push({ kind: 'arrange-titles', titles: inTheWay.map(asTaking) });
      for (const { title, refs } of inTheWay) {
        state.take(title.id, refs);
        for (const ref of refs) {
          const isRevised = !waiting.some(({ license }) => license.id === ref.licenseId);
          taken.push({ title, ref, isRevised });
        }
      }
    }
    state.apply(next);
    steps.push(...next.revision.steps);
  }
  const lost = taken.map(({ title, ref, isRevised }) => {
    const revision = revised.find(({ license }) => license.id === ref.licenseId)?.revision;
    return { title, ref, after: state.offerOf(isRevised ? ref : afterRevision(ref, revision)) };
  });
  return { steps, lost };
}

/** An offer as the revision of its license leaves it; `null` when it is withdrawn. */
function afterRevision(ref: OfferRef, revision: LicenseRevision | undefined): OfferRef | null {
  const isIt = ({ window }: OfferData) => window.startsOn === ref.startsOn;
  if (revision?.withdrawn.some(isIt) === true) return null;
  const pair = revision?.replaced.find(({ before }) => isIt(before));
  return pair === undefined ? ref : { ...ref, startsOn: pair.after.window.startsOn };
}

interface InTheWay {
  readonly title: TitleRights['title'];
  readonly refs: readonly OfferRef[];
}

function asTaking({ title, refs }: InTheWay): ArrangedTitle {
  return { contentId: title.id, details: title.details, give: [], take: refs, isContainer: false };
}

/** The titles that have offers of a revised license and of another one. */
function titlesOfSeveral(
  members: readonly TitleRights[],
  revised: readonly Revised[],
): readonly TitleOffers[] {
  const changing = new Set(revised.map(({ license }) => license.id));
  const byTitle = new Map<string, TitleOffers>();
  for (const { title, uses } of members) {
    const known = byTitle.get(title.id) ?? { title, refs: [] };
    byTitle.set(title.id, known);
    for (const { licenseId, offer } of uses)
      known.refs.push({ licenseId, startsOn: offer.window.startsOn });
  }
  return [...byTitle.values()].filter(({ refs }) => {
    const licenses = new Set(refs.map(({ licenseId }) => licenseId));
    return licenses.size > 1 && [...licenses].some((id) => changing.has(id));
  });
}

interface TitleOffers {
  readonly title: TitleRights['title'];
  refs: OfferRef[];
}

interface LicenseNow {
  readonly details: LicenseDetailsData;
  readonly offers: readonly OfferData[];
}

/** What titles and licenses are after some of the steps. */
class State {
  private readonly licenses = new Map<string, LicenseNow>();

  constructor(
    private titles: readonly TitleOffers[],
    stored: StoredRights,
  ) {
    for (const { refs } of titles)
      for (const { licenseId } of refs) {
        const license = stored.licenses.get(licenseId);
        if (license !== undefined) this.licenses.set(licenseId, license);
      }
  }

  take(id: string, taken: readonly OfferRef[]): void {
    this.titles = this.titles.map((one) =>
      one.title.id === id ? { ...one, refs: one.refs.filter((ref) => !isAmong(ref, taken)) } : one,
    );
  }

  apply(revised: Revised): void {
    this.run(revised, () => undefined);
  }

  /** What titles would have beside offers of a license at some time while it is revised, at two prices. */
  clashesOf(revised: Revised): readonly InTheWay[] {
    const before = { licenses: new Map(this.licenses), titles: this.titles };
    const found = new Map<string, OfferRef[]>();
    this.run(revised, () => {
      for (const { title, refs } of this.titles) {
        const own = refs.filter(({ licenseId }) => licenseId === revised.license.id);
        const others = refs.filter(({ licenseId }) => licenseId !== revised.license.id);
        for (const other of others) {
          const known = found.get(title.id) ?? [];
          if (isAmong(other, known) || !own.some((ref) => this.clash(ref, other))) continue;
          found.set(title.id, [...known, other]);
        }
      }
    });
    const titles = new Map(this.titles.map(({ title }) => [title.id, title]));
    for (const [id, license] of before.licenses) this.licenses.set(id, license);
    this.titles = before.titles;
    return [...found].flatMap(([id, refs]) => {
      const title = titles.get(id);
      return title === undefined ? [] : [{ title, refs }];
    });
  }

  offerOf(ref: OfferRef | null): ChosenOfferData | null {
    const license = ref === null ? undefined : this.licenses.get(ref.licenseId);
    const offer = license?.offers.find(({ window }) => window.startsOn === ref?.startsOn);
    return ref === null || offer === undefined ? null : { licenseId: ref.licenseId, offer };
  }

  private run({ license: { id }, revision }: Revised, afterEach: () => void): void {
    for (const step of revision.steps) {
      const now = this.licenses.get(id);
      if (now === undefined) return;
      const { offers } = now;
      switch (step.kind) {
        case 'amend-license':
          this.licenses.set(id, { offers, details: step.details });
          break;
        case 'replace-offer': {
          const { before, after } = step;
          this.licenses.set(id, { ...now, offers: [...without(offers, [before]), after] });
          this.move(id, before, after);
          break;
        }
        case 'withdraw-offers':
          this.licenses.set(id, { ...now, offers: without(offers, step.offers) });
          this.titles = this.titles.map((one) => ({
            ...one,
            refs: one.refs.filter(
              (ref) =>
                ref.licenseId !== id ||
                !step.offers.some(({ window }) => window.startsOn === ref.startsOn),
            ),
          }));
          break;
        case 'generate-offers':
          this.licenses.set(id, { ...now, offers: [...offers, ...step.offers] });
          break;
      }
      afterEach();
    }
  }

  private move(id: string, before: OfferData, after: OfferData): void {
    this.titles = this.titles.map((one) => ({
      ...one,
      refs: one.refs.map((ref) =>
        ref.licenseId === id && ref.startsOn === before.window.startsOn
          ? { ...ref, startsOn: after.window.startsOn }
          : ref,
      ),
    }));
  }

  private clash(one: OfferRef, other: OfferRef): boolean {
    const [a, b] = [this.licensed(one), this.licensed(other)];
    return a !== null && b !== null && clashBetween(a, b) !== null;
  }

  private licensed({ licenseId, startsOn }: OfferRef): LicensedOffer | null {
    const license = this.licenses.get(licenseId);
    const data = license?.offers.find(({ window }) => window.startsOn === startsOn);
    if (license === undefined || data === undefined) return null;
    const { name, terms } = LicenseDetails.of(license.details);
    const { rightsType, territories, formats, languages } = terms;
    return {
      ...{ licenseId, licenseVersion: 0, licenseName: name },
      ...{ rightsType, territories, formats, languages, offer: Offer.of(data) },
    };
  }
}

function without(offers: readonly OfferData[], gone: readonly OfferData[]): readonly OfferData[] {
  return offers.filter(
    ({ window }) => !gone.some((one) => one.window.startsOn === window.startsOn),
  );
}

function isAmong({ licenseId, startsOn }: OfferRef, refs: readonly OfferRef[]): boolean {
  return refs.some((ref) => ref.licenseId === licenseId && ref.startsOn === startsOn);
}
