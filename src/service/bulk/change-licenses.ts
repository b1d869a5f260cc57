import type { BulkPlan } from '../../domain/bulk/bulk-plan';
import type { License } from '../../domain/license/license';
import type { Command, Outcome, UnitOfWork } from '../unit-of-work';
import type { LicenseAtVersion } from '../license/close-license';
import type { DecidedLicense } from './decide-licenses';
import { DomainError, hasCode } from '../../domain/errors';
import { listed } from '../../domain/values/words';
import type { Stale } from '../errors';
import { inOrderOfIds } from '../license/close-license';
import { releaseTitles } from '../license/license-at-version';
import { decideLicenses } from './decide-licenses';
import { closingReason } from '../../domain/closing';

export interface ChangeLicenses extends Command {
  readonly licenses: readonly LicenseAtVersion[];
  readonly plan: BulkPlan;
  /** Of an end: how many titles a person was shown that they lose an offer; without it, however many. */
  readonly titlesSeen?: number | undefined;
}

/** What an accepted bulk change answers: the licenses that changed. */
export interface LicensesChanged {
  readonly changed: readonly { readonly id: string; readonly version: number }[];
}

/**
 * Makes the same kind of change on many licenses, all or nothing, each by one change of its own. Licenses that it does not change
 * stay at their version; who wants to leave out those that are blocked asks `previewLicensesChange` first.
 *
 * @throws TooManyLicenses, TooManyOffers, NotFound, VersionAhead, PricePlanChanged, Stale of the first license that has changed, LicensesBlocked
 *   naming those that a rule stands against, TitlesJoined
 */
export function changeLicenses(
  command: ChangeLicenses,
  unitOfWork: UnitOfWork,
): Promise<Outcome<LicensesChanged>> {
  return unitOfWork.run(command, async (transaction) => {
    const decided = await decideLicenses(command.licenses, command.plan, transaction);
    requireNoneBlocked(decided);
    const changed = decided.flatMap(({ license, outcome }) =>
      outcome === 'changes' ? [license] : [],
    );
    transaction.licenses.saveTogether(inOrderOfIds(changed));
    if (command.plan.kind === 'end') {
      const retiring = closingReason(command.plan.reason);
      await releaseTitles(changed, { retiring, titlesSeen: command.titlesSeen }, transaction);
    }
    return { changed: changed.map(versionAfter) };
  });
}

/** The answer about a license that has changed. */
export function versionAfter({ id, version }: License): LicensesChanged['changed'][number] {
  return { id, version: version + 1 };
}

function requireNoneBlocked(decided: readonly DecidedLicense[]): void {
  const blocked = decided.filter((one) => one.outcome === 'blocked');
  for (const { refusal } of blocked) if (hasCode<Stale>(refusal, 'stale')) throw refusal;
  if (blocked.length > 0) throw new LicensesBlocked(blocked);
}

const MAX_NAMED = 3;

/** Rules stand against some licenses of a bulk change. */
export class LicensesBlocked extends DomainError {
  readonly code = 'licenses-blocked';
  override readonly field = 'licenses';
  readonly licenses: readonly {
    readonly id: string;
    readonly name: string;
    readonly reason: string;
  }[];

  constructor(blocked: readonly { readonly license: License; readonly refusal: DomainError }[]) {
    const [first] = blocked;
    const names = blocked.slice(0, MAX_NAMED).map(({ license }) => license.details.name);
    super(
      `Nothing was saved: ${listed(names, blocked.length)} ${blocked.length === 1 ? 'is' : 'are'} blocked. ` +
        (first?.refusal.message ?? ''),
    );
    this.licenses = blocked.map(({ license, refusal }) => ({
      ...{ id: license.id, name: license.details.name, reason: refusal.message },
    }));
  }
}
