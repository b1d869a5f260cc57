import { describe, expect, it } from 'vitest';
import { uploadInput } from '../../../../app/imports/upload/upload-input';

const IMPORT_ID = '0190b7a4-5b1c-7c50-a6cf-0a5f3c3b7a11';

function nameOf(fileName: string): string | undefined {
  return uploadInput.safeParse({ importId: IMPORT_ID, fileName }).data?.fileName;
}

describe('the name of an uploaded file', () => {
  it('loses what cannot be shown', () => {
    expect(nameOf('avails\u0000 \u202Exslx.xlsx\n')).toBe('avails xslx.xlsx');
  });

  it('keeps its end when it is too long', () => {
    expect(nameOf(`${'x'.repeat(300)}.xlsx`)).toMatch(/^x{115}\.xlsx$/);
  });

  it('is made up when nothing is left', () => {
    expect(nameOf('\u0007')).toBe('Workbook without a name');
  });

  it('belongs to an import of its own', () => {
    expect(uploadInput.safeParse({ importId: '1', fileName: 'avails.xlsx' }).success).toBe(false);
  });
});
