import type { CopiedOffer, CopyPlan } from '../../domain/bulk/license-copy';
import type { LicensedOffer } from '../../domain/content/clash';
import type { Content } from '../../domain/content/content';
import type { License } from '../../domain/license/license';
import type { Command, Outcome, Transaction, UnitOfWork } from '../unit-of-work';
import type { LicenseCommand, LicenseSaved } from '../license/license-at-version';
import { copiedDetails, copiedOffers } from '../../domain/bulk/license-copy';
import { licensedOffer, licensesRead } from '../../domain/content/clash';
import { AssignmentGone } from '../../domain/content/content-errors';
import { forEachTitle } from '../../domain/content/title-rules';
import { License as Licenses } from '../../domain/license/license';
import { NothingToUndo } from '../../domain/license/license-errors';
import { namingChanges, requireUnchanged } from '../changed-since';
import { byId, requireFewEnough, requireThere } from '../content/title-at-version';
import { NotFound } from '../errors';
import { current, releaseTitles, saved } from '../license/license-at-version';
import { requireNoTwin } from '../license/license-service';

export interface CopyLicense extends LicenseCommand {
  /** The id of the copy. */
  readonly copyId: string;
  readonly plan: CopyPlan;
  /** What happens when the contract grants the same already: it is granted again, unless it is to be asked about. */
  readonly ifTwin?: 'ask' | 'grant' | undefined;
}

/**
 * Grants a license like another, with offers of it and for the titles that have them, in one unit of work: all or nothing.
 * The other license does not change. Who wants less asks `previewLicenseCopy` first.
 *
 * @throws NotFound, Stale, VersionAhead, LicenseVoid, ContractVoid, LicenseTwin when that is to be asked about, NoOfferOnDay,
 *   NoDayLeft, TooManyCopied, TooManyTitles, AssignmentGone for a chosen title that has none of the offers, TitlesClash (C2),
 *   and DomainError of a detail that is not valid
 */
export function copyLicense(
  command: CopyLicense,
  unitOfWork: UnitOfWork,
): Promise<Outcome<LicenseSaved>> {
  return unitOfWork.run(command, async (transaction) => {
    const { original, copied, twins } = await prepared(command, transaction);
    const refused = copied.find(({ refusal }) => refusal !== undefined)?.refusal;
    if (refused !== undefined) throw refused;
    const copy = copyOf(original, copied, command);
    if (command.ifTwin === 'ask') requireNoTwin(copy, twins);
    const titles = await titlesOf(original, copied, command.plan.titles, transaction);
    const coming = offersOnCopy(copy, copied);
    forEachTitle(
      titles.map((title) => ({ title })),
      ({ title }) => {
        title.reassign([], offersFor(title, original, coming));
      },
    );
    // All licenses are locked at once, in the order of their ids: titles rest on those of their other offers, too.
    const read = licensesRead(titles.flatMap(({ dependsOnLicenses }) => dependsOnLicenses));
    read.delete(copy.id);
    transaction.licenses.add(copy, read.set(original.id, original.version));
    transaction.contents.save(titles);
    return saved(copy);
  });
}

/** The license and what a copy of it is made from. */
export async function prepared(
  { plan, ...command }: Omit<CopyLicense, 'copyId' | 'ifTwin'>,
  { licenses, contracts }: Transaction,
) {
  const original = await current(licenses, command);
  const contract = await contracts.get(plan.contractId);
  if (contract === null) throw new NotFound('contract', plan.contractId);
  contract.requireInUse();
  const details = copiedDetails(original, plan);
  const copied = copiedOffers(original, plan);
  const twins = await licenses.granted(plan.contractId, details.terms.rightsType);
  return { original, contract, copied, twins };
}

/** The copy with the offers that can come along. @throws as `License.grant` */
export function copyOf(
  original: License,
  copied: readonly CopiedOffer[],
  { copyId, plan }: Pick<CopyLicense, 'copyId' | 'plan'>,
): License {
  const offers = copied.flatMap(({ copy }) => copy ?? []);
  const from = { licenseId: original.id, licenseName: original.details.name };
  return Licenses.grant(copyId, plan.contractId, copiedDetails(original, plan), offers, from);
}

