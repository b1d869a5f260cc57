import { expect, it } from 'vitest';
import { newsSince, visitAt } from '../../../../src/service/today/visits';

const FIRST = { at: '2026-06-09T17:00:00.000Z', beforeAt: null, scope: {} };

it('the first visit has the news of a week', () => {
  const visit = visitAt(null, '2026-06-10T09:00:00.000Z', {});

  expect(visit.beforeAt).toBeNull();
  expect(newsSince(visit)).toBe('2026-06-03T09:00:00.000Z');
});

it('a look after more than half an hour is a new visit, with the news since the last look', () => {
  const visit = visitAt(FIRST, '2026-06-09T17:30:00.001Z', { studio: 'Halcyon' });

  expect(visit).toEqual({
    at: '2026-06-09T17:30:00.001Z',
    beforeAt: FIRST.at,
    scope: { studio: 'Halcyon' },
  });
  expect(newsSince(visit)).toBe(FIRST.at);
});

it('a look within half an hour is the same visit: its news stay news', () => {
  const second = visitAt(FIRST, '2026-06-10T09:00:00.000Z', {});
  const third = visitAt(second, '2026-06-10T09:30:00.000Z', {});

  expect(newsSince(third)).toBe(FIRST.at);
});
