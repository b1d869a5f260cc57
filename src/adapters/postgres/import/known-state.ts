import type { ContentKind } from '../../../domain/content/content-kind';
import type { Identifier } from '../../../domain/content/identifier';
import { Contract } from '../../../domain/contract/contract';
import type { StoredGroup } from '../../../service/import/import-workshop';
import type { Queries } from '../connection/transaction';
import { Content } from '../../../domain/content/content';
import { License } from '../../../domain/license/license';
import { PrismaContentRepository } from '../content/content-repository';

/**
 * What a transaction knows of the database beyond what it reads: what it is about to write, and what it has read ahead and
 * holds. So commands can be decided on what those before them leave, before that is written.
 */
export class KnownState {
  readonly contracts = new Map<string, Contract>();
  /** Licenses that are new, whole. */
  readonly licenses = new Map<string, License>();
  readonly contents = new Map<string, Content>();
  /** 0 of what is not there. */
  private readonly versions = new Map<string, number>();
  /** The titles that have identifiers; `null` where no title has one. */
  private readonly owners = new Map<string, string | null>();

  constructor(private readonly queries: Queries) {}

  /**
   * Reads what the titles of some groups are and rest on, and holds the licenses that they rest on: the titles have to be held
   * by the caller.
   */
  async readAhead(groups: readonly StoredGroup[]): Promise<void> {
    const arranged = groups.flatMap(({ steps }) =>
      steps.flatMap((step) => (step.kind === 'arrange-titles' ? step.titles : [])),
    );
    const takenDown = groups.flatMap(({ steps }) =>
      steps.flatMap((step) => ('contentId' in step ? [step.contentId] : [])),
    );
    const parents = arranged.flatMap(({ details }) => details.parentId ?? []);
    const titles = [...new Set([...arranged.map(({ contentId }) => contentId), ...takenDown])];
    const others = groups.flatMap(({ steps }) =>
      steps.flatMap((step) => [
        ...('licenseId' in step ? [step.licenseId] : []),
        ...('contractId' in step ? [step.contractId] : []),
      ]),
    );
    await this.readVersions([...new Set([...titles, ...parents, ...others])]);
    const stored = titles.filter((id) => this.versions.get(id) !== 0 && !this.contents.has(id));
    if (stored.length > 0) await this.readTitles(stored);
    await this.readOwners(arranged.flatMap(({ details }) => details.identifiers));
  }

  private async readVersions(ids: readonly string[]): Promise<void> {
    const missing = ids.filter((id) => !this.versions.has(id));
    if (missing.length === 0) return;
    for (const id of missing) this.versions.set(id, 0);
    for (const [id, version] of await versionsIn(this.queries, missing))
      this.versions.set(id, version);
  }

  private async readTitles(ids: readonly string[]): Promise<void> {
    await this.queries.$queryRaw`
      SELECT l.id::text FROM licenses l
      WHERE l.id IN (SELECT license_id FROM assignments WHERE content_id = ANY (${ids}::uuid[]))
      ORDER BY l.id FOR SHARE OF l`;
    const titles = await new PrismaContentRepository(this.queries, []).getAll(ids);
    for (const content of titles) this.contents.set(content.id, content);
  }

  private async readOwners(identifiers: readonly IdentifierData[]): Promise<void> {
    const missing = identifiers.filter((identifier) => !this.owners.has(keyOf(identifier)));
    if (missing.length === 0) return;
    for (const identifier of missing) this.owners.set(keyOf(identifier), null);
    const rows = await this.queries.$queryRaw<(IdentifierData & { id: string })[]>`
      SELECT k.scheme, k.value, k.content_id::text AS id FROM content_identifiers k
      JOIN unnest(${missing.map(({ scheme }) => scheme)}::text[], ${missing.map(({ value }) => value)}::text[])
        AS wanted (scheme, value) ON k.scheme = wanted.scheme AND k.value = wanted.value`;
    for (const row of rows) this.owners.set(keyOf(row), row.id);
  }

  /** The versions of those that there are, as the next command will find them. */
  readonly versionsNow = async (ids: readonly string[]): Promise<ReadonlyMap<string, number>> => {
    await this.readVersions(ids);
    return new Map(
      ids.flatMap((id) => {
        const version = this.versions.get(id) ?? 0;
        return version === 0 ? [] : [[id, version] as const];
      }),
    );
  };

  kindOf(id: string): ContentKind | undefined {
    return this.contents.get(id)?.details.kind;
  }

  /** @returns `undefined` when it is not known of all of them */
  takenBy(
    identifiers: readonly Identifier[],
    exceptIds: readonly string[],
  ): Identifier | null | undefined {
    if (identifiers.some((identifier) => !this.owners.has(keyOf(identifier)))) return undefined;
    const except = new Set<string | null>([null, ...exceptIds]);
    return (
      identifiers.find((identifier) => !except.has(this.owners.get(keyOf(identifier)) ?? null)) ??
      null
    );
  }

  recorded({ id, version, details, closing }: Contract): void {
    this.contracts.set(id, Contract.reconstitute(id, version + 1, details, closing));
    this.versions.set(id, version + 1);
  }

  /** A license that is new, as it is after its change. */
  changedLicense({ id, contractId, version, details, timeline, closing }: License): void {
    const parts = { id, contractId, version: version + 1, details, timeline, closing };
    this.licenses.set(id, License.reconstitute(parts));
    this.versions.set(id, version + 1);
  }

  changedTitle(content: Content): void {
    const { id, version, details, assignments, takedowns, closing } = content;
    this.contents.set(
      id,
      Content.reconstitute(id, version + 1, details, assignments, takedowns, closing),
    );
    this.versions.set(id, version + 1);
    for (const identifier of details.identifiers) this.owners.set(keyOf(identifier), id);
  }

  /** Something else was written. */
  forget(): void {
    this.contracts.clear();
    this.licenses.clear();
    this.contents.clear();
    this.versions.clear();
    this.owners.clear();
  }
}

/** The versions of those licenses, titles and contracts that there are among these. */
export async function versionsIn(
  queries: Queries,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await queries.$queryRaw<{ id: string; version: number }[]>`
    SELECT id::text, version FROM licenses WHERE id = ANY (${ids}::uuid[])
    UNION ALL SELECT id::text, version FROM content WHERE id = ANY (${ids}::uuid[])
    UNION ALL SELECT id::text, version FROM contracts WHERE id = ANY (${ids}::uuid[])`;
  return new Map(rows.map(({ id, version }) => [id, version]));
}

interface IdentifierData {
  readonly scheme: string;
  readonly value: string;
}

function keyOf({ scheme, value }: IdentifierData): string {
  return `${scheme} ${value}`;
}
