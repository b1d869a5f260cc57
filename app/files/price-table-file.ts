import { fold } from '../../src/domain/names/folding';

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** A whole price table as a file to save. */
export function tableFile(
  {
    studio,
    version,
    bytes,
  }: { readonly studio: string; readonly version: number; readonly bytes: Uint8Array },
  format: keyof typeof TYPES,
): Response {
  const name = fold(studio).replace(/[^a-z0-9]+/g, '-');
  return new Response(Buffer.from(bytes), {
    headers: {
      'content-type': TYPES[format],
      'content-disposition': `attachment; filename="prices-${name}.${format}"`,
      etag: `"${version}"`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  });
}
