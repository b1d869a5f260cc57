import type { FilterChoice } from '@/ui/lists/filter-menu';
import { KIND_OPTIONS } from '../details/kind-options';

/** Filters by studio and kind, shared by all lists of titles: several of each. */
export function titleFilters(studios: readonly string[]): FilterChoice<'studio' | 'kind'>[] {
  return [
    {
      name: 'studio',
      label: 'Studio',
      isSeveral: true,
      options: studios.map((value) => ({ value, label: value })),
    },
    { name: 'kind', label: 'Kind', options: KIND_OPTIONS, isSeveral: true },
  ];
}
