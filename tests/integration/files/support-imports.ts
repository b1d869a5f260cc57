import type { ImportRules } from '../../../src/domain/avails/import-rules';
import type { CommitMode } from '../../../src/domain/import/import';
import type { ImportView, ReviewLine } from '../../../src/service/import/import-views';
import type { Cells } from '../../builders/avails-row-builders';
import type { TestDatabase } from '../support';
import type { Watch } from '../../../src/service/watched';
import { availsWorkbook } from '../../../src/adapters/avails/workbook-writer';
import { ImportWork } from '../../../src/adapters/jobs/import-work';
import { inSnapshot } from '../../../src/adapters/postgres/consistency-source';
import { PrismaImportViews } from '../../../src/adapters/postgres/import/import-views';
import { actor } from '../../../src/domain/people/actor';
import type { Finding } from '../../../src/domain/consistency/findings';
import { findingsInChain } from '../../../src/domain/consistency/chain-consistency';
import { findingsInContract } from '../../../src/domain/consistency/contract-consistency';
import { findingsInLicense } from '../../../src/domain/consistency/license-consistency';
import { findingsInTitle } from '../../../src/domain/consistency/title-consistency';
import {
  cancelImport,
  changeImportRules,
  commitImport,
  leaveOutOfImport,
  undoImport,
  uploadImport,
} from '../../../src/service/import/import-service';
import { unwatched } from '../../../src/service/watched';
import { anId } from '../../builders/license-builders';

export const TODAY = '2026-06-10';

/** Uploads files and decides about them as a person, and runs the jobs immediately. */
export class ImportDriver {
  readonly views: PrismaImportViews;
  readonly records: TestDatabase['records'];
  readonly work: ImportWork;

  constructor(
    readonly database: TestDatabase,
    readonly person = 'Ana',
    watch: Watch = unwatched,
  ) {
    this.views = new PrismaImportViews(database.prisma);
    this.records = database.records;
    this.work = new ImportWork(this.records, database.prisma, () => TODAY, watch);
  }

  /** Uploads and checks a file. @returns the import's id */
  async checked(rows: readonly Cells[], rules: Partial<ImportRules> = {}): Promise<string> {
    const id = await this.uploaded(availsWorkbook(rows));
    await this.do(id, 'check');
    if (Object.keys(rules).length > 0) await this.checkedAgain(id, rules);
    return id;
  }

  async uploaded(bytes: Uint8Array, fileName = 'northlight.xlsx'): Promise<string> {
    const importId = anId();
    await this.upload({ importId, fileName, bytes });
    return importId;
  }

  upload(file: { importId: string; fileName: string; bytes: Uint8Array }) {
    return uploadImport({ ...file, ...this.by() }, this.records);
  }

  async checkedAgain(id: string, rules: Partial<ImportRules> = {}): Promise<ImportView> {
    const { revision, rules: before } = await this.view(id);
    await this.changeRules(id, revision, { ...before, ...rules });
    await this.do(id, 'check');
    return this.view(id);
  }

  async committed(id: string, mode: CommitMode = 'license'): Promise<ImportView> {
    await this.decideCommit(id, mode);
    await this.do(id, 'commit');
    return this.view(id);
  }

  async decideCommit(id: string, mode: CommitMode = 'license'): Promise<void> {
    const { revision } = await this.view(id);
    await this.commit(id, revision, mode);
  }

  async undone(id: string): Promise<ImportView> {
    const { revision } = await this.view(id);
    await this.undo(id, revision);
    await this.do(id, 'undo');
    return this.view(id);
  }

  changeRules(importId: string, revision: number, rules: ImportRules) {
    return changeImportRules({ importId, revision, rules, ...this.by() }, this.records);
  }

  /** @param parts a key of its own, if it is not a new one */
  commit(importId: string, revision: number, mode: CommitMode, parts: { key?: string } = {}) {
    return commitImport({ importId, revision, mode, ...this.by(), ...parts }, this.records);
  }

  /** Leaves out the change that a line of the review is part of, by a word of its name, or brings it back. */
  async leaveOut(importId: string, name: string, isLeftOut = true) {
    const { revision } = await this.view(importId);
    const line = (await this.lines(importId)).find(
      (one) => one.change !== null && one.name.includes(name),
    );
    const change = line?.change ?? -1;
    await leaveOutOfImport({ importId, revision, change, isLeftOut, ...this.by() }, this.records);
  }

  /** @param parts a key of its own, if it is not a new one */
  undo(importId: string, revision: number, parts: { key?: string } = {}) {
    return undoImport({ importId, revision, ...this.by(), ...parts }, this.records);
  }

  cancel(importId: string) {
    return cancelImport({ importId, ...this.by() }, this.records);
  }

  do(importId: string, work: 'check' | 'commit' | 'undo', signal = NEVER): Promise<void> {
    return this.work.do({ importId, work }, signal);
  }

  async view(id: string): Promise<ImportView> {
    const view = await this.views.import(id);
    if (view === null) throw new Error(`There is no import ${id}.`);
    return view;
  }

  async lines(id: string): Promise<readonly ReviewLine[]> {
    return (await this.views.review(id, { pageSize: 1_000 })).rows;
  }

  /** Lines of the review in short: `title created Movie m1`. */
  async review(id: string): Promise<readonly string[]> {
    return (await this.lines(id))
      .map(({ what, outcome, name }) => `${what} ${outcome} ${name}`)
      .sort();
  }

  by() {
    return { key: anId(), actor: actor(this.person), at: new Date().toISOString() };
  }

  /** Violated invariants of the stored data. */
  async findings(): Promise<readonly Finding[]> {
    return inSnapshot(this.database.url, async (source) => {
      const found: Finding[] = [];
      for await (const license of source.licenses()) found.push(...findingsInLicense(license));
      for await (const contract of source.contracts()) found.push(...findingsInContract(contract));
      for await (const title of source.titles()) found.push(...findingsInTitle(title));
      for await (const line of source.chain()) found.push(...findingsInChain(line));
      return [...found, ...(await source.strays())];
    });
  }

  /** Every assigned offer, one line each: title, rights type, territories, window, price. */
  async sold(): Promise<readonly string[]> {
    const rows = await this.database.rows<{ line: string }>(`
      SELECT concat_ws(' ', c.title, l.rights_type, array_to_string(l.territories, '+'), o.starts_on, coalesce(o.ends_on::text, 'open'),
        o.prices -> 0 ->> 2, o.prices -> 0 ->> 3) AS line
      FROM assignments a JOIN content c ON c.id = a.content_id JOIN licenses l ON l.id = a.license_id
      JOIN offers o ON o.license_id = a.license_id AND o.starts_on = a.offer_starts_on ORDER BY 1`);
    return rows.map(({ line }) => line);
  }
}

const NEVER = new AbortController().signal;
