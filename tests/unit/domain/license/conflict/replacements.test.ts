import { describe, expect, it } from 'vitest';
import type { OfferField } from '../../../../../src/domain/license/conflict';
import type { OfferData } from '../../../../../src/domain/license/offer';
import { InvalidDateRange } from '../../../../../src/domain/values/date-range';
import { OfferOverlap } from '../../../../../src/domain/license/license-errors';
import { anOfferData, days, prices } from '../../../../builders/license-builders';
import {
  march,
  may,
  generation,
  withdrawal,
  replacement,
  verdictOn,
  refused,
  windowsOf,
} from './support-conflict';

describe('a replacement made against an older version', () => {
  it('is legal while the offer is there', () => {
    const intent = replacement(march, { ...march, name: 'NEW' });

    expect(verdictOn(intent, [march], [generation(may)])).toEqual({
      kind: 'legal',
      change: intent,
    });
  });

  it('is settled when somebody made the same change', () => {
    const intent = replacement(march, { ...march, name: 'NEW' });

    expect(verdictOn(intent, [march], [intent])).toEqual({ kind: 'settled' });
  });

  it('keeps what both changed apart from each other', () => {
    const theirs = { ...march, prices: prices('1'), window: days('2026-03-01', '2026-04-15') };
    const mine = { ...march, name: 'NEW', devices: ['mobile'] };

    const verdict = verdictOn(replacement(march, mine), [march], [replacement(march, theirs)]);

    expect(verdict).toEqual({
      kind: 'legal',
      change: replacement(theirs, { ...theirs, name: 'NEW', devices: ['mobile'] }),
    });
  });

  it.each<[OfferField, Partial<OfferData>, Partial<OfferData>]>([
    ['name', { name: 'MINE' }, { name: 'THEIRS' }],
    ['prices', { prices: prices('1') }, { prices: prices('2') }],
    [
      'firstDay',
      { window: days('2026-03-02', '2026-03-31') },
      { window: days('2026-03-03', '2026-03-31') },
    ],
    ['lastDay', { window: days('2026-03-01', '2026-03-30') }, { window: days('2026-03-01', null) }],
    ['devices', { devices: ['mobile'] }, { devices: ['computer'] }],
  ])('is disputed where both changed the %s', (field, mine, theirs) => {
    const [myOffer, theirOffer] = [
      { ...march, ...mine },
      { ...march, ...theirs },
    ];

    const verdict = verdictOn(
      replacement(march, myOffer),
      [march],
      [replacement(march, theirOffer)],
    );

    expect(verdict).toEqual({
      kind: 'disputed',
      fields: [field],
      yours: replacement(theirOffer, myOffer),
      theirs: replacement(theirOffer, theirOffer),
    });
  });

  it('is disputed in several fields, and keeps the others of both', () => {
    const mine = { ...march, name: 'MINE', prices: prices('1'), devices: ['mobile'] };
    const theirs = {
      ...march,
      name: 'THEIRS',
      prices: prices('2'),
      window: days('2026-03-01', '2026-03-15'),
    };

    const verdict = verdictOn(replacement(march, mine), [march], [replacement(march, theirs)]);

    expect(verdict).toEqual({
      kind: 'disputed',
      fields: ['name', 'prices'],
      yours: replacement(theirs, { ...mine, window: theirs.window }),
      theirs: replacement(theirs, { ...theirs, devices: ['mobile'] }),
    });
  });

  it('is not disputed where both made the same of a field', () => {
    const mine = { ...march, name: 'SAME', prices: prices('1') };
    const theirs = { ...march, name: 'SAME' };

    const verdict = verdictOn(replacement(march, mine), [march], [replacement(march, theirs)]);

    expect(verdict).toEqual({ kind: 'legal', change: replacement(theirs, mine) });
  });

  it('is refused by an offer that came, with ways that move the merged offer', () => {
    const longer = { ...march, window: days('2026-03-01', '2026-04-30') };
    const inTheWay = anOfferData({ window: days('2026-04-16', '2026-05-31') });
    const since = [replacement(march, { ...march, name: 'THEIRS' }), generation(inTheWay)];

    const verdict = refused(verdictOn(replacement(march, longer), [march], since));

    expect(verdict.reason).toBeInstanceOf(OfferOverlap);
    expect(verdict.ways).toEqual(
      [
        days('2026-03-01', '2026-04-15'),
        days('2026-02-14', '2026-04-15'),
        days('2026-06-01', '2026-07-31'),
      ].map((window) =>
        replacement({ ...march, name: 'THEIRS' }, { ...march, name: 'THEIRS', window }),
      ),
    );
  });

  it('has no way that changes nothing', () => {
    const [first, second] = [days('2026-03-01', '2026-03-31'), days('2026-04-01', null)];
    const later = { ...march, window: days('2026-03-01', '2026-04-30') };
    const since = [generation({ ...may, window: second })];

    const verdict = refused(verdictOn(replacement(march, later), [march], since));

    expect(verdict.ways.map(windowsOf)).not.toContainEqual([first]);
  });

  it('is refused when the days of both make no window', () => {
    const mine = { ...march, window: days('2026-03-20', '2026-03-31') };
    const theirs = { ...march, window: days('2026-03-01', '2026-03-10') };

    const verdict = refused(
      verdictOn(replacement(march, mine), [march], [replacement(march, theirs)]),
    );

    expect(verdict.reason).toBeInstanceOf(InvalidDateRange);
    expect(verdict.ways).toEqual([]);
  });

  it('of an offer that is gone can be made anew', () => {
    const mine = { ...march, prices: prices('1') };

    const verdict = verdictOn(replacement(march, mine), [march], [withdrawal(march)]);

    expect(verdict).toEqual({ kind: 'gone', offer: march, recreate: generation(mine) });
  });

  it('of an offer that is gone can be made anew at the nearest place', () => {
    const mine = { ...march, prices: prices('1') };
    const since = [withdrawal(march), generation({ ...may, window: march.window })];

    const verdict = verdictOn(replacement(march, mine), [march], since);

    expect(verdict).toEqual({
      kind: 'gone',
      offer: march,
      recreate: generation({ ...mine, window: days('2026-01-29', '2026-02-28') }),
    });
  });

  it('of an offer that is gone cannot be made anew where nothing is free', () => {
    const all = anOfferData({ window: days('2026-01-01', '2026-12-31') });
    const since = [withdrawal(march), generation(all)];

    const verdict = verdictOn(replacement(march, { ...march, name: 'NEW' }), [march], since);

    expect(verdict).toEqual({ kind: 'gone', offer: march, recreate: null });
  });
});
