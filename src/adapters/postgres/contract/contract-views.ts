import type { ContractClosing } from '../../../domain/closing';
import type {
  ContractFilter,
  ContractRow,
  ContractViews,
  CountedContractFilter,
} from '../../../service/contract/contract-views';
import type { Page } from '../../../service/page';
import type { Reads } from '../connection/transaction';
import type { HistoryRow } from '../history-views';
import type { KeyedRow } from '../keyset';
import { namesIn } from '../../../domain/names/folding';
import { COUNT_LIMIT } from '../../../service/page';
import { Prisma } from '../../generated/prisma/client';
import { historyEntry } from '../history-views';
import { historyLine, storedContractChanges } from '../stored/stored-changes';
import { keyset } from '../keyset';
import { newestSince, turningPoints } from '../turning-points';
import { isNotVoid } from '../rows';
import { containingWords, foldedColumn, studioIs } from '../text-search';

interface Row extends KeyedRow {
  readonly id: string;
  readonly studio: string;
  readonly reference: string;
  readonly signed_on: string;
  readonly notes: string;
  readonly version: number;
  readonly licenses: number;
  readonly current: number;
  readonly next_end: string | null;
  readonly closing: ContractClosing | null;
}

/** Lists and pages of contracts on PostgreSQL: one statement each. */
export class PrismaContractViews implements ContractViews {
  constructor(private readonly prisma: Reads) {}

  async list(
    query: ContractFilter & {
      readonly cursor?: string | undefined;
      readonly today: string;
      readonly pageSize: number;
    },
  ): Promise<Page<ContractRow>> {
    const keys = [foldedColumn('studio'), foldedColumn('reference'), Prisma.sql`id`];
    const paging = keyset(
      { list: 'contracts', keys, descending: false },
      ['text', 'text', 'uuid'],
      query.cursor,
      query.pageSize,
    );
    const where = narrowedBy(query);
    const [found, [counted]] = await Promise.all([
      this.prisma.$queryRaw<Row[]>`
        WITH contract AS (
          SELECT *, ${paging.columns} FROM contracts WHERE ${where} AND ${paging.condition} ${paging.order})
        ${withLicenses(query.today)} ${paging.order}`,
      this.prisma.$queryRaw<{ total: number }[]>`
        SELECT count(*)::int AS total FROM (
          SELECT FROM contracts WHERE ${where} LIMIT ${COUNT_LIMIT + 1}) counted`,
    ]);
    const { rows, ...place } = paging.page(found);
    return { rows: rows.map(contractRow), ...place, total: counted?.total ?? 0 };
  }

  async filterCounts(of: CountedContractFilter, filter: ContractFilter) {
    const [value, others] =
      of === 'studio'
        ? [Prisma.sql`studio`, { ...filter, studio: undefined }]
        : [Prisma.sql`closing ->> 'kind'`, { ...filter, closed: 'void' as const }];
    const rows = await this.prisma.$queryRaw<{ value: string; count: number }[]>`
      SELECT ${value} AS value, count(*)::int AS count FROM contracts WHERE ${narrowedBy(others)} GROUP BY 1`;
    return Object.fromEntries(rows.map(({ value: found, count }) => [found, count]));
  }

  async contract(id: string, today: string): Promise<ContractRow | null> {
    const [row] = await this.prisma.$queryRaw<Row[]>`
      WITH contract AS (SELECT *, array[id::text] AS keyset FROM contracts WHERE id = ${id}::uuid)
      ${withLicenses(today)}`;
    return row === undefined ? null : contractRow(row);
  }

  async contractSince(id: string, version: number) {
    const [row] = await this.prisma.$queryRaw<
      (Pick<Row, 'studio' | 'reference' | 'signed_on' | 'notes' | 'version' | 'closing'> & {
        history: readonly HistoryRow[];
      })[]
    >`
      SELECT studio, reference, signed_on::text, notes, version, closing,
        (SELECT coalesce(jsonb_agg(to_jsonb(h) ORDER BY h.version), '[]') FROM history h
          WHERE h.aggregate_id = c.id AND ${newestSince(version, Prisma.sql`c.version`)}) AS history
      FROM contracts c WHERE id = ${id}::uuid`;
    if (row === undefined) return null;
    const { studio, reference, signed_on: signedOn, notes, closing, history } = row;
    const kinds = ['contract-corrected', 'contract-closed', 'contract-reopened'] as const;
    const { lines, unread } = await turningPoints(this.prisma, id, [version, row.version], kinds);
    return {
      version: row.version,
      details: { studio, reference, signedOn, notes },
      closing,
      changes: [...lines, ...history].map((line) =>
        storedContractChanges.read(line.change, historyLine(id, line.version)),
      ),
      entries: history.map((line) => historyEntry(line, `${studio} ${reference}`)),
      unread,
    };
  }

  async studios(): Promise<readonly string[]> {
    const rows = await this.prisma.$queryRaw<{ studio: string }[]>`
      SELECT studio FROM contracts WHERE closing IS NULL GROUP BY studio ORDER BY count(*) DESC, studio COLLATE "C"`;
    return namesIn(rows.map(({ studio }) => studio));
  }
}

function narrowedBy({ text, studio, closed }: ContractFilter): Prisma.Sql {
  return Prisma.join(
    [
      closed === undefined ? Prisma.sql`closing IS NULL` : Prisma.sql`closing IS NOT NULL`,
      ...(studio === undefined ? [] : [studioIs(studio)]),
      ...containingWords(text ?? ''),
    ],
    ' AND ',
  );
}

/** Each contract with what its licenses are, from the day that counts as today. */
function withLicenses(today: string): Prisma.Sql {
  return Prisma.sql`
    SELECT contract.id, studio, reference, signed_on::text, notes, version, contract.closing, keyset, licenses, current, next_end
    FROM contract LEFT JOIN LATERAL (
      SELECT count(*)::int AS licenses,
        (count(*) FILTER (WHERE period @> ${today}::date))::int AS current,
        (min(ends_on) FILTER (WHERE ends_on > ${today}::date))::text AS next_end
      FROM licenses l WHERE contract_id = contract.id AND ${isNotVoid('l')}) grants ON true`;
}

function contractRow({ signed_on, next_end, ...row }: Row): ContractRow {
  const { id, studio, reference, notes, version, licenses, current, closing } = row;
  return {
    id,
    studio,
    reference,
    signedOn: signed_on,
    notes,
    version,
    licenses,
    current,
    nextEnd: next_end,
    closing,
  };
}
