import { describe, expect, it } from 'vitest';
import type { StepInput } from '../../../../src/wire/forms/ladder';
import { ladderPlace } from '../../../../app/licenses/offers/place-words';
import { aLicense, anOffer, days } from '../../../builders/license-builders';

const step = (parts: Partial<StepInput>): StepInput => ({
  ...{ name: '', price: '', length: '1', unit: 'months' },
  ...parts,
});
const march = anOffer({ name: 'March', window: days('2026-03-01', '2026-03-31') });
const place = (start: string, ...steps: Partial<StepInput>[]) =>
  ladderPlace(aLicense({ offers: [march] }), start, steps.map(step));

describe('where a ladder would go', () => {
  it('is said with its days and its neighbors', () => {
    expect(place('2026-04-01', {}, { length: '2' })).toEqual({
      isLegal: true,
      words: '1 Apr – 30 Jun 2026 · 91 days · starts right after March · 184 days free after that',
    });
    expect(place('2026-11-01', {}, { length: '', unit: 'rest' })).toMatchObject({
      isLegal: true,
      words: expect.stringContaining('1 Nov – 31 Dec 2026') as unknown,
    });
  });

  it.each<[string, Partial<StepInput>[], string]>([
    ['2026-02-01', [{}, { name: 'Catalog' }], 'Catalog overlaps March'],
    ['2026-02-01', [{}, {}], 'Step 2 overlaps March'],
    ['2026-12-15', [{}], 'outside the license window'],
    ['2026-12-01', [{}, { unit: 'rest' }], 'the license ends on 31 Dec 2026'],
    ['2026-04-01', [{ unit: 'rest' }, {}], 'Only the last step'],
  ])('is refused from %s with %o', (start, steps, words) => {
    expect(place(start, ...steps)).toEqual({
      isLegal: false,
      words: expect.stringContaining(words) as unknown,
    });
  });

  it.each<[string, Partial<StepInput>]>([
    ['', {}],
    ['2026-04-01', { length: '' }],
    ['2026-04-01', { length: 'x' }],
    ['2026-04-01', { length: '0' }],
    ['2026-04-01', { length: '99999' }],
  ])('is not known from %s with %o', (start, parts) => {
    expect(place(start, parts)).toBeNull();
  });
});
