import type { LicensedOffer, OfferRef } from '../../domain/content/clash';
import type { Content } from '../../domain/content/content';
import type { OffersRearranged } from '../../domain/license/license-change';
import type { License } from '../../domain/license/license';
import type { Transaction } from '../unit-of-work';
import type { SeenTitles } from './seen-titles';
import { licensedOffer } from '../../domain/content/clash';
import { TitlesJoined } from '../../domain/content/content-errors';
import { forEachTitle, isStranded, requireNoneStranded } from '../../domain/content/title-rules';
import { Offer } from '../../domain/license/offer';

/** What a rearrangement takes from a title and gives to it. */
interface Affected {
  readonly title: Content;
  readonly taken: readonly OfferRef[];
  readonly given: readonly LicensedOffer[];
  /** Whether it left the catalog because of what comes back to it, and nothing happened to it since. */
  readonly isReopened: boolean;
}

/**
 * Lets titles follow a license that rearranged its offers: they lose those that it withdraws, and get the rest of those
 * that it splits.
 *
 * @param undoes the version that is taken back, whose titles get back what it took from them
 * @throws TitlesJoined when more titles lose an offer than the person saw, TitlesStranded (C1) when they are not to be
 *   retired, TitlesClash (C2), TitleClosed for a title that somebody retired or voided since
 */
export async function rearrangeTitles(
  license: License,
  { titlesSeen, retiring }: SeenTitles,
  transaction: Transaction,
  undoes?: number,
): Promise<void> {
  if (license.change?.kind !== 'offers-rearranged') return;
  const affected = await affectedBy(license, license.change, transaction, undoes);
  const losing = affected.filter(({ taken }) => taken.length > 0).length;
  if (titlesSeen !== undefined && losing > titlesSeen) throw new TitlesJoined(titlesSeen, losing);
  const after = offersAfter(license, license.change);
  const stranded: Content[] = [];
  forEachTitle(affected, ({ title, taken, given, isReopened }) => {
    if (isReopened) title.reopen(given);
    else if (
      isStranded(title, retiring ?? null, () => {
        title.follow(license.id, after, taken, given);
      })
    )
      stranded.push(title);
  });
  requireNoneStranded(stranded);
  transaction.contents.save(affected.map(({ title }) => title));
}

async function affectedBy(
  license: License,
  { added, withdrawn }: OffersRearranged,
  { contents }: Transaction,
  undoes: number | undefined,
): Promise<readonly Affected[]> {
  const refTo = (startsOn: string): OfferRef => ({ licenseId: license.id, startsOn });
  const gone = withdrawn.map(({ window }) => refTo(window.startsOn));
  const copied = added.flatMap(({ offer, titlesOf }) =>
    titlesOf === null
      ? []
      : [{ of: refTo(titlesOf.window.startsOn), offer: licensedOffer(license, Offer.of(offer)) }],
  );
  const coming = new Map(
    added.map(({ offer }) => [offer.window.startsOn, licensedOffer(license, Offer.of(offer))]),
  );
  const back =
    undoes === undefined
      ? []
      : await contents.releasedBy([{ licenseId: license.id, version: undoes }]);
  const refs = [...gone, ...copied.map(({ of }) => of)];
  const having = refs.length === 0 ? [] : await contents.assignedTo(refs);
  const ids = [...new Set([...having, ...back.map(({ contentId }) => contentId)])];
  const titles = ids.length === 0 ? [] : await contents.getAll(ids);
  return titles.map((title) => {
    const returned = back.filter(({ contentId }) => contentId === title.id);
    return {
      title,
      taken: gone.filter((ref) => title.has(ref)),
      given: [
        ...copied.filter(({ of }) => title.has(of)).map(({ offer }) => offer),
        ...returned.flatMap(({ startsOn }) => startsOn.flatMap((day) => coming.get(day) ?? [])),
      ],
      isReopened: returned.some(
        ({ closing, version }) => closing !== null && version === title.version,
      ),
    };
  });
}

/** What the offers that were replaced became, by their first days before. */
function offersAfter(
  license: License,
  { replaced }: OffersRearranged,
): ReadonlyMap<string, LicensedOffer> {
  return new Map(
    replaced.map(({ before, after }) => [
      before.window.startsOn,
      licensedOffer(license, Offer.of(after)),
    ]),
  );
}
