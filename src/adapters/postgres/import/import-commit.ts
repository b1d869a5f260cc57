import type { Basis } from '../../../domain/avails/planning/import-plan';
import type { Import } from '../../../domain/import/import';
import { hasCode, isDomainError } from '../../../domain/errors';
import { ChangedSinceReview, GroupRefused } from '../../../domain/import/job-refusals';
import type { LicenseChange } from '../../../domain/license/license-change';
import { offersAddedBy } from '../../../domain/license/license-change';
import type { ImportedChange } from '../../../service/import/import-undo';
import type { PrismaClient } from '../../generated/prisma/client';
import type { VersionsNow } from '../../../service/import/import-execution';
import type { ImportWorkshop, StoredGroup } from '../../../service/import/import-workshop';
import type { UnitOfWork } from '../../../service/unit-of-work';
import type { Queries } from '../connection/transaction';
import { applyGroup } from '../../../service/import/import-execution';
import { BuiltUpon, builtUpon, takeBack } from '../../../service/import/import-undo';
import { slicesOf } from '../../../service/import/group-slices';
import { orderOf } from '../../../service/import/import-workshop';
import { PrismaImportRepository } from './import-repository';
import { GroupedUnitOfWork } from './grouped-unit-of-work';
import { versionsIn } from './known-state';
import { carryLines, linesOf } from './offer-rows';
import type { NotTogether } from './waiting-writes';
import { inOneTransaction } from '../prisma-batch';
import {
  historyLine,
  storedContentChanges,
  storedContractChanges,
  storedLicenseChanges,
} from '../stored/stored-changes';

/** About so many changes are written together. */
const AT_ONCE = 1_000;

type ApplyOptions = Parameters<ImportWorkshop['apply']>[2] & Pick<ImportWorkshop, 'newId'>;

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
  options: ApplyOptions,
): Promise<void> {
  try {
    await inOneTransaction(prisma, async (_, queries) => {
      const unitOfWork = new GroupedUnitOfWork(queries);
      const { known } = unitOfWork;
      const way: Way = {
        ...{ unitOfWork, queries, versionsNow: known.versionsNow },
        begin: (slice) => known.readAhead(slice),
        end: () => unitOfWork.flush(),
      };
      // A title that was stored before is in one group of a slice: its lines go with each change.
      await applySlices(one, slicesOf(groups, AT_ONCE, storedTitles), way, options);
    });
  } catch (error) {
    if (!hasCode<NotTogether>(error, 'not-together')) throw error;
    // One by one they tell which of them is refused, and why.
    await inOneTransaction(prisma, async (unitOfWork, queries) => {
      const way: Way = {
        ...{ unitOfWork, queries, versionsNow: (ids) => versionsIn(queries, ids) },
        begin: () => Promise.resolve(),
        end: () => Promise.resolve(),
      };
      const singles = groups.map((group) => [group]);
      await applySlices(one, singles, way, options);
    });
  }
}

/** How groups are written in a transaction. */
interface Way {
  readonly queries: Queries;
  readonly unitOfWork: UnitOfWork;
  readonly versionsNow: VersionsNow;
  /** Before and after a slice. */
  readonly begin: (slice: readonly StoredGroup[]) => Promise<void>;
  readonly end: () => Promise<void>;
}

async function applySlices(
  one: Import,
  slices: readonly (readonly StoredGroup[])[],
  way: Way,
  { progress, isLast, newId }: ApplyOptions,
): Promise<void> {
  const { queries } = way;
  await hold(
    slices.flat().flatMap(({ basedOn }) => basedOn),
    queries,
  );
  let done = 0;
  for (const slice of slices) {
    await applySlice(one, slice, way, newId);
    done += slice.length;
    await progress(done);
  }
  if (isLast) await finishCommit(one.data.id, queries);
}

async function applySlice(
  one: Import,
  slice: readonly StoredGroup[],
  { queries, unitOfWork, versionsNow, begin, end }: Way,
  newId: ImportWorkshop['newId'],
): Promise<void> {
  const { id, revision } = one.data;
  const order = orderOf(one, newId);
  const changed = await changedSinceReview(id, slice, queries);
  const lines = await linesOf(slice.flatMap(storedTitles), queries);
  await begin(slice);
  for (const group of slice) {
    const name = `group ${revision}.${group.number}`;
    try {
      const refusal = changed.get(group.number);
      if (refusal !== undefined) throw refusal;
      await applyGroup(group, name, order, unitOfWork, versionsNow);
    } catch (error) {
      throw isDomainError(error) ? new GroupRefused(group.number, error) : error;
    }
  }
  await end();
  await carryLines(lines, queries);
  await queries.$executeRaw`
    UPDATE import_groups SET outcome = 'applied', reason = NULL
    WHERE import_id = ${id}::uuid AND number = ANY (${slice.map(({ number }) => number)}::int[])`;
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
    await takeBack(changes, orderOf(one, newId), unitOfWork, (ids) => versionsIn(queries, ids));
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

/** Why groups cannot be applied any more: somebody else than this import has changed what they were planned on. */
async function changedSinceReview(
  importId: string,
  groups: readonly StoredGroup[],
  queries: Queries,
): Promise<ReadonlyMap<number, ChangedSinceReview>> {
  const bases = groups.flatMap(({ number, basedOn }) =>
    basedOn.map(({ id, version }) => ({ number, id, version })),
  );
  if (bases.length === 0) return new Map();
  const changed = await queries.$queryRaw<
    { number: number; name: string | null; actor: string | null }[]
  >`
    WITH based AS (
      SELECT b.*, coalesce(l.version, c.version, 0) AS now, coalesce(l.name, c.title) AS name
      FROM jsonb_to_recordset(${JSON.stringify(bases)}::jsonb) AS b (number int, id uuid, version int)
      LEFT JOIN licenses l ON l.id = b.id LEFT JOIN content c ON c.id = b.id),
    moved AS MATERIALIZED (SELECT * FROM based WHERE now <> version)
    SELECT DISTINCT ON (m.number) m.number, m.name, h.actor
    FROM moved m
    LEFT JOIN LATERAL (
      SELECT version, actor, import_id FROM history WHERE aggregate_id = m.id ORDER BY version DESC LIMIT 1) h ON true
    WHERE (m.now > m.version AND h.version = m.now AND h.import_id = ${importId}::uuid) IS NOT TRUE
    ORDER BY m.number`;
  return new Map(
    changed.map(({ number, name, actor }) => [number, new ChangedSinceReview(name, actor)]),
  );
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
