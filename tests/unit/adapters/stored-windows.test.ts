import { expect, it } from 'vitest';
import { readStored } from '../../../src/adapters/postgres/stored/stored-windows';

it('reads a window in its former and its current form', () => {
  const former = {
    kind: 'offers-generated',
    offers: [{ window: { start: '2026-01-01', end: null } }],
  };
  const today = {
    kind: 'offers-generated',
    offers: [{ window: { startsOn: '2026-01-01', endsOn: null } }],
  };

  expect(readStored<object>(former)).toEqual(today);
  expect(readStored<object>(today)).toEqual(today);
});

it('leaves other values unchanged', () => {
  const plan = { kind: 'ladder', start: '2026-01-01', steps: [{ days: 3 }], none: null };

  expect(readStored(plan)).toEqual(plan);
});
