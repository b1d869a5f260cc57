'use server';

import { revalidatePath } from 'next/cache';
import type { CancelExportInput, ExportResult, OrderExportInput } from './export-input';
import { today } from '@/today';
import { contentViews, contractViews, exportDesk, licenseViews } from '../../src/bootstrap';
import { orderExport } from '../../src/service/exports';
import { answered } from '../answer';
import { cancelExportInput, orderExportInput } from './export-input';
import { exportWords } from './export-words';

export async function orderExportAction(input: OrderExportInput): Promise<ExportResult> {
  return answered(orderExportInput, input, async (command) => {
    const words = await exportWords(command.query, {
      contractViews,
      licenseViews,
      contentViews,
      today,
    });
    await orderExport({ ...command, words }, exportDesk());
    revalidatePath('/exports');
    return { status: 'ordered' };
  });
}

export async function cancelExportAction(input: CancelExportInput): Promise<ExportResult> {
  return answered(cancelExportInput, input, async ({ exportId, ...intent }) => {
    await exportDesk().cancel(exportId, intent);
    revalidatePath('/exports');
    return { status: 'cancelled' };
  });
}
