import type { BulkSample } from '../../domain/bulk/bulk-sample';
import type { LicenseChange } from '../../domain/license/license-change';
import type { ClosingPreview } from '../license/closing-preview';
import type { LicenseAtVersion } from '../license/close-license';
import type { Outcome, Transaction, UnitOfWork } from '../unit-of-work';
import type { ChangeLicenses } from './change-licenses';
import type { DecidedLicense } from './decide-licenses';
import { countOffers, samplesOf } from '../../domain/bulk/bulk-sample';
import { compareNames } from '../../domain/names/folding';
import { effectOfClosing } from '../license/closing-preview';
import { decideLicenses } from './decide-licenses';

export interface PreviewLicensesChange extends ChangeLicenses {
  /** The calendar day it is, ISO 8601: titles that went dark before it are not counted. */
  readonly today: string;
}

/** What a bulk change would do. */
export interface BulkPreview {
  /** The licenses that would change, at the versions that were checked: what the command is to be given. */
  readonly changes: readonly LicenseAtVersion[];
  /** How many offers of them would change, or be made. */
  readonly offers: number;
  /** How many licenses would stay as they are. */
  readonly same: number;
  /** How many chosen offers stay because all their prices are tiers. */
  readonly onTiers: number;
  /** The licenses that a rule stands against, by cause, the largest group first. */
  readonly blocked: readonly BlockedGroup[];
  /** Some of what would change, by the names of licenses. */
  readonly samples: readonly (BulkSample & {
    readonly licenseId: string;
    readonly license: string;
  })[];
  /** What an end takes from titles; `null` for any other change. */
  readonly titles: Pick<ClosingPreview, 'releasedTitles' | 'darkTitles' | 'retiredTitles'> | null;
}

/** Licenses that are blocked by the same cause. */
export interface BlockedGroup {
  /** The code of the refusal, such as `offer-overlap`; `stale` for those that somebody saved since. */
  readonly code: string;
  /** All of them, at their latest versions. */
  readonly all: readonly LicenseAtVersion[];
  /** The first of them by name. */
  readonly named: readonly {
    readonly licenseId: string;
    readonly name: string;
    readonly reason: string;
  }[];
}

/** So many licenses of a group are named. */
const MAX_NAMED = 10;
const MAX_SAMPLES = 8;
const MAX_SAMPLES_EACH = 2;

/**
 * What `changeLicenses` would do if the blocked licenses were left out; changes nothing.
 *
 * @throws TooManyLicenses, TooManyOffers, NotFound, VersionAhead
 */
export function previewLicensesChange(
  command: PreviewLicensesChange,
  unitOfWork: UnitOfWork,
): Promise<Outcome<{ readonly bulk: BulkPreview }>> {
  return unitOfWork.run(command, async (transaction) => ({
    bulk: await preview(command, transaction),
  }));
}

async function preview(
  { licenses, plan, today }: PreviewLicensesChange,
  transaction: Transaction,
): Promise<BulkPreview> {
  const decided = [...(await decideLicenses(licenses, plan, transaction))].sort((a, b) =>
    compareNames(a.license.details.name, b.license.details.name),
  );
  const changing = decided.flatMap(({ outcome, license }) =>
    outcome === 'changes' && license.change !== null ? [{ license, change: license.change }] : [],
  );
  return {
    changes: changing.map(({ license: { id, version } }) => ({
      ...{ licenseId: id, expectedVersion: version },
    })),
    offers: changing.reduce((sum, { change }) => sum + countOffers(change), 0),
    same: decided.filter(({ outcome }) => outcome === 'same').length,
    onTiers: decided.reduce((sum, { onTiers }) => sum + onTiers, 0),
    blocked: groupsOf(decided),
    samples: changing
      .slice(0, MAX_SAMPLES)
      .flatMap(({ license, change }) =>
        samplesOf(change, MAX_SAMPLES_EACH).map((sample) => ({
          ...{ licenseId: license.id, license: nameBefore(change, license.details.name) },
          ...sample,
        })),
      )
      .slice(0, MAX_SAMPLES),
    titles:
      plan.kind === 'end'
        ? titlesOf(
            await effectOfClosing(
              changing.map(({ license }) => license),
              today,
              transaction,
            ),
          )
        : null,
  };
}

function nameBefore(change: LicenseChange, name: string): string {
  return change.kind === 'license-amended' ? change.before.name : name;
}

function titlesOf({ releasedTitles, darkTitles, retiredTitles }: ClosingPreview) {
  return { releasedTitles, darkTitles, retiredTitles };
}

function groupsOf(decided: readonly DecidedLicense[]): readonly BlockedGroup[] {
  const groups = new Map<string, Extract<DecidedLicense, { readonly outcome: 'blocked' }>[]>();
  for (const one of decided) {
    if (one.outcome !== 'blocked') continue;
    const group = groups.get(one.refusal.code);
    if (group === undefined) groups.set(one.refusal.code, [one]);
    else group.push(one);
  }
  return [...groups]
    .map(([code, blocked]) => ({
      code,
      all: blocked.map(({ license: { id, version } }) => ({
        ...{ licenseId: id, expectedVersion: version },
      })),
      named: blocked.slice(0, MAX_NAMED).map(({ license, refusal }) => ({
        ...{ licenseId: license.id, name: license.details.name, reason: refusal.message },
      })),
    }))
    .sort((a, b) => b.all.length - a.all.length);
}
