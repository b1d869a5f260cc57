import type { Basis } from '../../../domain/avails/planning/import-plan';
import type { Import } from '../../../domain/import/import';
import { isDomainError } from '../../../domain/errors';
import { ChangedSinceReview, GroupRefused } from '../../../domain/import/job-refusals';
import type { LicenseChange } from '../../../domain/license/license-change';
import { offersAddedBy } from '../../../domain/license/license-change';
import type { ImportedChange } from '../../../service/import/import-undo';
import type { PrismaClient } from '../../generated/prisma/client';
import type { ImportWorkshop, StoredGroup } from '../../../service/import/import-workshop';
import type { Queries } from '../connection/transaction';
import { applyGroup } from '../../../service/import/import-execution';
import { BuiltUpon, builtUpon, takeBack } from '../../../service/import/import-undo';
import { orderOf } from '../../../service/import/import-workshop';
import { PrismaImportRepository } from './import-repository';
import { carryLines, linesOf } from './offer-rows';
import { inOneTransaction } from '../prisma-batch';
import {
  historyLine,
  storedContentChanges,
  storedContractChanges,
  storedLicenseChanges,
} from '../stored/stored-changes';

/**
 * Applies groups in one transaction, and marks them applied in it.
 *
 * @param progress is told how many are done
 * @throws GroupRefused for the first that a rule refuses or somebody has changed; then none is applied
 */
export async function applyTogether(
  one: Import,
  groups: readonly StoredGroup[],
  prisma: PrismaClient,
  {
    progress,
    isLast,
    newId,
  }: Parameters<ImportWorkshop['apply']>[2] & Pick<ImportWorkshop, 'newId'>,
): Promise<void> {
  const { id, revision } = one.data;
  const order = orderOf(one, newId);
  await inOneTransaction(prisma, async (unitOfWork, queries) => {
    await hold(
      groups.flatMap(({ basedOn }) => basedOn),
      queries,
    );
    for (const [index, group] of groups.entries()) {
      try {
        await requireUnchanged(id, group.basedOn, queries);
        const name = `group ${revision}.${group.number}`;
        const lines = await linesOf(storedTitles(group), queries);
        await applyGroup(group, name, order, unitOfWork, versionsIn(queries));
        await carryLines(lines, queries);
      } catch (error) {
        if (isDomainError(error)) throw new GroupRefused(group.number, error);
        throw error;
      }
      await queries.$executeRaw`
        UPDATE import_groups SET outcome = 'applied', reason = NULL
        WHERE import_id = ${id}::uuid AND number = ${group.number}`;
      await progress(index + 1);
    }
    if (isLast) await finishCommit(id, queries);
  });
}

/** The titles of a group that were stored before it. */
function storedTitles({ basedOn }: StoredGroup): readonly string[] {
  return basedOn.flatMap(({ what, id, version }) =>
    what === 'content' && version > 0 ? [id] : [],
  );
}

/**
 * Takes back everything an import stored, in one transaction, and makes it undone.
 *
 * @throws BuiltUpon when somebody has built on it, DomainError of a rule that stands against it; then nothing is undone
 */
export async function takeBackTogether(
  one: Import,
  prisma: PrismaClient,
  newId: ImportWorkshop['newId'],
): Promise<void> {
  const { id } = one.data;
  await inOneTransaction(prisma, async (unitOfWork, queries) => {
    const stored = await queries.$queryRaw<
      (Omit<ImportedChange, 'change'> & { change: unknown })[]
    >`
      SELECT aggregate, aggregate_id::text AS id, version, command_key::text AS key, change
      FROM history WHERE import_id = ${id}::uuid ORDER BY sequence`;
    const changes = stored.map((line): ImportedChange => {
      const { aggregate, id: of, version, change } = line;
      return { ...line, change: CHANGES[aggregate].read(change, historyLine(of, version)) };
    });
    await hold(
      changes.flatMap((change): Basis[] =>
        change.aggregate === 'contract'
          ? []
          : [{ what: change.aggregate, id: change.id, version: change.version }],
      ),
      queries,
    );
    const reasons = builtUpon(await foundOn(changes, queries));
    if (reasons.length > 0) throw new BuiltUpon(reasons);
    await takeBack(changes, orderOf(one, newId), unitOfWork, versionsIn(queries));
    const imports = new PrismaImportRepository(queries);
    const now = await imports.get(id);
    if (now?.finishUndo() === true) await imports.save(now);
  });
}

/** Notes that a commit is over, and that its rules are those of its studios. */
export async function finishCommit(id: string, queries: Queries): Promise<void> {
  const imports = new PrismaImportRepository(queries);
  const one = await imports.get(id);
  if (one?.finishCommit() !== true) return;
  await imports.save(one);
  const { by, at } = one.settlement;
  await queries.$executeRaw`
    INSERT INTO studio_rules (studio, rules, changed_by, changed_at)
    SELECT studio, rules, ${by.name}, ${at}::timestamptz FROM imports, unnest(studios) AS studio WHERE id = ${id}::uuid
    ON CONFLICT (studio) DO UPDATE SET rules = excluded.rules, changed_by = excluded.changed_by,
      changed_at = excluded.changed_at`;
}

