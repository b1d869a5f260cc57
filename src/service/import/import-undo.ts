import type { ContentChange } from '../../domain/content/content-change';
import type { ContractChange } from '../../domain/contract/contract';
import type { LicenseChange } from '../../domain/license/license-change';
import type { ImportOrder, VersionsNow } from './import-execution';
import type { ContentCommand, TitlesAssigned } from '../content/title-at-version';
import type { Command, Outcome, UnitOfWork } from '../unit-of-work';
import { assignmentsIn, refOfAssignment } from '../../domain/content/content-change';
import { DomainError } from '../../domain/errors';
import { inverse } from '../../domain/license/license-change';
import { listed } from '../../domain/values/words';
import { arrangeTitles } from '../content/arrange-titles';
import { bringTitleBack } from '../content/takedown-service';
import { current, save } from '../content/title-at-version';
import { NotFound } from '../errors';
import { applyChange } from '../license/license-service';

/** One change that an import made, as its line of history keeps it. */
export interface ImportedChange {
  readonly aggregate: 'contract' | 'license' | 'content';
  readonly id: string;
  readonly version: number;
  /** The key of its command. */
  readonly key: string;
  readonly change: ContractChange | LicenseChange | ContentChange;
}

/** Somebody has built on what an import brought, so that it cannot be taken back. */
export class BuiltUpon extends DomainError {
  readonly code = 'built-upon';

  /** @param reasons sentences */
  constructor(readonly reasons: readonly string[]) {
    super(
      `Nothing was undone. ${reasons.slice(0, 3).join(' ')}` +
        (reasons.length > 3 ? ` And ${reasons.length - 3} more.` : ''),
    );
  }
}

/**
 * Takes an import's changes back, the newest first, by changes of their own: so each meets what it left behind. What the
 * import brought is removed; what it changed becomes as it was. Somebody has to see to it that nothing was built on it, that
 * nobody else writes it meanwhile, and that nothing is stored when a rule refuses.
 *
 * @param changes in the order in which they were made
 * @throws DomainError of a rule that refuses, and whatever the unit of work throws
 */
export async function takeBack(
  changes: readonly ImportedChange[],
  order: ImportOrder,
  unitOfWork: UnitOfWork,
  versionsNow: VersionsNow,
): Promise<void> {
  const brought = new Set(changes.filter(({ version }) => version === 1).map(({ id }) => id));
  for (const commandChanges of byCommand(changes).reverse()) {
    const [{ key }] = commandChanges;
    const command = (name: string): Command & { importId: string } => ({
      key: order.keyOf(`undo ${key} ${name}`),
      actor: order.actor,
      at: order.at,
      importId: order.importId,
    });
    const versions = await versionsNow(commandChanges.map(({ id }) => id));
    const versionOf = (id: string) => versions.get(id) ?? 0;
    for (const { aggregate, id, version, change } of commandChanges) {
      const target = { id, version: versionOf(id) };
      if (aggregate === 'contract') await removeContract(command(id), target, unitOfWork);
      if (aggregate !== 'license') continue;
      if (version === 1) await removeLicense(command(id), target, unitOfWork);
      const taken = brought.has(id) ? null : inverse(change as LicenseChange);
      if (taken === null) continue;
      const expectedVersion = target.version;
      await applyChange(
        { ...command(id), licenseId: id, expectedVersion, change: taken },
        unitOfWork,
      );
    }
    const titles = commandChanges.filter(({ aggregate }) => aggregate === 'content');
    const removed = titles.filter(({ version }) => version === 1);
    if (removed.length > 0) {
      const targets = removed.map(({ id }) => ({ id, version: versionOf(id) }));
      await removeTitles(command('remove titles'), targets, unitOfWork);
    }
    const returned = titles.filter(({ version, change }) => version > 1 && !isTakedown(change));
    if (returned.length > 0) await returnOffers(command('titles'), returned, versionOf, unitOfWork);
    for (const { id, version, change } of titles)
      if (version > 1 && isTakedown(change)) {
        const target = { contentId: id, expectedVersion: versionOf(id) };
        await takeTakedownBack({ ...command(id), ...target }, change, unitOfWork);
      }
  }
}

