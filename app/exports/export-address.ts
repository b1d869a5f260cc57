import type { ExportFile, ExportSummary } from '../../src/service/export/export-views';

/** The form of a new export, filled in. */
export function exportAddress(parts: {
  readonly studio?: string | undefined;
  readonly contract?: string | undefined;
  readonly license?: string | undefined;
  readonly title?: string | undefined;
}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parts))
    if (value !== undefined) search.set(name, value);
  const text = search.toString();
  return text === '' ? '/exports' : `/exports?${text}`;
}

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
