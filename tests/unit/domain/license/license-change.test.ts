import { describe, expect, it } from 'vitest';
import type { LicenseChange, LicenseState } from '../../../../src/domain/license/license-change';
import type { LicenseDetailsData } from '../../../../src/domain/license/license-details';
import {
  describeChange,
  inverse,
  replay,
  rewind,
} from '../../../../src/domain/license/license-change';
import { anOfferData, days, prices, someDetails } from '../../../builders/license-builders';

const details = someDetails({ name: 'DISNEY US', terms: { devices: ['tv', 'mobile'] } });
const renamed = { ...details, name: 'DISNEY North' };
const a = anOfferData({ name: 'A', window: days('2026-01-01', '2026-01-31') });
const b = anOfferData({ name: 'B', window: days('2026-02-01', '2026-02-28') });
const c = anOfferData({ name: 'C', window: days('2026-03-01', '2026-03-31') });
const moved = { ...a, window: days('2026-05-01', '2026-05-31') };

/** Each change with the resulting state. */
const STORY: [LicenseChange, LicenseState][] = [
  [
    { kind: 'license-granted', details },
    { details, offers: [], closing: null },
  ],
  [
    { kind: 'offers-generated', offers: [b, a] },
    { details, offers: [a, b], closing: null },
  ],
  [
    { kind: 'offer-replaced', before: a, after: moved },
    { details, offers: [b, moved], closing: null },
  ],
  [
    { kind: 'license-amended', before: details, after: renamed },
    { details: renamed, offers: [b, moved], closing: null },
  ],
  [
    { kind: 'offers-generated', offers: [c] },
    { details: renamed, offers: [b, c, moved], closing: null },
  ],
  [
    { kind: 'offers-withdrawn', offers: [moved, b] },
    { details: renamed, offers: [c], closing: null },
  ],
];
const changes = STORY.map(([change]) => change);
const states = STORY.map(([, state]) => state);
const versions = STORY.map((_, index) => index + 1);

describe('the history of a license', () => {
  it.each(versions)('replayed to version %i gives the state of that version', (version) => {
    expect(replay(changes.slice(0, version))).toEqual(states[version - 1]);
  });

  it.each(versions)(
    'rewound from the latest state to version %i gives the state of that version',
    (version) => {
      const latest = replay(changes);

      expect(rewind(latest, changes.slice(version))).toEqual(states[version - 1]);
    },
  );

  it('must begin with the grant', () => {
    expect(() => replay(changes.slice(1))).toThrow('grant');
    expect(() => replay([])).toThrow('grant');
  });

  it('must have one grant', () => {
    const [granted] = changes;

    expect(() => replay(granted === undefined ? [] : [granted, granted])).toThrow('once');
  });

  it('keeps an offer that begins on a day from which another moved away', () => {
    const swap: LicenseChange[] = [
      { kind: 'license-granted', details },
      { kind: 'offers-generated', offers: [a] },
      { kind: 'offers-withdrawn', offers: [a] },
      { kind: 'offers-generated', offers: [{ ...a, name: 'Other' }] },
    ];

    expect(replay(swap).offers).toEqual([{ ...a, name: 'Other' }]);
  });
});

describe('a license that was granted with offers', () => {
  const granted: LicenseChange = { kind: 'license-granted', details, offers: [b, a] };

  it('has them from version 1 on, in date order', () => {
    expect(replay([granted])).toEqual({ details, offers: [a, b], closing: null });
    expect(replay([granted, { kind: 'offers-withdrawn', offers: [a] }]).offers).toEqual([b]);
  });

  it('is described with three of them', () => {
    const called = (name: string) => ({ ...a, name });
    const words = (...names: string[]) =>
      describeChange({ kind: 'license-granted', details, offers: names.map(called) });
    const granting = describeChange({ kind: 'license-granted', details });
    expect(words('A')).toBe(`${granting}, with 1 offer: A`);
    expect(words('A', 'B', 'C', 'D')).toBe(`${granting}, with 4 offers: A, B, C and 1 more`);
  });
});

