import type { ExportedEndDates } from '../../../domain/avails/end-dates';
import type { ExportData } from '../../../domain/export/export';
import type { ExportFormat } from '../../../domain/export/export-query';
import type { ExportFile, ExportSummary, ExportViews } from '../../../service/export/export-views';
import type { StoredExportProfile } from '../../../domain/export/export-profile';
import type { Page } from '../../../service/page';
import type { PrismaClient } from '../../generated/prisma/client';
import type { KeyedRow } from '../keyset';
import { STANDARD_END_DATES, isExportedEndDates } from '../../../domain/avails/end-dates';
import { COUNT_LIMIT } from '../../../service/page';
import { Prisma } from '../../generated/prisma/client';
import { keyset } from '../keyset';
import { foldedColumn } from '../text-search';
import { PROFILE_COLUMNS } from './export-profiles';
import { EXPORT_COLUMNS } from './export-repository';

/** The list of exports and their files, from PostgreSQL. */
export class PrismaExportViews implements ExportViews {
  constructor(private readonly prisma: PrismaClient) {}

  async list({
    cursor,
    pageSize,
  }: {
    readonly cursor?: string | undefined;
    readonly pageSize: number;
  }): Promise<Page<ExportSummary>> {
    const paging = keyset(
      { list: 'exports', keys: [Prisma.sql`made_at`, Prisma.sql`id`], descending: true },
      ['timestamptz', 'uuid'],
      cursor,
      pageSize,
    );
    const [found, [counted]] = await Promise.all([
      this.prisma.$queryRaw<(ExportData & KeyedRow)[]>`
        SELECT ${EXPORT_COLUMNS}, ${paging.columns} FROM exports WHERE ${paging.condition} ${paging.order}`,
      this.prisma.$queryRaw<{ total: number }[]>`
        SELECT count(*)::int AS total FROM (SELECT FROM exports LIMIT ${COUNT_LIMIT + 1}) counted`,
    ]);
    const { rows, ...place } = paging.page(found);
    return { rows: rows.map(summaryOf), ...place, total: counted?.total ?? 0 };
  }

  async export(id: string): Promise<ExportSummary | null> {
    const [row] = await this.prisma.$queryRaw<ExportData[]>`
      SELECT ${EXPORT_COLUMNS} FROM exports WHERE id = ${id}::uuid`;
    return row === undefined ? null : summaryOf(row);
  }

  async endDatesByStudio(): Promise<Record<string, ExportedEndDates>> {
    const rows = await this.prisma.$queryRaw<{ studio: string; chosen: string | null }[]>`
      SELECT DISTINCT ON (query ->> 'studio') query ->> 'studio' AS studio, query ->> 'endDates' AS chosen
      FROM exports WHERE query ->> 'studio' IS NOT NULL
      ORDER BY query ->> 'studio', made_at DESC, id DESC`;
    return Object.fromEntries(
      rows.flatMap(({ studio, chosen }) =>
        isExportedEndDates(chosen) && chosen !== STANDARD_END_DATES ? [[studio, chosen]] : [],
      ),
    );
  }

  profiles(): Promise<StoredExportProfile[]> {
    return this.prisma.$queryRaw<StoredExportProfile[]>`
      SELECT ${PROFILE_COLUMNS} FROM export_profiles ORDER BY ${foldedColumn('name')}`;
  }

  async file(id: string): Promise<ExportFile | null> {
    const [row] = await this.prisma.$queryRaw<
      { words: string; format: ExportFormat; file: Uint8Array; made_at: string }[]
    >`
      SELECT words, format, file, to_json(made_at) #>> '{}' AS made_at FROM exports
      WHERE id = ${id}::uuid AND file IS NOT NULL`;
    if (row === undefined) return null;
    const { words, format, file, made_at: madeAt } = row;
    return { words, format, bytes: file, madeAt };
  }
}

function summaryOf({
  query: _,
  keyset: __,
  ...summary
}: ExportData & Partial<KeyedRow>): ExportSummary {
  return summary;
}
