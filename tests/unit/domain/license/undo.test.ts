import { describe, expect, it } from 'vitest';
import type { LicenseChange } from '../../../../src/domain/license/license-change';
import { inverse } from '../../../../src/domain/license/license-change';
import { standingChanges } from '../../../../src/domain/license/undo';
import { anOfferData, days, prices, someDetails } from '../../../builders/license-builders';

const details = someDetails({ terms: { devices: ['tv', 'mobile'] } });
const spring = anOfferData({ name: 'Spring', window: days('2026-03-01', '2026-03-31') });
const summer = anOfferData({ name: 'Summer', window: days('2026-06-01', '2026-06-30') });
const cheaper = { ...spring, prices: prices('3.99') };

const granted: LicenseChange = { kind: 'license-granted', details };
const added: LicenseChange = { kind: 'offers-generated', offers: [spring, summer] };
const repriced: LicenseChange = { kind: 'offer-replaced', before: spring, after: cheaper };
const renamed: LicenseChange = {
  kind: 'license-amended',
  before: details,
  after: { ...details, name: 'Renamed' },
};

/** The versions of the changes in effect. */
function standing(...changes: LicenseChange[]): number[] {
  const story = changes.map((change, index) => ({ version: index + 1, change }));
  return standingChanges(story).map(({ version }) => version);
}

function undo(change: LicenseChange): LicenseChange {
  const back = inverse(change);
  if (back === null) throw new Error('A grant has no inverse.');
  return back;
}

describe('the changes in effect', () => {
  it('are all changes before any undo', () => {
    expect(standing(granted, added, repriced, renamed)).toEqual([1, 2, 3, 4]);
  });

  it('exclude the undone change and its undo, however far back', () => {
    expect(standing(granted, added, repriced, renamed, undo(renamed))).toEqual([1, 2, 3]);
    expect(standing(granted, added, repriced, renamed, undo(renamed), undo(repriced))).toEqual([
      1, 2,
    ]);
    expect(
      standing(granted, added, repriced, renamed, undo(renamed), undo(repriced), undo(added)),
    ).toEqual([1]);
  });

  it('include a change made again after its undo, and later ones', () => {
    expect(standing(granted, added, repriced, undo(repriced), repriced)).toEqual([1, 2, 5]);
    expect(standing(granted, added, undo(added), renamed)).toEqual([1, 4]);
  });

  it('include the undo of an earlier change than the newest', () => {
    expect(standing(granted, added, repriced, renamed, undo(repriced))).toEqual([1, 2, 3, 4, 5]);
  });

  it.each<[string, LicenseChange, LicenseChange]>([
    ['offers in another order', added, { kind: 'offers-withdrawn', offers: [summer, spring] }],
    [
      'devices in another order',
      renamed,
      {
        kind: 'license-amended',
        before: {
          ...details,
          name: 'Renamed',
          terms: { ...details.terms, devices: ['mobile', 'tv'] },
        },
        after: details,
      },
    ],
  ])('recognize an undo with %s', (_what, change, back) => {
    expect(standing(granted, change, back)).toEqual([1]);
  });

  it.each<[string, LicenseChange, LicenseChange]>([
    ['a part of the offers', added, { kind: 'offers-withdrawn', offers: [spring] }],
    ['another price', repriced, { ...repriced, before: cheaper, after: summer }],
    ['the same change again', repriced, repriced],
  ])('do not treat %s as an undo', (_what, change, other) => {
    expect(standing(granted, change, other)).toEqual([1, 2, 3]);
  });
});
