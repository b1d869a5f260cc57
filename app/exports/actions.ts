'use server';

import type { CancelExportInput, ExportResult, OrderExportInput } from './export-input';
import { today } from '@/today';
import { contentViews, contractViews, licenseViews } from '../../src/bootstrap';
import { recordAction } from '../record-action';
import { cancelExportInput, orderExportInput } from './export-input';
import { exportWords } from '../words/export-words';

export async function orderExportAction(sent: OrderExportInput): Promise<ExportResult> {
  const places = { contractViews, licenseViews, contentViews, today };
  return recordAction({
    kind: 'make-export',
    schema: orderExportInput,
    sent,
    input: async (input) => ({ ...input, words: await exportWords(input.query, places) }),
    answer: ({ replayed }): ExportResult => ({ status: 'ordered', replayed }),
    page: () => '/exports',
  });
}

export async function cancelExportAction(sent: CancelExportInput): Promise<ExportResult> {
  return recordAction({
    kind: 'cancel-export',
    schema: cancelExportInput,
    sent,
    input: (input) => input,
    answer: (): ExportResult => ({ status: 'cancelled' }),
    page: () => '/exports',
  });
}
