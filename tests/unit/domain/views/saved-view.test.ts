import { describe, expect, it } from 'vitest';
import type { SavedView } from '../../../../src/domain/views/saved-view';
import {
  filterAlike,
  isSameView,
  savedView,
  viewSearch,
} from '../../../../src/domain/views/saved-view';
import { anId } from '../../../builders/license-builders';

const view = (parts: Partial<SavedView> = {}): SavedView => ({
  ...{ id: anId(), ownerId: anId(), list: 'licenses', name: 'TVOD', search: 'rights=TVOD' },
  ...{ isShared: false, revision: 1 },
  ...parts,
});

describe('a saved view', () => {
  it('keeps filters and order, but neither the page nor the view that was open', () => {
    expect(viewSearch('?rights=EST&rights=TVOD&sort=ends&cursor=abc&view=x', 'licenses')).toBe(
      'rights=EST&rights=TVOD&sort=ends',
    );
  });

  it('keeps neither the month or day of a calendar nor an open cell, which filter elsewhere', () => {
    const search = 'month=2026-03&day=2026-03-02&dark=30&ending=30&studio=A&why=x';
    expect(viewSearch(search, 'calendar')).toBe('ending=30&studio=A&why=x');
    expect(viewSearch(search, 'availability')).toBe(
      'month=2026-03&day=2026-03-02&dark=30&ending=30&studio=A',
    );
    expect(viewSearch(search, 'licenses')).toBe(search);
  });

  it.each([
    ['rights=EST&rights=TVOD', 'rights=TVOD&rights=EST', true],
    ['rights=EST&cursor=1', 'rights=EST', true],
    ['rights=EST', 'rights=TVOD', false],
    ['rights=EST', 'rights=EST&rights=TVOD', false],
    ['q=a%2Cb', 'q=a&q=b', false],
  ])('%s filters as %s does: %s', (one, other, isAlike) => {
    expect(filterAlike(one, other)).toBe(isAlike);
  });

  it('is the same only under its name, with its filters and for the same people', () => {
    const one = view();
    expect(isSameView(one, { ...one, revision: 2 })).toBe(true);
    expect(isSameView(one, { ...one, name: 'EST' })).toBe(false);
    expect(isSameView(one, { ...one, search: 'rights=EST' })).toBe(false);
    expect(isSameView(one, { ...one, isShared: true })).toBe(false);
  });

  it('has a name of 1 to 60 characters and filters of at most 2,000', () => {
    expect(savedView(view({ name: ` ${'n'.repeat(60)} ` })).name).toHaveLength(60);
    expect(() => savedView(view({ name: ' ' }))).toThrow(
      expect.objectContaining({ code: 'invalid-text', field: 'name' }),
    );
    expect(() => savedView(view({ name: 'n'.repeat(61) }))).toThrow(
      expect.objectContaining({ code: 'invalid-text' }),
    );
    expect(viewSearch(`q=${'a'.repeat(1_998)}`, 'content')).toHaveLength(2_000);
    expect(() => viewSearch(`q=${'a'.repeat(1_999)}`, 'content')).toThrow(
      expect.objectContaining({ code: 'view-too-long' }),
    );
  });
});
