/** The steps of the work on an import, as people read them while they wait. */
export const IMPORT_STEPS = {
  waiting: 'Waiting',
  reading: 'Reading and checking the workbook',
  comparing: 'Comparing it with stored licenses',
  preparing: 'Preparing the review',
  'saving-review': 'Saving the review',
  'saving-file': 'Saving the whole file',
  'saving-licenses': 'Saving',
  undoing: 'Undoing the import',
} as const;

export type ImportStep = keyof typeof IMPORT_STEPS;
