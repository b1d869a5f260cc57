import type { ExportedEndDates } from '../../domain/avails/end-dates';
import type { StoredExportProfile } from '../../domain/export/export-profile';
import type { ExportData } from '../../domain/export/export';
import type { ExportFormat } from '../../domain/export/export-query';
import type { Page } from '../page';

/** One line of the list of exports. */
export type ExportSummary = Omit<ExportData, 'query'>;

export interface ExportFile {
  /** What is in it, as people read it. */
  readonly words: string;
  readonly format: ExportFormat;
  readonly bytes: Uint8Array;
  /** ISO 8601 in UTC. */
  readonly madeAt: string;
}

export interface ExportViews {
  /** The newest first. */
  list(query: {
    readonly cursor?: string | undefined;
    readonly pageSize: number;
  }): Promise<Page<ExportSummary>>;
  /** How End was last written for each studio's titles; studios whose exports follow the standard are left out. */
  endDatesByStudio(): Promise<Readonly<Record<string, ExportedEndDates>>>;
  /** How exports are written for receivers, by name. */
  profiles(): Promise<readonly StoredExportProfile[]>;
  /** @returns `null` when there is no such export */
  export(id: string): Promise<ExportSummary | null>;
  /** @returns `null` when there is no such export, or no file (any more) */
  file(id: string): Promise<ExportFile | null>;
}
