import type { LicenseReopened } from '../../domain/license/license-change';
import type { License } from '../../domain/license/license';
import type { Command, Outcome, Transaction, UnitOfWork } from '../unit-of-work';
import type { LicenseAtVersion } from './close-license';
import { NotClosedSo } from '../../domain/license/closing-errors';
import { inverse } from '../../domain/license/license-change';
import { namingChanges, requireUnchanged } from '../changed-since';
import { NotFound } from '../errors';
import { inOrderOfIds, requireFewLicenses } from './close-license';
import { requireContractInUse, requireLegalTitles, windowsTouchedBy } from './license-at-version';
import { returnReleased } from './undo-change';

export interface ReopenLicenses extends Command {
  /** The licenses that one command closed, at the versions that it answered. */
  readonly licenses: readonly LicenseAtVersion[];
}

/** What an accepted undo of closings answers. */
export interface LicensesReopened {
  readonly reopened: readonly { readonly id: string; readonly version: number }[];
}

/**
 * Takes back the closing of several licenses, all or nothing: they are as before, and titles get back what they lost.
 *
 * @throws TooManyLicenses, NotFound, VersionAhead, ContractVoid, ChangedSince naming the licenses that have changed since, NotClosedSo for a
 *   version that is no closing, TitlesClash where a title has another offer by now (C2), TitleClosed for a title that somebody
 *   retired or voided since
 */
export function reopenLicenses(
  command: ReopenLicenses,
  unitOfWork: UnitOfWork,
): Promise<Outcome<LicensesReopened>> {
  return namingChanges(() =>
    unitOfWork.run(command, async (transaction) => {
      const licenses = await reopened(command.licenses, transaction);
      for (const license of licenses) await requireContractInUse(license, transaction);
      return { reopened: licenses.map(({ id, version }) => ({ id, version: version + 1 })) };
    }),
  );
}

/**
 * The licenses of a command, saved as they were before they were closed, with their titles. Whether their contract is in use
 * is not looked at.
 *
 * @throws as `reopenLicenses`
 */
export async function reopened(
  wanted: readonly LicenseAtVersion[],
  transaction: Transaction,
): Promise<readonly License[]> {
  const closed = await closedLicenses(wanted, transaction);
  for (const { license, reopening } of closed) {
    license.reopen(reopening);
    await requireLegalTitles(license, transaction);
  }
  const licenses = closed.map(({ license }) => license);
  for (const license of inOrderOfIds(licenses)) transaction.licenses.save(license);
  await returnReleased(
    closed.map(({ license, reopening }) => ({
      ...{ license, version: license.version, change: reopening },
    })),
    transaction,
  );
  return licenses;
}

/** The licenses as they were closed, each with the change that takes that back. */
async function closedLicenses(
  wanted: readonly LicenseAtVersion[],
  { licenses }: Transaction,
): Promise<readonly { readonly license: License; readonly reopening: LicenseReopened }[]> {
  const expected = new Map(wanted.map((one) => [one.licenseId, one.expectedVersion]));
  requireFewLicenses(expected.size);
  const found: { license: License; expectedVersion: number; reopening: LicenseReopened | null }[] =
    [];
  for (const [id, expectedVersion] of expected) {
    const [change] = await licenses.changesAfter(id, expectedVersion - 1);
    const back = change === undefined ? null : inverse(change);
    const reopening = back?.kind === 'license-reopened' ? back : null;
    const known = reopening === null ? [] : windowsTouchedBy(reopening);
    const license = await licenses.get(id, known);
    if (license === null) throw new NotFound('license', id);
    found.push({ license, expectedVersion, reopening });
  }
  requireUnchanged(
    found.map(({ license: { id, version, details }, expectedVersion }) => ({
      ...{ what: 'license' as const, id, name: details.name, version, expectedVersion },
    })),
  );
  return found.map(({ license, reopening }) => {
    if (reopening === null) throw new NotClosedSo(license.details.name);
    return { license, reopening };
  });
}
