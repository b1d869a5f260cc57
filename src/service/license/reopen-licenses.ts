import type { LicenseReopened } from '../../domain/license/license-change';
import type { License } from '../../domain/license/license';
import type { Command, Outcome, Transaction, UnitOfWork } from '../unit-of-work';
import type { LicenseAtVersion } from './close-license';
import { NotClosedSo } from '../../domain/license/closing-errors';
import { inverse } from '../../domain/license/license-change';
import { namingChanges, requireUnchanged } from '../changed-since';
import { NotFound } from '../errors';
import { inOrderOfIds, requireFewLicenses } from './close-license';
import { DateRange } from '../../domain/values/date-range';
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
      const oneOfEach = new Map(licenses.map((license) => [license.contractId, license]));
      for (const license of oneOfEach.values()) await requireContractInUse(license, transaction);
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
  transaction.licenses.saveTogether(inOrderOfIds(licenses));
  await returnReleased(
    closed.map(({ license, reopening }) => ({
      ...{ license, version: license.version, change: reopening },
    })),
    transaction,
  );
  return licenses;
}

/** The days from the first to the last of some windows: after an end there are hardly any other offers among them. */
function spanOf(windows: readonly DateRange[]): readonly DateRange[] {
  const [first] = windows.map(({ startsOn }) => startsOn).sort();
  if (first === undefined) return [];
  const ends = windows.flatMap(({ endsOn }) => endsOn ?? []).sort();
  return [DateRange.of(first, ends.length < windows.length ? null : (ends.at(-1) ?? null))];
}

/** The licenses as they were closed, each with the change that takes that back. */
async function closedLicenses(
  wanted: readonly LicenseAtVersion[],
  { licenses }: Transaction,
): Promise<readonly { readonly license: License; readonly reopening: LicenseReopened }[]> {
  const expected = new Map(wanted.map((one) => [one.licenseId, one.expectedVersion]));
  requireFewLicenses(expected.size);
  const made = await licenses.changesTo(
    [...expected].map(([licenseId, version]) => ({ licenseId, version })),
  );
  const reopenings = new Map<string, LicenseReopened>();
  for (const [id, change] of made) {
    const back = inverse(change);
    if (back?.kind === 'license-reopened') reopenings.set(id, back);
  }
  const touched = [...reopenings.values()].flatMap(
    (reopening) => windowsTouchedBy(reopening) ?? [],
  );
  const read = await licenses.getAll([...expected.keys()], spanOf(touched));
  const byId = new Map(read.map((license) => [license.id, license]));
  const found = [...expected].map(([id, expectedVersion]) => {
    const license = byId.get(id);
    if (license === undefined) throw new NotFound('license', id);
    return { license, expectedVersion, reopening: reopenings.get(id) ?? null };
  });
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
