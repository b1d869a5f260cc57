import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { JobQueue } from '../../jobs/job-queue';
import type { JobOrigin } from '../../../service/jobs';
import type {
  CommitMode,
  ImportDecided,
  ImportDecision,
  ImportDesk,
  ImportState,
  Intent,
  UploadAvails,
} from '../../../service/import/imports';
import type { ImportRules } from '../../../domain/avails/import-rules';
import { FIRST_RULES, importRules } from '../../../domain/avails/import-rules';
import { shortText } from '../../../domain/values/text';
import { assertWorkbook } from '../../../service/import/workbook-signature';
import { ImportMoved, ImportTaken, NothingToCommit } from '../../../service/import/imports';
import { once } from '../once';

/** What a job of the queue `imports` does. */
export interface ImportJob extends JobOrigin {
  readonly importId: string;
  readonly work: 'check' | 'commit' | 'undo';
}

interface Standing {
  readonly state: ImportState;
  readonly revision: number;
  readonly mode: CommitMode | null;
  /** The id of who decided last, or the name where there is none. */
  readonly settler: string | null;
  readonly rules: ImportRules;
  readonly has_work: boolean;
}

/** From these an import can be checked again. */
const AT_REST: readonly ImportState[] = ['ready', 'unreadable', 'committed', 'cancelled'];

/** Imports on PostgreSQL. A decision and the job that carries it out are stored by one transaction. */
export class PostgresImportDesk implements ImportDesk {
  constructor(
    private readonly pool: pg.Pool,
    private readonly jobs: JobQueue,
  ) {}

  async upload(upload: UploadAvails): Promise<ImportDecided> {
    const { importId, fileName, bytes, actor, at } = upload;
    assertWorkbook({ name: fileName, size: bytes.length, head: bytes });
    const name = shortText(fileName, 'file', 'A file’s name');
    const file = Buffer.from(bytes);
    const sum = createHash('sha256').update(file).digest('hex');
    const asked = { asked: 'upload', importId, fileName: name, file: sum };
    return this.ordering('check', upload, asked, async (client) => {
      const { rowCount } = await client.query(
        `INSERT INTO imports (id, file_name, file, uploaded_by, uploaded_at, state, revision, rules)
         VALUES ($1, $2, $3, $4, $5, 'waiting', 1, $6) ON CONFLICT (id) DO NOTHING`,
        [importId, name, file, actor.name, at, JSON.stringify(FIRST_RULES)],
      );
      if (rowCount === 1) return { importId, revision: 1, replayed: false };
      const { rowCount: same } = await client.query(
        `SELECT FROM imports WHERE id = $1 AND file_name = $2 AND file = $3 AND uploaded_by = $4`,
        [importId, name, file, actor.name],
      );
      if (same !== 1) throw new ImportTaken();
      return { importId, revision: 1, replayed: true };
    });
  }

  async changeRules(
    decision: ImportDecision & { readonly rules: ImportRules },
  ): Promise<ImportDecided> {
    const rules = importRules(decision.rules);
    const { importId, revision } = decision;
    const next = { importId, revision: revision + 1 };
    const asked = { asked: 'check', importId, revision, rules };
    return this.ordering('check', decision, asked, async (client) => {
      const now = await standing(client, importId);
      const isDone = now.revision === next.revision && sameRules(now.rules, rules);
      if (isDone) return { ...next, replayed: true };
      if (now.revision !== revision || !AT_REST.includes(now.state)) throw new ImportMoved();
      await client.query(
        `UPDATE imports SET state = 'waiting', revision = revision + 1, rules = $2, failure = NULL WHERE id = $1`,
        [importId, JSON.stringify(rules)],
      );
      return { ...next, replayed: false };
    });
  }

