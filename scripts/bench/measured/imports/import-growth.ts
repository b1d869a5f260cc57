import { randomUUID } from 'node:crypto';
import type { Measurement } from '../../report';
import { availsWorkbook } from '../../../../src/adapters/avails/workbook-writer';
import { JobQueue } from '../../../../src/adapters/jobs/job-queue';
import { JOB_LIMITS, openDatabase } from '../../../../src/adapters/postgres/connection/database';
import { PrismaImportWorkshop } from '../../../../src/adapters/postgres/import/import-workshop';
import { PrismaRecordStore } from '../../../../src/adapters/postgres/record-store';
import { webhookSettings } from '../../../../src/adapters/webhooks/signature';
import { actor } from '../../../../src/domain/people/actor';
import { addDays, isoDate } from '../../../../src/domain/values/date-range';
import { checkImport } from '../../../../src/service/import/check-import';
import { commitImport, uploadImport } from '../../../../src/service/import/import-service';
import { saveImport } from '../../../../src/service/import/settle-import';
import { rounded, timed } from '../../figures';

/** Each row a title and a license of its own: three changes, and one for each contract. */
const ROWS = 4_000;
const CONTRACTS = 400;
const TODAY = isoDate('2026-11-29');
const NEVER = new AbortController().signal;

/** Databases with so many titles in them. */
export interface Catalogs {
  readonly small: { readonly url: string; readonly titles: number };
  readonly large: { readonly url: string; readonly titles: number };
}

/**
 * Committing an import of many small groups, in this process: into an empty database, which has no statistics, and into two
 * catalogs. One round, because the same file is not imported twice.
 */
export async function measureImportGrowth(
  empty: string,
  { small, large }: Catalogs,
): Promise<Measurement[]> {
  const young = await changesPerSecond(empty);
  const [few, many] = [await changesPerSecond(small.url), await changesPerSecond(large.url)];
  const row = (name: string, figure: number) => ({ name, figure: rounded(figure) });
  return [
    {
      ...row('changes of an import into an empty database', young),
      ...{ unit: 'changes/s', goal: { atLeast: 2_000 } },
    },
    {
      ...row(`the same into ${small.titles.toLocaleString('en-US')} titles`, few),
      unit: 'changes/s',
    },
    {
      ...row(`the same into ${large.titles.toLocaleString('en-US')} titles`, many),
      unit: 'changes/s',
    },
    {
      ...row('time of a change in the larger catalog / the smaller', few / many),
      ...{ unit: 'ratio', goal: { atMost: 1.2 } },
    },
  ];
}

async function changesPerSecond(url: string): Promise<number> {
  const database = openDatabase(url, { connections: 5, limits: JOB_LIMITS });
  const jobs = new JobQueue(database.pool);
  const settings = webhookSettings({ secret: '', hasPrivateWebhooks: false });
  const records = new PrismaRecordStore(database.prisma, jobs, settings);
  const workshop = new PrismaImportWorkshop(database.prisma);
  const tools = { records, workshop, today: () => TODAY, announce: () => undefined };
  const by = () => ({ key: randomUUID(), actor: actor('Bench'), at: new Date().toISOString() });
  try {
    const importId = randomUUID();
    const bytes = availsWorkbook(Array.from({ length: ROWS }, (_, place) => rowOf(place)));
    await uploadImport({ importId, fileName: 'growth.xlsx', bytes, ...by() }, records);
    await checkImport(importId, tools, NEVER);
    const { rows } = await database.pool.query<{ revision: number }>(
      'SELECT revision FROM imports WHERE id = $1',
      [importId],
    );
    const revision = rows[0]?.revision ?? 0;
    await commitImport({ importId, revision, mode: 'file', ...by() }, records);
    const took = await timed(() => saveImport(importId, tools, NEVER));
    const { rows: counted } = await database.pool.query<{ changes: number }>(
      'SELECT count(*)::int AS changes FROM history WHERE import_id = $1',
      [importId],
    );
    const changes = counted[0]?.changes ?? 0;
    if (changes < 3 * ROWS) throw new Error(`The import made ${changes} changes.`);
    return changes / (took / 1_000);
  } finally {
    await jobs.stop();
    await database.close();
  }
}

function rowOf(place: number): Readonly<Record<string, string>> {
  const id = String(place).padStart(6, '0');
  return {
    'Avail/DisplayName': 'Northlight',
    'Avail/ALID': `md:alid:org:northlight.example:g${id}`,
    'AvailAsset/WorkType': 'Movie',
    'AvailAsset/ContentID': `md:cid:org:northlight.example:g${id}`,
    'Disposition/EntryType': 'Full Extract',
    'AvailMetadata/TitleInternalAlias': `Growing concert ${id}`,
    'AvailTrans/ContractID': `NL-G-${place % CONTRACTS}`,
    'AvailTrans/Territory': 'US',
    'AvailTrans/LicenseType': 'EST',
    'AvailTrans/FormatProfile': 'HD',
    'AvailTrans/Start': addDays(TODAY, place),
    'AvailTrans/End': 'Open',
    'AvailTrans/PriceType': 'WSP',
    'AvailTrans/PriceValue': `${4 + (place % 10)}.99`,
    'AvailTrans/PriceCurrency': 'USD',
    'AvailMetadata/CaptionIncluded': 'Yes',
  };
}