function byCommand(
  changes: readonly ImportedChange[],
): (readonly [ImportedChange, ...ImportedChange[]])[] {
  const commands = new Map<string, [ImportedChange, ...ImportedChange[]]>();
  for (const change of changes) {
    const known = commands.get(change.key);
    if (known === undefined) commands.set(change.key, [change]);
    else known.push(change);
  }
  return [...commands.values()];
}

type TakedownChange = Extract<
  ImportedChange['change'],
  { readonly kind: 'title-taken-down' | 'title-brought-back' }
>;

function isTakedown(change: ImportedChange['change']): change is TakedownChange {
  return change.kind === 'title-taken-down' || change.kind === 'title-brought-back';
}

/** A takedown that the import began never applied; one that it ended goes on. */
async function takeTakedownBack(
  command: ContentCommand,
  change: TakedownChange,
  unitOfWork: UnitOfWork,
): Promise<void> {
  if (change.kind === 'title-taken-down') {
    const { number, days } = change.takedown;
    await bringTitleBack({ ...command, takedown: number, from: days.startsOn }, unitOfWork);
    return;
  }
  await unitOfWork.run(command, async (transaction) => {
    const content = await current(transaction, command);
    content.undoReturn(change);
    return save(content, transaction);
  });
}

async function returnOffers(
  command: Command,
  titles: readonly ImportedChange[],
  versionOf: (id: string) => number,
  unitOfWork: UnitOfWork,
): Promise<void> {
  await arrangeTitles(
    {
      ...command,
      titles: titles.map(({ id, change }) => {
        const { taken, given } = assignmentsIn(change as ContentChange);
        return {
          contentId: id,
          expectedVersion: versionOf(id),
          details: null,
          give: taken.map(({ licenseId, offer }) => ({ licenseId, offer })),
          take: given.map(refOfAssignment),
        };
      }),
    },
    unitOfWork,
  );
}

interface Target {
  readonly id: string;
  readonly version: number;
}

function removeContract(
  command: Command,
  { id }: Target,
  unitOfWork: UnitOfWork,
): Promise<Outcome<Target>> {
  return unitOfWork.run(command, async ({ contracts }) => {
    const contract = await contracts.get(id);
    if (contract === null) throw new NotFound('contract', id);
    contracts.remove(contract);
    return { id, version: contract.version + 1 };
  });
}

function removeLicense(
  command: Command,
  { id }: Target,
  unitOfWork: UnitOfWork,
): Promise<Outcome<Target>> {
  return unitOfWork.run(command, async ({ licenses }) => {
    const license = await licenses.get(id, []);
    if (license === null) throw new NotFound('license', id);
    licenses.remove(license);
    return { id, version: license.version + 1 };
  });
}

function removeTitles(
  command: Command,
  targets: readonly Target[],
  unitOfWork: UnitOfWork,
): Promise<Outcome<TitlesAssigned>> {
  return unitOfWork.run(command, async ({ contents }) => {
    const titles = await contents.getAll(targets.map(({ id }) => id));
    contents.remove(titles);
    return { assigned: titles.map(({ id, version }) => ({ id, version: version + 1 })) };
  });
}

/** What was built on an import, each as a sentence: why it cannot be undone. */
export function builtUpon(found: {
  /** Names of what was changed since, and by whom. */
  readonly changed: readonly { readonly name: string | null; readonly actor: string }[];
  /** Titles that use its offers without having come from it. */
  readonly users: readonly string[];
  /** Titles that belong to its titles, and licenses under its contracts, which did not come from it. */
  readonly children: readonly string[];
}): readonly string[] {
  return [
    ...found.changed.map(
      ({ name, actor }) => `${actor} changed ${name ?? 'an imported item'} after the import.`,
    ),
    ...(found.users.length === 0
      ? []
      : [`Its offers are now used by ${listed(found.users.slice(0, 3), found.users.length)}.`]),
    ...(found.children.length === 0
      ? []
      : [
          `Its titles or contracts have newer entries: ${listed(found.children.slice(0, 3), found.children.length)}.`,
        ]),
  ];
}