  async commit(decision: ImportDecision & { readonly mode: CommitMode }): Promise<ImportDecided> {
    const { importId, revision, mode } = decision;
    const asked = { asked: 'commit', importId, revision, mode };
    return this.ordering('commit', decision, asked, async (client) => {
      const now = await standing(client, importId);
      if (isDecided(now, decision, ['committing', 'committed']) && now.mode === mode)
        return { importId, revision, replayed: true };
      if (now.revision !== revision || now.state !== 'ready') throw new ImportMoved();
      if (!now.has_work) throw new NothingToCommit();
      await settle(client, decision, 'committing', mode);
      return { importId, revision, replayed: false };
    });
  }

  async undo(decision: ImportDecision): Promise<ImportDecided> {
    const { importId, revision } = decision;
    const asked = { asked: 'undo', importId, revision };
    return this.ordering('undo', decision, asked, async (client) => {
      const now = await standing(client, importId);
      if (isDecided(now, decision, ['undoing', 'undone']))
        return { importId, revision, replayed: true };
      if (now.revision !== revision || now.state !== 'committed') throw new ImportMoved();
      await settle(client, decision, 'undoing', now.mode);
      return { importId, revision, replayed: false };
    });
  }

  async cancel(decision: Omit<ImportDecision, 'revision'>): Promise<ImportDecided> {
    const { importId } = decision;
    return once(this.pool, decision, { asked: 'cancel', importId }, async (client) => {
      await client.query(`UPDATE import_progress SET cancelled = true WHERE import_id = $1`, [
        importId,
      ]);
      await client.query(
        `UPDATE imports SET state = 'cancelled' WHERE id = $1 AND state = 'waiting'`,
        [importId],
      );
      const { rows } = await client.query<{ revision: number }>(
        'SELECT revision FROM imports WHERE id = $1',
        [importId],
      );
      const [row] = rows;
      if (row === undefined) throw new ImportMoved();
      return { importId, revision: row.revision, replayed: false };
    });
  }

  /** @param decide stores the decision and says whether there is still something to do */
  private ordering(
    work: ImportJob['work'],
    intent: Intent,
    asked: { readonly importId: string },
    decide: (client: pg.PoolClient) => Promise<ImportDecided>,
  ): Promise<ImportDecided> {
    const { importId } = asked;
    return once(this.pool, intent, asked, async (client) => {
      const decided = await decide(client);
      if (decided.replayed) return decided;
      await client.query(
        `INSERT INTO import_progress (import_id, words, done, total, cancelled) VALUES ($1, 'Waiting', 0, 0, false)
         ON CONFLICT (import_id) DO UPDATE SET words = 'Waiting', done = 0, total = 0, cancelled = false`,
        [importId],
      );
      const { key, actor } = intent;
      const job: ImportJob = { importId, work, key, actor };
      await this.jobs.send('imports', job, client);
      return decided;
    });
  }
}

/** @throws ImportMoved when there is no such import */
async function standing(client: pg.PoolClient, importId: string): Promise<Standing> {
  const { rows } = await client.query<Standing>(
    `SELECT state, revision, mode, coalesce(settled_by_id::text, settled_by) AS settler, rules,
       EXISTS (SELECT FROM import_groups g WHERE g.import_id = i.id AND g.outcome = 'ready') AS has_work
     FROM imports i WHERE id = $1 FOR UPDATE`,
    [importId],
  );
  const [row] = rows;
  if (row === undefined) throw new ImportMoved();
  return row;
}

/** Whether the same person has decided the same before: its answer was lost. */
function isDecided(
  now: Standing,
  { revision, actor }: ImportDecision,
  states: readonly ImportState[],
): boolean {
  return (
    now.revision === revision &&
    now.settler === (actor.id ?? actor.name) &&
    states.includes(now.state)
  );
}

async function settle(
  client: pg.PoolClient,
  { importId, actor, at }: ImportDecision,
  state: ImportState,
  mode: CommitMode | null,
): Promise<void> {
  await client.query(
    `UPDATE imports SET state = $2, mode = $3, settled_by = $4, settled_by_id = $6, settled_at = $5, failure = NULL
     WHERE id = $1`,
    [importId, state, mode, actor.name, at, actor.id ?? null],
  );
}

function sameRules(a: ImportRules, b: ImportRules): boolean {
  return JSON.stringify(importRules(a)) === JSON.stringify(b);
}
