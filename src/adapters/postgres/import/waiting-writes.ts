import type { Content } from '../../../domain/content/content';
import type { Contract } from '../../../domain/contract/contract';
import type { License } from '../../../domain/license/license';
import type { CommandRow } from '../command-row';
import type { Queries } from '../connection/transaction';
import type { PendingWrite } from '../pending-write';
import { CodedError } from '../../../domain/errors';
import { answerText } from '../command-row';
import { PrismaContentRepository } from '../content/content-repository';
import { recordedContracts } from '../contract/contract-repository';
import { changedOffers, grantedLicenses } from '../license/license-writes';
import { asStatementOfMany } from '../pending-write';

/** What a command leaves to be written. */
export type Write =
  | { readonly kind: 'record'; readonly contract: Contract }
  | { readonly kind: 'grant'; readonly license: License }
  | { readonly kind: 'generate'; readonly license: License }
  | { readonly kind: 'add'; readonly contents: readonly Content[] }
  | { readonly kind: 'save'; readonly contents: readonly Content[] };

/** Titles that one statement registers, and that another changes. */
interface Layer {
  readonly added: Content[];
  readonly saved: Content[];
}

/** Several were to be written together, and the database did not take one of them. */
export class NotTogether extends CodedError {
  readonly code = 'not-together';

  constructor(options?: ErrorOptions) {
    super('The database refused one of several writes.', options);
  }
}

/**
 * Writes of many commands that wait to be written by few statements: all contracts, then all licenses, then their offers, then
 * the titles. A title that several of the commands change is written once by each layer.
 */
export class WaitingWrites {
  private contracts: Contract[] = [];
  private granted: License[] = [];
  private generated: License[] = [];
  private layers: Layer[] = [];
  private commands: { readonly row: CommandRow; readonly result: object }[] = [];
  /** The command that makes a version of something. */
  private readonly makers = new Map<string, CommandRow>();
  /** In how many layers a title is. */
  private readonly depths = new Map<string, number>();
  /** Licenses that titles rest on as they are in here. */
  private readonly restedOn = new Set<string>();

  get size(): number {
    return this.makers.size;
  }

  /** Whether offers can be generated on a license that waits, by one statement for several, and before all titles. */
  takesOffersOf(id: string): boolean {
    return this.makers.has(`${id} 0`) && !this.makers.has(`${id} 1`) && !this.restedOn.has(id);
  }

  add(write: Write, row: CommandRow): void {
    switch (write.kind) {
      case 'record':
        this.contracts.push(write.contract);
        return this.madeBy(row, write.contract);
      case 'grant':
        this.granted.push(write.license);
        return this.madeBy(row, write.license);
      case 'generate':
        this.generated.push(write.license);
        return this.madeBy(row, write.license);
      case 'add':
      case 'save':
        for (const content of write.contents) {
          const depth = this.depths.get(content.id) ?? 0;
          const layer = (this.layers[depth] ??= { added: [], saved: [] });
          (write.kind === 'add' ? layer.added : layer.saved).push(content);
          this.depths.set(content.id, depth + 1);
          for (const { licenseId } of content.dependsOnLicenses) this.restedOn.add(licenseId);
          this.madeBy(row, content);
        }
    }
  }

  answer(row: CommandRow, result: object): void {
    this.commands.push({ row, result });
  }

  /** Writes everything that waits. @throws NotTogether when something moved on that is written, and whatever a statement throws */
  async flush(queries: Queries): Promise<void> {
    if (this.size === 0) return;
    await this.storeCommands(queries);
    const writes: PendingWrite[] = [];
    if (this.contracts.length > 0) writes.push(recordedContracts(this.contracts));
    if (this.granted.length > 0) writes.push(grantedLicenses(this.granted));
    if (this.generated.length > 0) writes.push(changedOffers(this.generated));
    const titles = new PrismaContentRepository(queries, writes);
    for (const { added, saved } of this.layers) {
      titles.add(added);
      titles.save(saved);
    }
    for (const write of writes) {
      const versions = new Map(write.next.map(({ id, version }) => [id, version]));
      const commandOf = (id: string) => this.makerOf(id, versions.get(id) ?? 0);
      const written = await queries.$queryRaw<unknown[]>(asStatementOfMany(write, commandOf));
      if (written.length !== write.next.length) throw new NotTogether();
    }
    this.forget();
  }

  private async storeCommands(queries: Queries): Promise<void> {
    const rows = this.commands.map(({ row, result }) => ({
      ...{ key: row.key, actor: row.actor, actor_id: row.actorId, digest: row.digest, at: row.at },
      result: answerText(row, result),
    }));
    await queries.$executeRaw`
      INSERT INTO commands (key, actor, actor_id, digest, result, at)
      SELECT key, actor, actor_id, digest, result::jsonb, at
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS c (key uuid, actor text, actor_id uuid, digest text,
        result text, at timestamptz)`;
  }

  private madeBy(
    row: CommandRow,
    { id, version }: { readonly id: string; readonly version: number },
  ) {
    this.makers.set(`${id} ${version}`, row);
  }

  private makerOf(id: string, version: number): CommandRow {
    const row = this.makers.get(`${id} ${version}`);
    if (row === undefined) throw new Error(`No command writes ${id}.`);
    return row;
  }

  private forget(): void {
    this.contracts = [];
    this.granted = [];
    this.generated = [];
    this.layers = [];
    this.commands = [];
    this.makers.clear();
    this.depths.clear();
    this.restedOn.clear();
  }
}
