import type { ExportFile } from '../../src/service/export/export-views';
import type { ExportFormat } from '../../src/domain/export/export-query';
import { fileName } from './file-name';

const TYPES: Record<ExportFormat, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

/** A file as it is handed to a browser, to be saved. */
export function exportFile(file: ExportFile): Response {
  return new Response(Buffer.from(file.bytes), {
    headers: {
      'content-type': TYPES[file.format],
      'content-disposition': `attachment; filename="${fileName(file)}"`,
      'content-length': String(file.bytes.length),
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  });
}
