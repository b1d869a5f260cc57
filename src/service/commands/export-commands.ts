import type {
  CancelExport,
  ExportOrdered,
  ExportRejectedRows,
  MakeExport,
} from '../export/export-service';
import type { Definitions, Kind } from './definition';
import { cancelExport, exportRejectedRows, makeExport } from '../export/export-service';
import { onRecords } from './definition';

export interface ExportCommands {
  readonly 'make-export': Kind<MakeExport, ExportOrdered>;
  readonly 'cancel-export': Kind<CancelExport, ExportOrdered>;
  readonly 'export-rejected-rows': Kind<ExportRejectedRows, ExportOrdered>;
}

export const EXPORT_COMMANDS: Definitions<ExportCommands> = {
  'make-export': {
    aggregate: 'export',
    role: 'editor',
    run: (command, { records, names }) => makeExport(command, records, names),
    subject: ({ exportId: id }) => ({ what: 'export', id }),
  },
  'cancel-export': {
    aggregate: 'export',
    role: 'editor',
    run: onRecords(cancelExport),
    subject: ({ exportId: id }) => ({ what: 'export', id }),
  },
  // Everybody may read what was rejected; a job writes it, because it takes seconds.
  'export-rejected-rows': {
    aggregate: 'export',
    role: 'viewer',
    run: onRecords(exportRejectedRows),
    subject: ({ importId: id }) => ({ what: 'import', id }),
  },
};
