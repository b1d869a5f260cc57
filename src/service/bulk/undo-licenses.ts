import type { LicenseChange } from '../../domain/license/license-change';
import type { License } from '../../domain/license/license';
import type { Command, Outcome, Transaction, UnitOfWork } from '../unit-of-work';
import type { LicenseAtVersion } from '../license/close-license';
import type { LicensesChanged } from './change-licenses';
import { inverse } from '../../domain/license/license-change';
import { NothingToUndo } from '../../domain/license/license-errors';
import { namingChanges, requireUnchanged } from '../changed-since';
import { NotFound } from '../errors';
import { inOrderOfIds, requireFewLicenses } from '../license/close-license';
import { releaseTitles } from '../license/license-at-version';
import { reopened } from '../license/reopen-licenses';
import { versionAfter } from './change-licenses';
import { titleClashes } from './clashing-titles';

export interface UndoLicenses extends Command {
  /** The licenses that one bulk change changed, at the versions that it answered. */
  readonly licenses: readonly LicenseAtVersion[];
}

/**
 * Takes back what one bulk change did, all or nothing: each license gets the change that reverts its own.
 *
 * @throws TooManyLicenses, NotFound, VersionAhead, ChangedSince naming the licenses that have changed since, NothingToUndo,
 *   TitlesJoined where titles have an offer by now that the change made, TitlesClash where a title has another offer by now (C2), TitleClosed for a title that somebody retired or voided since, and
 *   what a reverting change is refused with
 */
export function undoLicenses(
  command: UndoLicenses,
  unitOfWork: UnitOfWork,
): Promise<Outcome<LicensesChanged>> {
  return namingChanges(() =>
    unitOfWork.run(command, async (transaction) => {
      const made = await madeChanges(command.licenses, transaction);
      const isEnd = [...made.values()].some(({ kind }) => kind === 'license-closed');
      const licenses = isEnd
        ? await reopened(command.licenses, transaction)
        : await reverted(command.licenses, made, transaction);
      return { changed: licenses.map(versionAfter) };
    }),
  );
}

function madeChanges(
  licenses: readonly LicenseAtVersion[],
  transaction: Transaction,
): Promise<ReadonlyMap<string, LicenseChange>> {
  requireFewLicenses(licenses.length, 'changed');
  return transaction.licenses.changesTo(
    licenses.map(({ licenseId, expectedVersion: version }) => ({ licenseId, version })),
  );
}

async function reverted(
  wanted: readonly LicenseAtVersion[],
  made: ReadonlyMap<string, LicenseChange>,
  transaction: Transaction,
): Promise<readonly License[]> {
  const versions = new Map(wanted.map((one) => [one.licenseId, one.expectedVersion]));
  const read = await transaction.licenses.getAll([...versions.keys()]);
  const byId = new Map(read.map((license) => [license.id, license]));
  const licenses = [...versions].map(([id, expectedVersion]) => {
    const license = byId.get(id);
    if (license === undefined) throw new NotFound('license', id);
    return { license, expectedVersion };
  });
  requireUnchanged(
    licenses.map(({ license: { id, version, details }, expectedVersion }) => ({
      ...{ what: 'license' as const, id, name: details.name, version, expectedVersion },
    })),
  );
  const back = licenses.map(({ license }) => {
    const change = made.get(license.id);
    const compensation = change === undefined || !isBulk(change) ? null : inverse(change);
    if (compensation === null) throw new NothingToUndo('A change that was not made in bulk');
    license.perform(compensation);
    return license;
  });
  const [clash] = await titleClashes(back, transaction);
  if (clash !== undefined) throw clash.refusal;
  transaction.licenses.saveTogether(inOrderOfIds(back));
  // What was made in bulk had no title yet: one that has got it since keeps it.
  await releaseTitles(back, { titlesSeen: 0 }, transaction);
  return back;
}

/** Whether a bulk change makes such a change; what takes offers from titles has an undo of its own. */
function isBulk(change: LicenseChange): boolean {
  switch (change.kind) {
    case 'license-amended':
    case 'offers-generated':
      return true;
    case 'offers-rearranged':
      return change.added.length === 0 && change.withdrawn.length === 0;
    case 'license-granted':
    case 'offer-replaced':
    case 'offers-withdrawn':
    case 'license-closed':
    case 'license-reopened':
      return false;
  }
}