describe('the inverse of a change', () => {
  it('reverts it', () => {
    const later = STORY.slice(1);

    for (const [index, [change, after]] of later.entries()) {
      const back = inverse(change);
      expect(rewind(after, [change])).toEqual(states[index]);
      expect(back === null ? null : inverse(back)).toEqual(change);
    }
  });

  it('does not exist for the grant', () => {
    expect(inverse({ kind: 'license-granted', details })).toBeNull();
  });
});

describe('the description of a change', () => {
  const offer = anOfferData({
    name: 'DSC',
    prices: prices('9.99'),
    window: days('2021-01-01', '2021-12-31'),
  });
  const of = (name: string) => ({ ...offer, name });
  const amendedTo = (part: Partial<LicenseDetailsData>): LicenseChange => ({
    kind: 'license-amended',
    before: details,
    after: { ...details, ...part },
  });
  const termsWith = (part: object) => ({ terms: { ...details.terms, ...part } });
  const replacedBy = (part: object): LicenseChange => ({
    kind: 'offer-replaced',
    before: offer,
    after: { ...offer, ...part },
  });

  it.each<[string, LicenseChange]>([
    ['License granted, 1 Jan – 31 Dec 2026', { kind: 'license-granted', details }],
    [
      'License granted, From 1 Mar 2026',
      {
        kind: 'license-granted',
        details: { ...details, ...termsWith({ window: days('2026-03-01', null) }) },
      },
    ],
    ['Added DSC, $9.99, 1 Jan – 31 Dec 2021', { kind: 'offers-generated', offers: [offer] }],
    ['Price ladder: 2 offers, A and B', { kind: 'offers-generated', offers: [of('A'), of('B')] }],
    [
      'Price ladder: 5 offers, A, B, C and 2 more',
      { kind: 'offers-generated', offers: ['A', 'B', 'C', 'D', 'E'].map(of) },
    ],
    ['Withdrew DSC, $9.99, 1 Jan – 31 Dec 2021', { kind: 'offers-withdrawn', offers: [offer] }],
    [
      'Withdrew: 3 offers, A, B and C',
      { kind: 'offers-withdrawn', offers: ['A', 'B', 'C'].map(of) },
    ],
    ['DSC: renamed PREM', replacedBy({ name: 'PREM' })],
    ['DSC: $9.99 → $4.99', replacedBy({ prices: prices('4.99') })],
    [
      'DSC: 1 Jan – 31 Dec 2021 → From 1 Jan 2021',
      replacedBy({ window: days('2021-01-01', null) }),
    ],
    ['DSC: + mobile and − TV', replacedBy({ devices: ['mobile'] })],
    [
      'DSC: renamed X, $9.99 → $0.00 and + set-top box',
      replacedBy({ name: 'X', prices: prices('0'), devices: ['tv', 'set-top-box'] }),
    ],
    ['Amended name → Other', amendedTo({ name: 'Other' })],
    ['Amended rights type SVOD → AVOD', amendedTo(termsWith({ rightsType: 'AVOD' }))],
    [
      'Amended territories + AT and DE and territories − CA',
      amendedTo(termsWith({ territories: ['AT', 'DE', 'US'] })),
    ],
    ['Amended devices − mobile', amendedTo(termsWith({ devices: ['tv'] }))],
    [
      'Amended window 1 Jan – 31 Dec 2026 → From 1 Jan 2026',
      amendedTo(termsWith({ window: days('2026-01-01', null) })),
    ],
    ['Amended name → Other and notes', amendedTo({ name: 'Other', notes: 'x' })],
  ])('is: %s', (words, change) => {
    expect(describeChange(change)).toBe(words);
  });

  it('has at most five of many territories', () => {
    const many = ['AT', 'CA', 'CH', 'DE', 'ES', 'FR', 'IT', 'US'];

    expect(describeChange(amendedTo(termsWith({ territories: many })))).toBe(
      'Amended territories + AT, CH, DE, ES, FR and 1 more',
    );
  });
});
