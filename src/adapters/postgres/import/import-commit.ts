import { v5 as uuidV5 } from 'uuid';
import { actor } from '../../../domain/people/actor';
import type { Basis } from '../../../domain/avails/planning/import-plan';
import { DomainError, isDomainError } from '../../../domain/errors';
import type { LicenseChange } from '../../../domain/license/license-change';
import { offersAddedBy } from '../../../domain/license/license-change';
import type { ImportOrder } from '../../../service/import/import-execution';
import type { ImportedChange } from '../../../service/import/import-undo';
import type { PrismaClient } from '../../generated/prisma/client';
import type { ImportOrderRow, StoredGroup } from './import-store';
import type { Queries } from '../transaction';
import { applyGroup } from '../../../service/import/import-execution';
import { BuiltUpon, builtUpon, takeBack } from '../../../service/import/import-undo';
import { ImportStore } from './import-store';
import { inOneTransaction } from '../prisma-batch';
import { readStored } from '../stored-windows';

/** A license or title that a group was planned on was changed after the review. */
export class ChangedSinceReview extends DomainError {
  readonly code = 'changed-since-review';

  constructor(name: string, by: string) {
    super(`${by} changed ${name} after the review.`);
  }
}

/** Why groups were not applied, by their numbers. */
export class GroupRefused extends DomainError {
  readonly code = 'group-refused';

  constructor(
    readonly number: number,
    readonly refusal: DomainError,
  ) {
    super(refusal.message);
  }
}

/**
 * Applies groups in one transaction, and marks them applied in it.
 *
 * @param progress is told how many are done
 * @throws GroupRefused for the first that a rule refuses or somebody has changed; then none is applied
 */
export async function applyTogether(
  order: ImportOrderRow,
  groups: readonly StoredGroup[],
  prisma: PrismaClient,
  { progress, finish }: { progress: (done: number) => Promise<void>; finish: boolean },
): Promise<void> {
  const store = new ImportStore(prisma);
  await inOneTransaction(prisma, async (unitOfWork, queries) => {
    await hold(
      groups.flatMap(({ basedOn }) => basedOn),
      queries,
    );
    for (const [index, group] of groups.entries()) {
      try {
        await requireUnchanged(order.id, group.basedOn, queries);
        const name = `group ${order.revision}.${group.number}`;
        await applyGroup(group, name, orderOf(order), unitOfWork, versionsIn(queries));
      } catch (error) {
        if (isDomainError(error)) throw new GroupRefused(group.number, error);
        throw error;
      }
      await store.settle(order.id, group.number, 'applied', null, queries);
      await progress(index + 1);
    }
    if (finish) await store.finish(order, queries);
  });
}

/**
 * Takes back everything an import stored, in one transaction, and makes it undone.
 *
 * @throws BuiltUpon when somebody has built on it, DomainError of a rule that stands against it; then nothing is undone
 */
export async function undoTogether(order: ImportOrderRow, prisma: PrismaClient): Promise<void> {
  await inOneTransaction(prisma, async (unitOfWork, queries) => {
    const stored = await queries.$queryRaw<ImportedChange[]>`
      SELECT aggregate, aggregate_id::text AS id, version, command_key::text AS key, change
      FROM history WHERE import_id = ${order.id}::uuid ORDER BY sequence`;
    const changes = stored.map(readStored);
    await hold(
      changes.flatMap(({ aggregate, id, version }): Basis[] =>
        aggregate === 'contract' ? [] : [{ what: aggregate, id, version }],
      ),
      queries,
    );
    const reasons = builtUpon(await foundOn(changes, queries));
    if (reasons.length > 0) throw new BuiltUpon(reasons);
    await takeBack(changes, orderOf(order), unitOfWork, versionsIn(queries));
    await queries.$queryRaw`
      UPDATE imports SET state = 'undone', failure = NULL WHERE id = ${order.id}::uuid AND state = 'undoing'`;
  });
}

/** What the commands of an import have in common: who ordered it, and keys that are the same when it is begun again. */
export function orderOf({ id, settledBy, settledById, settledAt }: ImportOrderRow): ImportOrder {
  return {
    importId: id,
    actor: actor(settledBy, settledById ?? undefined),
    at: settledAt,
    keyOf: (name) => uuidV5(name, id),
  };
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

/** @throws ChangedSinceReview when somebody else than this import has changed one of them since it was planned on */
async function requireUnchanged(
  importId: string,
  bases: readonly Basis[],
  queries: Queries,
): Promise<void> {
  const [changed] = await queries.$queryRaw<{ name: string; actor: string }[]>`
    SELECT coalesce(l.name, c.title, 'A title') AS name, coalesce(h.actor, 'Someone') AS actor
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
  const changed = await queries.$queryRaw<{ name: string; actor: string }[]>`
    SELECT coalesce(l.name, c.title, k.studio || ' ' || k.reference, 'an imported item') AS name, h.actor
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
