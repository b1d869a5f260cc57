'use server';

import { revalidatePath } from 'next/cache';
import type { CancelExportInput, ExportResult, OrderExportInput } from './export-input';
import { today } from '@/today';
import { contentViews, contractViews, exportDesk, licenseViews } from '../../src/bootstrap';
import { orderExport } from '../../src/service/export/exports';
import { answered } from '../answer';
import { cancelExportInput, orderExportInput } from './export-input';
import { exportWords } from './export-words';

export async function orderExportAction(input: OrderExportInput): Promise<ExportResult> {
  return answered({
    schema: orderExportInput,
    input,
    kind: 'export-ordered',
    subject: ({ exportId: id }) => ({ what: 'export', id }),
    run: async (command): Promise<ExportResult> => {
      const places = { contractViews, licenseViews, contentViews, today };
      const words = await exportWords(command.query, places);
      const { replayed } = await orderExport({ ...command, words }, exportDesk());
      revalidatePath('/exports');
      return { status: 'ordered', replayed };
    },
  });
}

export async function cancelExportAction(input: CancelExportInput): Promise<ExportResult> {
  return answered({
    schema: cancelExportInput,
    input,
    kind: 'export-cancelled',
    subject: ({ exportId: id }) => ({ what: 'export', id }),
    run: async ({ exportId, ...intent }): Promise<ExportResult> => {
      await exportDesk().cancel(exportId, intent);
      revalidatePath('/exports');
      return { status: 'cancelled' };
    },
  });
}