/** The offers of a copy, by the first days of those that they are copies of. */
export function offersOnCopy(
  copy: License,
  copied: readonly CopiedOffer[],
): ReadonlyMap<string, LicensedOffer> {
  return new Map(
    copied.flatMap(({ original, copy: offer }) =>
      offer === undefined ? [] : [[original.window.startsOn, licensedOffer(copy, offer)] as const],
    ),
  );
}

/** What a title gets: the copies of those offers that it has. */
export function offersFor(
  title: Content,
  { id }: License,
  coming: ReadonlyMap<string, LicensedOffer>,
): readonly LicensedOffer[] {
  return title.assignments.flatMap(({ licenseId, offer }) =>
    licenseId === id ? (coming.get(offer.window.startsOn) ?? []) : [],
  );
}

/**
 * The titles that have offers which come along.
 *
 * @param chosen their ids; `null` for all
 * @throws TooManyTitles, NotFound, AssignmentGone for a chosen title that has none of them
 */
export async function titlesOf(
  original: License,
  copied: readonly CopiedOffer[],
  chosen: CopyPlan['titles'],
  transaction: Transaction,
): Promise<readonly Content[]> {
  const refs = copied
    .filter(({ copy }) => copy !== undefined)
    .map(({ original: { window } }) => ({ licenseId: original.id, startsOn: window.startsOn }));
  const ids =
    chosen === null
      ? refs.length === 0
        ? []
        : await transaction.contents.assignedTo(refs)
      : [...new Set(chosen)];
  if (ids.length === 0) return [];
  requireFewEnough(ids.length);
  const found = await byId(ids, transaction);
  const isWith = (title: Content) => refs.some((ref) => title.has(ref));
  // Between the two reads somebody may have taken the offers from one of all titles.
  if (chosen === null) return [...found.values()].filter(isWith);
  const titles = ids.map((id) => requireThere(found.get(id), id));
  const [first] = refs;
  const without = titles.find((title) => !isWith(title));
  if (without !== undefined)
    throw new AssignmentGone(
      without.details.title,
      first ?? { licenseId: original.id, startsOn: '' },
    );
  return titles;
}

export interface UndoLicenseCopy extends Command {
  /** The copy, at the version that making it answered. */
  readonly licenseId: string;
  readonly expectedVersion: number;
  /** How many titles got offers of it; without it, however many. */
  readonly titlesSeen?: number | undefined;
}

/** Why a copy is void that was taken back. */
const REASON = 'Copy undone';

/**
 * Takes a copy back, all or nothing: it becomes void, and its titles lose what they got from it.
 *
 * @throws NotFound, VersionAhead, ChangedSince when it has changed since, NothingToUndo for a license that is no copy,
 *   TitlesJoined when other titles have its offers by now, TitlesStranded where a title has no other offer by now (C1)
 */
export function undoLicenseCopy(
  command: UndoLicenseCopy,
  unitOfWork: UnitOfWork,
): Promise<Outcome<LicenseSaved>> {
  return namingChanges(() =>
    unitOfWork.run(command, async (transaction) => {
      const { licenseId: id, expectedVersion } = command;
      const copy = await transaction.licenses.get(id);
      if (copy === null) throw new NotFound('license', id);
      const { version, details } = copy;
      requireUnchanged([{ what: 'license', id, name: details.name, version, expectedVersion }]);
      const made = await transaction.licenses.changesTo([{ licenseId: id, version }]);
      const change = made.get(id);
      if (change?.kind !== 'license-granted' || change.copyOf === undefined)
        throw new NothingToUndo('A license that is no copy');
      copy.close({ kind: 'void', reason: REASON });
      transaction.licenses.save(copy);
      await releaseTitles([copy], { titlesSeen: command.titlesSeen }, transaction);
      return saved(copy);
    }),
  );
}
