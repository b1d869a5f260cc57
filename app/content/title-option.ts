import type { ContentRow } from '../../src/service/content/content-views';
import type { Option } from '@/ui/fields/select-field';
import { fullTitle, kindLabel } from './title-words';

/** A title as it can be chosen, with its kind, which decides what can belong to it. */
export interface TitleOption extends Option {
  readonly kind: string;
  readonly studio: string;
}

/** A title as it can be chosen: with all it belongs to, its kind and its year. */
export function titleOption(
  row: Pick<
    ContentRow,
    'id' | 'title' | 'kind' | 'studio' | 'position' | 'releaseYear' | 'belongsTo'
  >,
): TitleOption {
  return {
    value: row.id,
    label: fullTitle(row),
    detail: [kindLabel(row.kind), row.releaseYear].filter(Boolean).join(', '),
    kind: row.kind,
    studio: row.studio,
  };
}
