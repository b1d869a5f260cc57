import type { OfferData } from '../../domain/license/offer';
import type { DateRangeData } from '../../domain/values/date-range';
import type { GrantedLicense } from '../../domain/license/twin';
import type { Outcome, Transaction, UnitOfWork } from '../unit-of-work';
import type { NamedTitle } from '../license/withdrawal-preview';
import type { CopyLicense } from './copy-license';
import { OfferClash } from '../../domain/content/content-errors';
import { grantTheSame } from '../../domain/license/twin';
import { compareNames } from '../../domain/names/folding';
import { copyOf, offersFor, offersOnCopy, prepared, titlesOf } from './copy-license';

export type PreviewLicenseCopy = Omit<CopyLicense, 'ifTwin'>;

/** What a copy of a license would be. */
export interface LicenseCopyPreview {
  /** The license's version that was looked at. */
  readonly version: number;
  readonly window: DateRangeData;
  /** The offers that come along, as they would be on the copy, each with its first day on the license. */
  readonly offers: readonly { readonly from: string; readonly offer: OfferData }[];
  /** The titles that get offers of the copy: what the command is to be given. */
  readonly titles: readonly string[];
  /** The offers that cannot come along, and why. */
  readonly blockedOffers: readonly {
    readonly from: string;
    readonly name: string;
    readonly reason: string;
  }[];
  /** How many titles cannot come along, because they would have two prices at once (C2), and the first by name. */
  readonly blockedTitles: number;
  readonly blocked: readonly (NamedTitle & { readonly reason: string })[];
  /** A license of the contract that grants the same already; `null` when there is none. */
  readonly twin: Pick<GrantedLicense, 'id' | 'name'> | null;
  /** How many offers that come along name a price tier of another studio: its price table says what it costs there. */
  readonly onOtherTiers: number;
}

/** So many titles that cannot come along are named. */
const MAX_NAMED = 50;

/**
 * What `copyLicense` would make if what cannot come along were left out; changes nothing.
 *
 * @throws what `copyLicense` throws of the license, the contract and the details
 */
export function previewLicenseCopy(
  command: PreviewLicenseCopy,
  unitOfWork: UnitOfWork,
): Promise<Outcome<{ readonly copy: LicenseCopyPreview }>> {
  return unitOfWork.run(command, async (transaction) => ({
    copy: await preview(command, transaction),
  }));
}

async function preview(
  command: PreviewLicenseCopy,
  transaction: Transaction,
): Promise<LicenseCopyPreview> {
  const { original, contract, copied, twins } = await prepared(command, transaction);
  const copy = copyOf(original, copied, command);
  const { terms } = copy.details.toData();
  const twin = twins.find((other) => grantTheSame(terms, other.terms));
  const titles = await titlesOf(original, copied, command.plan.titles, transaction);
  const coming = offersOnCopy(copy, copied);
  const refusals = new Map<string, string>();
  for (const title of titles)
    try {
      title.reassign([], offersFor(title, original, coming));
    } catch (refusal) {
      if (!(refusal instanceof OfferClash)) throw refusal;
      refusals.set(title.id, refusal.message);
    }
  const blocked = titles
    .flatMap(({ id: contentId, details: { title } }) => {
      const reason = refusals.get(contentId);
      return reason === undefined ? [] : [{ contentId, title, reason }];
    })
    .sort((a, b) => compareNames(a.title, b.title));
  const offers = copied.flatMap(({ original: { window }, copy: one }) =>
    one === undefined ? [] : [{ from: window.startsOn, offer: one.toData() }],
  );
  const isOther =
    copy.contractId !== original.contractId &&
    (await transaction.contracts.get(original.contractId))?.details.studio !==
      contract.details.studio;
  const onTiers = offers.filter(({ offer }) => offer.prices.some(({ tier }) => tier !== null));
  return {
    version: original.version,
    window: terms.window,
    offers,
    titles: titles.map(({ id }) => id).filter((id) => !refusals.has(id)),
    blockedOffers: copied.flatMap(({ original: { name, window }, refusal }) =>
      refusal === undefined ? [] : [{ from: window.startsOn, name, reason: refusal.message }],
    ),
    blockedTitles: blocked.length,
    blocked: blocked.slice(0, MAX_NAMED),
    twin: twin === undefined ? null : { id: twin.id, name: twin.name },
    onOtherTiers: isOther ? onTiers.length : 0,
  };
}
