import path from 'node:path';

/**
 * The path of an official sample workbook. The samples are not part of the project: `CRMS_SAMPLES` names the folder they are
 * in, and `npm run test:samples` reads them there.
 *
 * @throws when no folder is named
 */
export function sampleFile(name: string): string {
  const folder = process.env.CRMS_SAMPLES;
  if (folder === undefined || folder === '')
    throw new Error('Name the folder with the sample workbooks: CRMS_SAMPLES=<folder>.');
  return path.join(folder, name);
}
