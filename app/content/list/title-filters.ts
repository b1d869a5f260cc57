import type { FilterChoice } from '@/ui/lists/filter-menu';
import { KIND_OPTIONS } from '../details/kind-options';

/** The filters by what titles are, wherever titles are listed. */
export function titleFilters(studios: readonly string[]): FilterChoice<'studio' | 'kind'>[] {
  return [
    {
      name: 'studio',
      label: 'Studio',
      options: studios.map((value) => ({ value, label: value })),
    },
    { name: 'kind', label: 'Kind', options: KIND_OPTIONS },
  ];
}
