import type { ExportFile, ExportSummary } from '../../src/service/export/export-views';

const MAX_NAME_LENGTH = 60;

/** What a file is called where it is saved: `avails-northlight-studios-2026-05-01.xlsx`. */
export function fileName({
  words,
  format,
  madeAt,
}: Pick<ExportSummary | ExportFile, 'words' | 'format' | 'madeAt'>): string {
  const plain = words
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_NAME_LENGTH)
    .replace(/^-|-$/g, '');
  return ['avails', plain, `${madeAt.slice(0, 10)}.${format}`]
    .filter((part) => part !== '')
    .join('-');
}
