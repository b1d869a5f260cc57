import type { Cells } from '../../builders/avails-row-builders';
import type { Random } from '../../race/random';
import type { Database } from '../../../src/adapters/postgres/connection/database';
import type { TestDatabase } from '../support';
import { recordsOn } from '../support';
import { aMovieRow } from '../../builders/avails-row-builders';
import type { Busy, OutcomeUnknown } from '../../../src/service/errors';
import { availsWorkbook } from '../../../src/adapters/avails/workbook-writer';
import { failureOf } from '../../../src/adapters/postgres/connection/database-errors';
import { hasCode } from '../../../src/domain/errors';
import { aName, anId } from '../../builders/license-builders';
import { ImportDriver } from './support-imports';

/** Titles of one importer, each with a license of its own; of the licenses only the first is changed by others. */
const TITLES = 2;

const TERRITORIES = ['US', 'DE'] as const;

/** What a file says of a title; full deletes carry the dates that the standard suggests. */
const DELETED = {
  ...{ 'Disposition/EntryType': 'Full Delete' },
  ...{ 'AvailTrans/Start': '1999-12-31', 'AvailTrans/End': '2000-01-01' },
};

/**
 * A person who imports one file after the other about the same titles, while others change these titles and their licenses:
 * grants, changed prices and windows, deletions, and rows that bring back what they took.
 */
class ImportLoad {
  /** What became of imports and the lines of their reviews: `committed`, `undone`, `not undone`, `stale`, … */
  readonly seen = new Map<string, number>();

  private constructor(
    private readonly driver: ImportDriver,
    private readonly studio: string,
    private readonly alids: readonly string[],
    private readonly random: Random,
  ) {}

  /** Imports some titles with their licenses. */
  static async prepare(database: TestDatabase, random: Random): Promise<ImportLoad> {
    const alids = Array.from({ length: TITLES }, () => aName('m').replace(' ', '-'));
    const driver = new ImportDriver(database, aName('Importer'));
    const load = new ImportLoad(driver, aName('Studio'), alids, random);
    const rows = alids.map((alid, index) =>
      load.row(alid, { 'AvailTrans/Territory': TERRITORIES[index % TERRITORIES.length] ?? '' }),
    );
    await driver.committed(await driver.checked(rows));
    return load;
  }

  /** What others are to change: every title, and the license of the first. */
  async subjects(): Promise<{ licenseIds: string[]; contentIds: string[] }> {
    const rows = await this.driver.database.rows<{ content_id: string; license_id: string }>(
      `SELECT content_id, license_id FROM assignments JOIN content ON id = content_id
       WHERE studio = $1 ORDER BY title`,
      [this.studio],
    );
    return {
      licenseIds: rows.slice(0, 1).map(({ license_id: id }) => id),
      contentIds: rows.map(({ content_id: id }) => id),
    };
  }

  /** Imports, and sometimes takes back, until others have had enough. */
  async run(enough: () => boolean): Promise<void> {
    const { driver, random } = this;
    while (!enough()) {
      const id = await asTheQueueDoes(() => driver.uploaded(availsWorkbook(this.file())));
      await asTheQueueDoes(() => driver.do(id, 'check'));
      const { applicable, revision } = await this.view(id);
      if (applicable === 0) {
        this.note('nothing to commit');
        continue;
      }
      // A job that is begun again, because its process was taken for dead, runs beside the first.
      const mode = random.one(['license', 'file'] as const);
      await this.decided((key) => driver.commit(id, revision, mode, { key }));
      await this.perhapsTwice(() => driver.do(id, 'commit'));
      const committed = await this.view(id);
      this.note(committed.state);
      for (const { outcome } of await asTheQueueDoes(() => driver.lines(id))) this.note(outcome);
      if (committed.state !== 'committed' || random.chance(0.4)) continue;
      await this.decided((key) => driver.undo(id, committed.revision, { key }));
      await this.perhapsTwice(() => driver.do(id, 'undo'));
      this.note((await this.view(id)).state === 'undone' ? 'undone' : 'not undone');
    }
  }

  private view(id: string) {
    return asTheQueueDoes(() => this.driver.view(id));
  }

  /** One decision has one key, however often it is sent. */
  private async decided(decide: (key: string) => Promise<unknown>): Promise<void> {
    const key = anId();
    await asTheQueueDoes(() => decide(key));
  }

  private async perhapsTwice(work: () => Promise<void>): Promise<void> {
    const once = () => asTheQueueDoes(work);
    await Promise.all(this.random.chance(0.2) ? [once(), once()] : [once()]);
  }

  private note(what: string): void {
    this.seen.set(what, (this.seen.get(what) ?? 0) + 1);
  }

  private file(): Cells[] {
    const { random } = this;
    return this.alids.flatMap((alid) => {
      const territory = random.one(TERRITORIES);
      if (random.chance(0.5)) return [this.row(alid, { ...DELETED, ...inTerritory(territory) })];
      const start = `2026-0${1 + random.below(9)}-01`;
      const price = `${1 + random.below(20)}.99`;
      return [
        this.row(alid, {
          ...inTerritory(territory),
          ...{ 'AvailTrans/Start': start, 'AvailTrans/PriceValue': price },
        }),
      ];
    });
  }

  private row(alid: string, cells: Cells): Cells {
    const days = { 'AvailTrans/Start': '2026-01-01', 'AvailTrans/End': '2026-12-31' };
    return aMovieRow(alid, { 'Avail/DisplayName': this.studio, ...days, ...cells });
  }
}

/** What becomes of imports in a race, and of the lines of their reviews. */
const OUTCOMES = ['committed', 'undone', 'stale', 'taken-down'];

/** Two people who import side by side, on the connections of the process that does the jobs. */
export class Importers {
  private constructor(
    private readonly both: readonly ImportLoad[],
    /** What others are to change. */
    readonly licenseIds: readonly string[],
    readonly contentIds: readonly string[],
  ) {}

  static async prepare(database: TestDatabase, jobs: Database, random: Random): Promise<Importers> {
    const on = { ...database, ...jobs, records: recordsOn(jobs) };
    const both = await Promise.all([0, 1].map(() => ImportLoad.prepare(on, random)));
    const subjects = await Promise.all(both.map((importer) => importer.subjects()));
    return new Importers(
      both,
      subjects.flatMap(({ licenseIds }) => licenseIds),
      subjects.flatMap(({ contentIds }) => contentIds),
    );
  }

  /** They import, and sometimes take back, until others have had enough. */
  async run(enough: () => boolean): Promise<void> {
    await Promise.all(this.both.map((importer) => importer.run(enough)));
  }

  /** Whether imports came to all that they come to in a race. */
  get haveSeenAll(): boolean {
    return OUTCOMES.every((what) => this.seen(what) > 0);
  }

  inWords(): string {
    return `Imports in it: ${OUTCOMES.map((what) => `${this.seen(what)} ${what}`).join(', ')}`;
  }

  private seen(what: string): number {
    return this.both.reduce((sum, { seen }) => sum + (seen.get(what) ?? 0), 0);
  }
}

/** Begins work again for as long as the database is busy or goes away, as the queue of jobs does. */
async function asTheQueueDoes<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      const isPassing =
        hasCode<Busy>(error, 'busy') ||
        hasCode<OutcomeUnknown>(error, 'outcome-unknown') ||
        failureOf(error).kind !== 'bug';
      if (!isPassing) throw error;
    }
  }
}

function inTerritory(territory: string): Cells {
  return { 'AvailTrans/Territory': territory };
}
