import { describe, expect, it } from 'vitest';
import type { LicenseChange } from '../../../../src/domain/license/license-change';
import type { License } from '../../../../src/domain/license/license';
import {
  AlreadyClosed,
  EndNotEarlier,
  EndsBeforeStart,
  LicenseEndFixed,
  LicenseVoid,
  NotClosedSo,
} from '../../../../src/domain/license/closing-errors';
import { describeChange, inverse, replay } from '../../../../src/domain/license/license-change';
import { LicenseDetails } from '../../../../src/domain/license/license-details';
import { License as Licenses } from '../../../../src/domain/license/license';
import { aLicense, anOffer, days, someDetails } from '../../../builders/license-builders';

const DETAILS = someDetails({ terms: { window: days('2026-01-01', '2028-12-31') } });
const early = anOffer({ name: 'Early', window: days('2026-01-01', '2026-12-31') });
const across = anOffer({ name: 'Across', window: days('2027-03-01', '2027-09-30') });
const late = anOffer({ name: 'Late', window: days('2028-01-01', '2028-06-30') });
const REASON = 'Rights reverted';

function licensed(): License {
  return aLicense({ details: DETAILS, offers: [early, across, late] });
}

const end = (lastDay: string, reason = REASON) => ({ kind: 'ended', lastDay, reason }) as const;

/** The license after its change, as it would be read at the next version. */
function stored(license: License): License {
  const { id, contractId, version, details, timeline, closing } = license;
  return Licenses.reconstitute({
    ...{ id, contractId, version: version + 1, details, timeline, closing },
  });
}

describe('ending a license', () => {
  it('cuts the offer that runs across the last day, and withdraws later ones', () => {
    const license = licensed();

    license.close(end('2027-06-30'));

    expect(license.window).toEqual(aLicense({ details: ending('2027-06-30') }).window);
    expect(license.timeline.offers.map(({ name, window }) => [name, window.lastDay])).toEqual([
      ['Early', '2026-12-31'],
      ['Across', '2027-06-30'],
    ]);
    expect(license.closing).toEqual({ kind: 'ended', reason: REASON });
    expect(describeChange(changeOf(license))).toBe(
      'Ended after 30 Jun 2027: Rights reverted, cut Across, withdrew Late',
    );
  });

  it('leaves an offer whole that ends on the last day', () => {
    const license = licensed();

    license.close(end('2027-09-30'));

    expect(changeOf(license)).toMatchObject({ replaced: null, offers: [{ name: 'Late' }] });
  });

  it.each([
    ['before it begins', '2025-12-31', EndsBeforeStart],
    ['on its last day', '2028-12-31', EndNotEarlier],
    ['later than it ends', '2030-01-01', EndNotEarlier],
  ])('%s is refused, and nothing changes', (_when, lastDay, refusal) => {
    const license = licensed();

    expect(() => {
      license.close(end(lastDay));
    }).toThrow(refusal);
    expect(license.change).toBeNull();
    expect(license.timeline.offers).toHaveLength(3);
  });

  it('on its first day leaves one day', () => {
    const license = licensed();

    license.close(end('2026-01-01'));

    expect(license.window.days).toBe(1);
    expect(license.timeline.offers.map(({ window }) => window.days)).toEqual([1]);
  });

  it.each([
    ['an empty reason', end('2027-06-30', ' '), 'The reason cannot be empty.'],
    ['a day that is none', end('2027-02-30'), '“2027-02-30” is not a valid date'],
    [
      'the last day of the calendar',
      end('9999-12-31'),
      'The license ends after 31 Dec 2028 anyway',
    ],
  ])('with %s is refused', (_what, plan, message) => {
    const license = licensed();

    expect(() => {
      license.close(plan);
    }).toThrow(message);
  });

  it('without a last day, on the last day of the calendar, is refused with the way out that there is', () => {
    const open = aLicense({
      details: { ...DETAILS, terms: { ...DETAILS.terms, window: days('2026-01-01', null) } },
    });

    expect(() => {
      open.close(end('9999-12-31'));
    }).toThrow('30 Dec 9999. To keep the window open, do not end the license.');
    open.close(end('9999-12-30'));
    expect(open.window.lastDay).toBe('9999-12-30');
  });

  it('L8: fixes the last day until the end is taken back', () => {
    const license = licensed();
    license.close(end('2027-06-30'));
    const ended = stored(license);

    expect(() => {
      ended.amend(LicenseDetails.of(DETAILS));
    }).toThrow(LicenseEndFixed);
    ended.amend(LicenseDetails.of({ ...ending('2027-06-30'), name: 'Renamed' }));
    expect(ended.details.name).toBe('Renamed');
  });

  it('that has ended is refused', () => {
    const license = licensed();
    license.close(end('2027-06-30'));

    expect(() => {
      stored(license).close(end('2027-03-31'));
    }).toThrow(AlreadyClosed);
  });
});

describe('a void license', () => {
  it('keeps its window, has no offers and does not change', () => {
    const license = licensed();
    license.close({ kind: 'void', reason: 'Recorded twice' });
    const voided = stored(license);

    expect(voided.window).toEqual(licensed().window);
    expect(voided.timeline.offers).toEqual([]);
    expect(describeChange(changeOf(license))).toBe(
      'Voided: Recorded twice, withdrew Early, Across and Late',
    );
    expect(() => {
      voided.generate([early]);
    }).toThrow(LicenseVoid);
    expect(() => {
      voided.amend(LicenseDetails.of({ ...DETAILS, name: 'Renamed' }));
    }).toThrow(LicenseVoid);
  });
});

describe('taking a closing back', () => {
  it.each([
    ['an end', end('2027-06-30')],
    ['a voiding', { kind: 'void', reason: 'Recorded twice' } as const],
  ])('of %s restores the license', (_what, plan) => {
    const license = licensed();
    license.close(plan);
    const closed = stored(license);

    const back = inverse(changeOf(license));
    if (back === null) throw new Error('A closing can be taken back.');
    closed.perform(back);

    expect(closed.details.toData()).toEqual(DETAILS);
    expect(closed.timeline.offers).toEqual([early, across, late]);
    expect(closed.closing).toBeNull();
    expect(inverse(changeOf(closed))).toEqual(changeOf(license));
  });

  it('is refused where the license is not closed in that way', () => {
    const license = licensed();
    license.close(end('2027-06-30'));
    const back = inverse(changeOf(license));
    if (back === null) throw new Error('A closing can be taken back.');

    expect(() => {
      licensed().perform(back);
    }).toThrow(NotClosedSo);
  });

  it('replays in the history', () => {
    const license = licensed();
    license.close(end('2027-06-30'));
    const closed = changeOf(license);
    const granted: LicenseChange = {
      kind: 'license-granted',
      details: DETAILS,
      offers: [early, across, late].map((offer) => offer.toData()),
    };
    const back = inverse(closed);
    if (back === null) throw new Error('A closing can be taken back.');

    expect(replay([granted, closed])).toEqual({
      details: license.details.toData(),
      offers: license.timeline.offers.map((offer) => offer.toData()),
      closing: license.closing,
    });
    expect(replay([granted, closed, back])).toEqual(replay([granted]));
  });
});

function changeOf({ change }: License): LicenseChange {
  if (change === null) throw new Error('Nothing changed.');
  return change;
}

function ending(lastDay: string) {
  return { ...DETAILS, terms: { ...DETAILS.terms, window: days('2026-01-01', lastDay) } };
}
