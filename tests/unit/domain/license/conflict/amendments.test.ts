import { describe, expect, it } from 'vitest';
import type { DetailField } from '../../../../../src/domain/license/conflict';
import type { LicenseDetailsData } from '../../../../../src/domain/license/license-details';
import { settle } from '../../../../../src/domain/license/conflict';
import { OffersStranded } from '../../../../../src/domain/license/license-errors';
import { anOfferData, days, prices } from '../../../../builders/license-builders';
import {
  details,
  march,
  generation,
  replacement,
  amendment,
  withTerms,
  verdictOn,
  refused,
} from './support-conflict';

describe('an amendment made against an older version', () => {
  const mine = withTerms({ rightsType: 'AVOD' });

  it('is legal when only offers changed', () => {
    const verdict = verdictOn(amendment(details, mine), [], [generation(march)]);

    expect(verdict).toEqual({ kind: 'legal', change: amendment(details, mine) });
  });

  it('is settled when somebody made the same amendment', () => {
    const verdict = verdictOn(amendment(details, mine), [], [amendment(details, mine)]);

    expect(verdict).toEqual({ kind: 'settled' });
  });

  it('keeps what both amended apart from each other', () => {
    const theirs = { ...details, name: 'THEIRS', notes: 'By letter.' };

    const verdict = verdictOn(amendment(details, mine), [], [amendment(details, theirs)]);

    expect(verdict).toEqual({
      kind: 'legal',
      change: amendment(theirs, { ...mine, name: 'THEIRS', notes: 'By letter.' }),
    });
  });

  it.each<[DetailField, LicenseDetailsData, LicenseDetailsData]>([
    ['name', { ...details, name: 'MINE' }, { ...details, name: 'THEIRS' }],
    ['notes', { ...details, notes: 'mine' }, { ...details, notes: 'theirs' }],
    ['rightsType', withTerms({ rightsType: 'AVOD' }), withTerms({ rightsType: 'FAST' })],
    ['territories', withTerms({ territories: ['US'] }), withTerms({ territories: ['MX', 'US'] })],
    ['devices', withTerms({ devices: ['tv'] }), withTerms({ devices: ['mobile'] })],
    ['firstDay', windowed('2026-01-02', '2026-12-31'), windowed('2026-01-03', '2026-12-31')],
    ['lastDay', windowed('2026-01-01', null), windowed('2026-01-01', '2026-12-30')],
  ])('is disputed where both amended the %s', (field, my, their) => {
    const verdict = verdictOn(amendment(details, my), [], [amendment(details, their)]);

    expect(verdict).toEqual({
      kind: 'disputed',
      fields: [field],
      yours: amendment(their, my),
      theirs: amendment(their, their),
    });
  });

  it('is not disputed by a set in another order', () => {
    const their = withTerms({ territories: ['MX', 'US', 'CA'] });
    const my = withTerms({ territories: ['CA', 'MX', 'US'] });

    expect(verdictOn(amendment(details, my), [], [amendment(details, their)]).kind).toBe('settled');
  });

  it('is refused by an offer it would strand, with terms that hold it', () => {
    const late = anOfferData({ window: days('2026-12-01', '2026-12-31'), devices: ['computer'] });
    const my = withTerms({ window: days('2026-01-01', '2026-11-30'), devices: ['tv'] });

    const verdict = refused(verdictOn(amendment(details, my), [], [generation(march, late)]));

    expect(verdict.reason).toBeInstanceOf(OffersStranded);
    expect(verdict.ways).toEqual([
      amendment(
        details,
        withTerms({ window: days('2026-01-01', '2026-12-31'), devices: ['tv', 'computer'] }),
      ),
    ]);
  });

  it('has no way that amends nothing', () => {
    const whole = anOfferData({ window: details.terms.window });
    const my = withTerms({ window: days('2026-01-01', '2026-11-30') });

    expect(refused(verdictOn(amendment(details, my), [], [generation(whole)])).ways).toEqual([]);
  });

  it('is measured by what the license was, not by what its maker says it was', () => {
    const elsewhere = amendment({ ...details, name: 'not what it was' }, mine);

    expect(verdictOn(elsewhere, [], [])).toEqual({
      kind: 'legal',
      change: amendment(details, mine),
    });
  });
});

describe('a dispute', () => {
  const mine = { ...march, name: 'MINE', prices: prices('1') };
  const theirs = { ...march, name: 'THEIRS', prices: prices('2') };
  const verdict = verdictOn(replacement(march, mine), [march], [replacement(march, theirs)]);

  it.each([
    [{}, { name: 'MINE', prices: prices('1') }],
    [{ name: 'theirs' }, { name: 'THEIRS', prices: prices('1') }],
    [{ prices: 'theirs' }, { name: 'MINE', prices: prices('2') }],
    [
      { name: 'theirs', prices: 'theirs' },
      { name: 'THEIRS', prices: prices('2') },
    ],
    [
      { devices: 'theirs', name: 'yours' },
      { name: 'MINE', prices: prices('1') },
    ],
  ] as const)('is settled field by field: %o', (choices, chosen) => {
    expect(verdict.kind === 'disputed' && settle(verdict, choices)).toEqual(
      replacement(theirs, { ...march, ...chosen }),
    );
  });

  it('of an amendment is settled field by field', () => {
    const [my, their] = [
      { ...details, name: 'MINE', notes: 'mine' },
      { ...details, name: 'THEIRS', notes: 'theirs' },
    ];
    const dispute = verdictOn(amendment(details, my), [], [amendment(details, their)]);

    const settled = dispute.kind === 'disputed' && settle(dispute, { notes: 'theirs' });

    expect(settled).toEqual(amendment(their, { ...details, name: 'MINE', notes: 'theirs' }));
  });
});

function windowed(first: string, last: string | null): LicenseDetailsData {
  return withTerms({ window: days(first, last) });
}
