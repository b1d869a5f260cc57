import type { TodayQuery } from './today-address';
import type { TodayChoice } from './today-filters';
import { RIGHTS_TYPES } from '../../src/domain/values/rights-type';
import { territoryOptions } from '../words/territory-options';

/** The filters of the page of today, which its boards have, too. */
export function scopeChoices(studios: readonly string[], query: TodayQuery): TodayChoice[] {
  const plain = (values: readonly string[]) => values.map((value) => ({ value, label: value }));
  return [
    { name: 'studio', label: 'Studio', options: plain(studios) },
    {
      name: 'territory',
      label: 'Territory',
      options: territoryOptions().filter(({ value }) => value === query.territory),
      list: 'territories',
    },
    { name: 'rights', label: 'Rights type', options: plain(Object.keys(RIGHTS_TYPES)) },
  ];
}