function versionsIn(queries: Queries) {
  return async (ids: readonly string[]): Promise<ReadonlyMap<string, number>> => {
    const rows = await queries.$queryRaw<{ id: string; version: number }[]>`
      SELECT id::text, version FROM licenses WHERE id = ANY (${ids}::uuid[])
      UNION ALL SELECT id::text, version FROM content WHERE id = ANY (${ids}::uuid[])
      UNION ALL SELECT id::text, version FROM contracts WHERE id = ANY (${ids}::uuid[])`;
    return new Map(rows.map(({ id, version }) => [id, version]));
  };
}

/** Keeps others from changing some licenses and titles until the commit: licenses first, each in the order of their ids. */
async function hold(bases: readonly Basis[], queries: Queries): Promise<void> {
  const idsOf = (wanted: Basis['what']) => [
    ...new Set(bases.filter(({ what }) => what === wanted).map(({ id }) => id)),
  ];
  await queries.$queryRaw`
    SELECT id::text FROM licenses WHERE id = ANY (${idsOf('license')}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
  await queries.$queryRaw`
    SELECT id::text FROM content WHERE id = ANY (${idsOf('content')}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
}

const CHANGES = {
  contract: storedContractChanges,
  license: storedLicenseChanges,
  content: storedContentChanges,
};

/** @throws ChangedSinceReview when somebody else than this import has changed one of them since it was planned on */
async function requireUnchanged(
  importId: string,
  bases: readonly Basis[],
  queries: Queries,
): Promise<void> {
  const [changed] = await queries.$queryRaw<{ name: string | null; actor: string | null }[]>`
    SELECT coalesce(l.name, c.title) AS name, h.actor
    FROM jsonb_to_recordset(${JSON.stringify(bases)}::jsonb) AS b (id uuid, version int)
    LEFT JOIN licenses l ON l.id = b.id LEFT JOIN content c ON c.id = b.id
    LEFT JOIN LATERAL (
      SELECT max(version) AS version FROM history WHERE import_id = ${importId}::uuid AND aggregate_id = b.id) own ON true
    LEFT JOIN LATERAL (
      SELECT actor FROM history WHERE aggregate_id = b.id ORDER BY version DESC LIMIT 1) h ON true
    WHERE coalesce(l.version, c.version, 0) <> greatest(b.version, coalesce(own.version, 0)) LIMIT 1`;
  if (changed !== undefined) throw new ChangedSinceReview(changed.name, changed.actor);
}

/** What others have done since to what an import brought or changed. */
async function foundOn(changes: readonly ImportedChange[], queries: Queries) {
  const newest = new Map<string, number>();
  for (const { id, version } of changes) newest.set(id, Math.max(version, newest.get(id) ?? 0));
  const lines = [...newest].map(([id, version]) => ({ id, version }));
  const of = (kind: ImportedChange['aggregate'], isNew: boolean) => [
    ...new Set(
      changes
        .filter(({ aggregate, version }) => aggregate === kind && (!isNew || version === 1))
        .map(({ id }) => id),
    ),
  ];
  const changed = await queries.$queryRaw<{ name: string | null; actor: string }[]>`
    SELECT coalesce(l.name, c.title, k.studio || ' ' || k.reference) AS name, h.actor
    FROM jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) AS b (id uuid, version int)
    JOIN LATERAL (SELECT version, actor FROM history WHERE aggregate_id = b.id ORDER BY version DESC LIMIT 1) h ON true
    LEFT JOIN licenses l ON l.id = b.id LEFT JOIN content c ON c.id = b.id LEFT JOIN contracts k ON k.id = b.id
    WHERE h.version <> b.version ORDER BY 1`;
  const offers = changes.flatMap(({ id, aggregate, change }) =>
    aggregate === 'license'
      ? offersAddedBy(change as LicenseChange).map(({ window }) => ({
          license_id: id,
          starts_on: window.startsOn,
        }))
      : [],
  );
  const users = await queries.$queryRaw<{ title: string }[]>`
    SELECT DISTINCT c.title FROM jsonb_to_recordset(${JSON.stringify(offers)}::jsonb) AS o (license_id uuid, starts_on date)
    JOIN assignments a ON a.license_id = o.license_id AND a.offer_starts_on = o.starts_on
    JOIN content c ON c.id = a.content_id
    WHERE c.id <> ALL (${of('content', false)}::uuid[]) ORDER BY 1`;
  const children = await queries.$queryRaw<{ name: string }[]>`
    SELECT title AS name FROM content
    WHERE parent_id = ANY (${of('content', true)}::uuid[]) AND id <> ALL (${of('content', true)}::uuid[])
    UNION ALL
    SELECT name FROM licenses
    WHERE contract_id = ANY (${of('contract', true)}::uuid[]) AND id <> ALL (${of('license', true)}::uuid[])
    ORDER BY 1`;
  return {
    changed,
    users: users.map(({ title }) => title),
    children: children.map(({ name }) => name),
  };
}
