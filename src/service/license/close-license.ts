import type { LicenseClosingPlan } from '../../domain/closing';
import type { Command, Outcome, Transaction, UnitOfWork } from '../unit-of-work';
import type { License } from '../../domain/license/license';
import type { LicenseCommand, LicenseSaved } from './license-at-version';
import type { SeenTitles } from './seen-titles';
import { closingReason } from '../../domain/closing';
import { DomainError } from '../../domain/errors';
import { daysToClose } from '../../domain/license/license-closing';
import { atVersion, changeLicense, releaseTitles } from './license-at-version';

export interface CloseLicense extends LicenseCommand, Pick<SeenTitles, 'titlesSeen'> {
  readonly plan: LicenseClosingPlan;
}

export interface CloseLicenses extends Command, Pick<SeenTitles, 'titlesSeen'> {
  readonly licenses: readonly LicenseAtVersion[];
  readonly plan: LicenseClosingPlan;
}

/** A license as it was at a version. */
export type LicenseAtVersion = Omit<LicenseCommand, keyof Command>;

/** What an accepted command on many licenses answers. */
export interface LicensesClosed {
  readonly closed: readonly { readonly id: string; readonly version: number }[];
}

/** As many licenses as one command closes at most. */
export const MAX_LICENSES = 1_000;

/**
 * Ends a license after a day, or makes it void. Offers are cut or withdrawn; titles lose those that go, and a title without
 * another offer is retired for the same reason.
 *
 * @throws NotFound, Stale, VersionAhead, AlreadyClosed, EndsBeforeStart, EndNotEarlier, TitlesJoined, and DomainError of the
 *   first part of the plan that is not valid
 */
export function closeLicense(
  command: CloseLicense,
  unitOfWork: UnitOfWork,
): Promise<Outcome<LicenseSaved>> {
  return unitOfWork.run(command, (transaction) =>
    changeLicense(transaction, retiring(command), daysToClose(command.plan), (license) => {
      license.close(command.plan);
    }),
  );
}

/**
 * Closes several licenses in the same way, all or nothing: those of a contract that ends.
 *
 * @throws TooManyLicenses, Stale of the first license that has changed, and as `closeLicense`
 */
export function closeLicenses(
  command: CloseLicenses,
  unitOfWork: UnitOfWork,
): Promise<Outcome<LicensesClosed>> {
  return unitOfWork.run(command, async (transaction) => {
    const licenses = await closedLicenses(command, transaction);
    await saveClosed(licenses, command, transaction);
    return { closed: licenses.map(({ id, version }) => ({ id, version: version + 1 })) };
  });
}

/**
 * Saves closed licenses, and takes their offers from titles.
 *
 * @throws TitlesJoined
 */
export async function saveClosed(
  licenses: readonly License[],
  command: Pick<CloseLicenses, 'plan' | 'titlesSeen'>,
  transaction: Transaction,
): Promise<void> {
  transaction.licenses.saveTogether(inOrderOfIds(licenses));
  await releaseTitles(licenses, retiring(command), transaction);
}

/** The licenses of a command, closed and not yet saved. @throws as `closeLicenses` */
export async function closedLicenses(
  { licenses: wanted, plan }: Pick<CloseLicenses, 'licenses' | 'plan'>,
  { licenses }: Transaction,
): Promise<readonly License[]> {
  const versions = new Map(wanted.map((one) => [one.licenseId, one]));
  requireFewLicenses(versions.size);
  const read = await licenses.getAll([...versions.keys()], daysToClose(plan));
  const byId = new Map(read.map((license) => [license.id, license]));
  return [...versions.values()].map((one) => {
    const license = atVersion(byId.get(one.licenseId), one);
    license.close(plan);
    return license;
  });
}

/** In this order everybody takes licenses, so that two commands on several do not wait for each other. */
export function inOrderOfIds(licenses: readonly License[]): readonly License[] {
  return licenses.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/**
 * @param done what is done with them
 * @throws TooManyLicenses for none, or for more than `MAX_LICENSES`
 */
export function requireFewLicenses(count: number, done: 'closed' | 'changed' = 'closed'): void {
  if (count === 0 || count > MAX_LICENSES) throw new TooManyLicenses(count, done);
}

function retiring<C extends { readonly plan: LicenseClosingPlan }>(command: C) {
  return { ...command, retiring: closingReason(command.plan.reason) };
}

export class TooManyLicenses extends DomainError {
  readonly code = 'too-many-licenses';
  override readonly field = 'licenses';

  constructor(count: number, done: 'closed' | 'changed') {
    const most = MAX_LICENSES.toLocaleString('en-US');
    super(
      count === 0
        ? 'Choose at least one license.'
        : `These are ${count.toLocaleString('en-US')} licenses; at most ${most} can be ${done} at once. ` +
            (done === 'closed' ? 'Close them in several steps.' : 'Narrow the filter.'),
    );
  }
}
