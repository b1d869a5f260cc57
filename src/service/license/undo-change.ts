import type { ReleasedOffers } from '../../domain/content/content-change';
import type { ProposedChange } from '../../domain/license/license-change';
import type { LicenseRepository, Outcome, Transaction, UnitOfWork } from '../unit-of-work';
import type { LicenseCommand, LicenseSaved } from './license-at-version';
import type { SeenTitles } from './seen-titles';
import type { LicensedOffer } from '../../domain/content/clash';
import { licensedOffer } from '../../domain/content/clash';
import { returnOffers, withChanged } from '../../domain/content/title-rules';
import type { License } from '../../domain/license/license';
import { inverse } from '../../domain/license/license-change';
import { NothingToUndo, UndoOutOfOrder } from '../../domain/license/license-errors';
import { Offer } from '../../domain/license/offer';
import { standingChanges } from '../../domain/license/undo';
import { changeLicense, current, windowsTouchedBy } from './license-at-version';
import { rearrangeTitles } from './rearrange-titles';

export interface UndoChange extends LicenseCommand, SeenTitles {
  /** The version whose change is taken back: the newest, unless given. */
  readonly undoes?: number | undefined;
}

/**
 * Takes a change back by a change of its own: the newest, or an earlier one after which everything was taken back; a
 * withdrawal together with what it took from titles.
 *
 * @throws NotFound, Stale, VersionAhead, NothingToUndo, UndoOutOfOrder, TitlesClash when a title that lost an offer has
 *   another there by now (C2), and whatever the compensating change is refused with
 */
export function undoChange(
  command: UndoChange,
  unitOfWork: UnitOfWork,
): Promise<Outcome<LicenseSaved>> {
  return unitOfWork.run(command, async (transaction) => {
    const compensation = await compensationOf(transaction.licenses, command);
    const { undoes = command.expectedVersion } = command;
    return takeBack(transaction, command, compensation, undoes);
  });
}

/**
 * Makes the change that takes one back, and gives titles back what that one took from them.
 *
 * @param version the one that the change to take back made
 */
async function takeBack(
  transaction: Transaction,
  command: UndoChange,
  compensation: ProposedChange,
  version: number,
): Promise<LicenseSaved> {
  const act = (license: License) => {
    license.perform(compensation);
  };
  if (compensation.kind === 'license-closed') {
    // A license that is closed again retires what has nothing else, as it did the first time.
    const again = { ...command, retiring: compensation.closing.reason };
    return changeLicense(transaction, again, windowsTouchedBy(compensation), act);
  }
  if (compensation.kind === 'offers-rearranged')
    return changeLicense(transaction, command, windowsTouchedBy(compensation), act, (license) =>
      rearrangeTitles(license, command, transaction, version),
    );
  if (compensation.kind !== 'offers-generated' && compensation.kind !== 'license-reopened')
    return changeLicense(transaction, command, windowsTouchedBy(compensation), act);
  return changeLicense(transaction, command, windowsTouchedBy(compensation), act, (license) =>
    returnReleased([{ license, version, change: compensation }], transaction),
  );
}

/** A license that has its offers again, and the change that brings them. */
export interface OffersBack {
  readonly license: License;
  /** The version that took the offers. */
  readonly version: number;
  readonly change: Extract<
    ProposedChange,
    { readonly kind: 'offers-generated' | 'license-reopened' }
  >;
}

/** What some licenses took from a title, and the version at which it left the catalog because of that. */
interface Lost {
  readonly offers: readonly LicensedOffer[];
  readonly closedAt: number | null;
}

/**
 * Gives titles back what versions of licenses took from them.
 *
 * @throws TitlesClash when a title has another offer there by now (C2), TitleClosed for a title that somebody retired or voided
 */
export async function returnReleased(
  returning: readonly OffersBack[],
  { contents }: Transaction,
): Promise<void> {
  const lengthened: LicensedOffer[] = [];
  const back = new Map<string, LicensedOffer>();
  for (const { license, change } of returning) {
    for (const offer of change.offers)
      back.set(`${license.id} ${offer.window.startsOn}`, licensedOffer(license, Offer.of(offer)));
    if (change.kind === 'license-reopened' && change.replaced !== null)
      lengthened.push(licensedOffer(license, Offer.of(change.replaced.after)));
  }
  const versions = returning.map(({ license, version }) => ({ licenseId: license.id, version }));
  const place = new Map(versions.map(({ licenseId }, index) => [licenseId, index]));
  const placeOf = ({ licenseId }: ReleasedOffers) => place.get(licenseId) ?? 0;
  // License by license, in the order in which they are brought back.
  const released = [...(await contents.releasedBy(versions))].sort(
    (a, b) => placeOf(a) - placeOf(b),
  );
  const lost = new Map<string, Lost>();
  for (const { licenseId, contentId, startsOn, ...by } of released) {
    const { offers = [], closedAt = null } = lost.get(contentId) ?? {};
    lost.set(contentId, {
      offers: [...offers, ...startsOn.flatMap((day) => back.get(`${licenseId} ${day}`) ?? [])],
      closedAt: by.closing === null ? closedAt : by.version,
    });
  }
  const titles = lost.size === 0 ? [] : await contents.getAll([...lost.keys()]);
  const again = titles.map((read) => {
    const { offers, closedAt } = lost.get(read.id) ?? { offers: [], closedAt: null };
    return { title: withChanged(read, lengthened), offers, isReopened: closedAt === read.version };
  });
  returnOffers(again);
  contents.save(again.map(({ title }) => title));
}

/**
 * The change that takes one back.
 *
 * @throws NotFound, Stale, VersionAhead, NothingToUndo, UndoOutOfOrder
 */
export async function compensationOf(
  licenses: LicenseRepository,
  command: UndoChange,
): Promise<ProposedChange> {
  const { licenseId, expectedVersion, undoes = expectedVersion } = command;
  const changes = await licenses.changesAfter(licenseId, undoes - 1);
  const story = changes
    .slice(0, Math.max(0, expectedVersion - undoes + 1))
    .map((change, index) => ({ version: undoes + index, change }));
  const [undone] = story;
  const compensation = undone === undefined ? null : inverse(undone.change);
  const isNext = standingChanges(story).at(-1)?.version === undoes;
  if (compensation !== null && isNext) return compensation;
  // Before there being nothing to undo comes which version that is said of.
  await current(licenses, command, []);
  throw compensation === null ? new NothingToUndo() : new UndoOutOfOrder(undoes);
}
