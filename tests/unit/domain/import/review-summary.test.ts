import { describe, expect, it } from 'vitest';
import { reviewSummary } from '../../../../src/domain/import/review-summary';
import { aMovieRow } from '../../../builders/avails-row-builders';
import { checkOf } from '../../../builders/sheet-builders';

describe('the studios of a checked file', () => {
  const bad = { 'Avail/DisplayName': 'Albion', 'AvailTrans/Start': 'soon' };

  it('are those of the rows without an error', () => {
    const { studios } = reviewSummary(checkOf([aMovieRow('m1'), aMovieRow('m2', bad)]));
    expect(studios).toEqual(['Northlight']);
  });

  it('are those that the rows name where every row has an error', () => {
    expect(reviewSummary(checkOf([aMovieRow('m2', bad)])).studios).toEqual(['Albion']);
  });
});
