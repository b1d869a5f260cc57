import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chosenValues, merge, settleCorrection } from '../../../../src/domain/conflict/merge';

const BASE = { title: 'Harbor', studio: 'Halcyon', year: 2024 as number | null };

describe('a three-way merge', () => {
  it('takes what only one changed from that one', () => {
    const merged = merge(BASE, { ...BASE, title: 'Mine' }, { ...BASE, studio: 'Theirs' });

    const both = { title: 'Mine', studio: 'Theirs', year: 2024 };
    expect(merged).toEqual({ fields: [], yours: both, theirs: both });
  });

  it('disputes what both changed to different values, and nothing else', () => {
    const mine = { title: 'Mine', studio: 'Both', year: null };
    const latest = { title: 'Theirs', studio: 'Both', year: 2024 };

    expect(merge(BASE, mine, latest)).toEqual({
      fields: ['title'],
      yours: { title: 'Mine', studio: 'Both', year: null },
      theirs: { title: 'Theirs', studio: 'Both', year: null },
    });
  });

  it('compares what is inside a value', () => {
    const base = { ids: [{ scheme: 'house', value: '1' }] };
    const same = { ids: [{ scheme: 'house', value: '1' }] };
    const latest = { ids: [{ scheme: 'house', value: '2' }] };

    expect(merge(base, same, latest)).toMatchObject({ fields: [], yours: latest });
  });

  it('of any values loses nothing that only one changed, and disputes only what both did', () => {
    const values = fc.record({ a: fc.nat(2), b: fc.nat(2), c: fc.nat(2) });
    fc.assert(
      fc.property(values, values, values, (base, mine, latest) => {
        const { fields, yours, theirs } = merge(base, mine, latest);
        for (const field of ['a', 'b', 'c'] as const) {
          const [was, my, now] = [base[field], mine[field], latest[field]];
          expect(fields.includes(field)).toBe(my !== was && now !== was && my !== now);
          expect([yours[field], theirs[field]]).toEqual(
            fields.includes(field) ? [my, now] : my === was ? [now, now] : [my, my],
          );
        }
      }),
    );
  });
});

describe('a dispute', () => {
  const dispute = {
    fields: ['title', 'year'],
    yours: { title: 'Mine', studio: 'Both', year: 2025 },
    theirs: { title: 'Theirs', studio: 'Both', year: 2026 },
  };

  it('is decided field by field', () => {
    expect(chosenValues(dispute, { title: 'theirs', year: 'yours' })).toEqual({
      title: 'Theirs',
      studio: 'Both',
      year: 2025,
    });
  });

  it('of a correction changes what it corrects to, and leaves what it began with', () => {
    const correction = (after: object) => ({ kind: 'corrected', before: BASE, after });
    const { fields, yours, theirs } = dispute;

    const settled = settleCorrection(
      { fields, yours: correction(yours), theirs: correction(theirs) },
      { title: 'yours', year: 'theirs' },
    );

    expect(settled).toEqual(correction({ title: 'Mine', studio: 'Both', year: 2026 }));
  });
});
