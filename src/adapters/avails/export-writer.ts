import type { WriteExport } from '../../service/export/run-export';
import { availsCsv } from './csv-writer';
import { availsWorkbook } from './workbook-writer';

/** Writes the file of an export. */
export const writeExport: WriteExport = (format, rows, withoutColumns) =>
  Promise.resolve((format === 'xlsx' ? availsWorkbook : availsCsv)(rows, withoutColumns));
