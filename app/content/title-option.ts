import type { ContentRow } from '../../src/service/views';
import type { TitleOption } from './search-actions';
import { fullTitle, kindLabel } from './title-words';

/** A title as it can be chosen: with all it belongs to, its kind and its year. */
export function titleOption(
  row: Pick<ContentRow, 'id' | 'title' | 'kind' | 'position' | 'releaseYear' | 'belongsTo'>,
): TitleOption {
  return {
    value: row.id,
    label: fullTitle(row),
    detail: [kindLabel(row.kind), row.releaseYear].filter(Boolean).join(', '),
    kind: row.kind,
  };
}
