import type { LicensedOffer, OfferRef } from '../../domain/content/clash';
import type { ContentDetailsData } from '../../domain/content/content-details';
import type { ChosenOffer } from './content-service';
import type {
  AssignedOffer,
  ContentView,
  ContentViews,
  HistoryEntry,
  LicenseViews,
} from '../views';
import { Content } from '../../domain/content/content';
import { ContentDetails } from '../../domain/content/content-details';
import { LastAssignment } from '../../domain/content/content-errors';
import { DomainError } from '../../domain/errors';
import { OfferGone } from '../../domain/license/license-errors';
import { Offer } from '../../domain/license/offer';
import { rightsType } from '../../domain/values/rights-type';
import { territorySet } from '../../domain/values/territory';
import { NotFound } from '../errors';

/** What a command on a title wanted, before it is known what that means on the latest version. */
export type ContentIntent =
  | { readonly kind: 'correct'; readonly details: ContentDetailsData }
  | { readonly kind: 'assign'; readonly chosen: ChosenOffer }
  | { readonly kind: 'unassign'; readonly assignment: OfferRef }
  | { readonly kind: 'move'; readonly from: OfferRef; readonly to: ChosenOffer };

/** Everything a person needs to settle a stale command on a title: plain data. */
export interface ContentConflict {
  /** The version the command was made against. */
  readonly madeAgainst: number;
  /** The version it is judged on, and is applied to. */
  readonly latestVersion: number;
  /** What happened in between, in order. */
  readonly since: readonly HistoryEntry[];
  /** `settled` when somebody made the same change, `last` when an offer has become the only one of its title (C1). */
  readonly verdict: 'legal' | 'refused' | 'settled' | 'last';
  /** Why it cannot be applied any more; the rule's own words. */
  readonly reason: string | null;
  /** What the title is known by now. */
  readonly details: ContentDetailsData;
}

/**
 * Explains what a stale command means on the latest version, with what happened since it was made.
 *
 * @param expectedVersion the version the command was made against
 * @throws NotFound
 */
export async function explainContentConflict(
  contentId: string,
  expectedVersion: number,
  intent: ContentIntent,
  contents: ContentViews,
  licenses: LicenseViews,
): Promise<ContentConflict> {
  const found = await contents.contentSince(contentId, expectedVersion);
  if (found === null) throw new NotFound('content', contentId);
  const { view, entries } = found;
  return {
    madeAgainst: expectedVersion,
    latestVersion: view.version,
    since: entries,
    ...(await judged(view, intent, licenses)),
    details: view.details,
  };
}

async function judged(
  view: ContentView,
  intent: ContentIntent,
  licenses: LicenseViews,
): Promise<Pick<ContentConflict, 'verdict' | 'reason'>> {
  const content = Content.reconstitute(
    view.id,
    view.version,
    ContentDetails.stored(view.details),
    view.assigned.map(licensed),
  );
  try {
    await attempt(content, intent, licenses);
  } catch (refusal) {
    if (refusal instanceof LastAssignment) return { verdict: 'last', reason: null };
    if (!(refusal instanceof DomainError)) throw refusal;
    return { verdict: 'refused', reason: refusal.message };
  }
  return { verdict: content.change === null ? 'settled' : 'legal', reason: null };
}

async function attempt(
  content: Content,
  intent: ContentIntent,
  licenses: LicenseViews,
): Promise<void> {
  switch (intent.kind) {
    case 'correct':
      return content.correct(intent.details);
    case 'assign':
      return content.assign(await chosenOffer(intent.chosen, licenses));
    case 'unassign':
      return content.unassign([intent.assignment]);
    case 'move':
      return content.move(intent.from, await chosenOffer(intent.to, licenses));
  }
}

/** The offer as its license has it now (C3). */
async function chosenOffer(
  { licenseId, offer: data }: ChosenOffer,
  licenses: LicenseViews,
): Promise<LicensedOffer> {
  const license = await licenses.license(licenseId);
  if (license === null) throw new NotFound('license', licenseId);
  const offer = Offer.of(data);
  if (!license.offers.some((other) => Offer.of(other).equals(offer))) throw new OfferGone(offer);
  const { name, terms } = license.details;
  return {
    licenseId,
    licenseVersion: license.version,
    licenseName: name,
    rightsType: rightsType(terms.rightsType),
    territories: territorySet(terms.territories),
    offer,
  };
}

/** As the view has it; nothing is stored that rests on it, so the license's version does not matter. */
function licensed(assigned: AssignedOffer): LicensedOffer {
  return {
    licenseId: assigned.licenseId,
    licenseVersion: 0,
    licenseName: assigned.licenseName,
    rightsType: rightsType(assigned.rightsType),
    territories: territorySet(assigned.territories),
    offer: Offer.of(assigned.offer),
  };
}
