import { describe, expect, it } from 'vitest';
import type { StoredLicense } from '../../../../src/domain/consistency/license-consistency';
import type { LicenseChange } from '../../../../src/domain/license/license-change';
import type { OfferData } from '../../../../src/domain/license/offer';
import { findingsInLicense } from '../../../../src/domain/consistency/license-consistency';
import { replay } from '../../../../src/domain/license/license-change';
import { anId, anOfferData, days, prices, someDetails } from '../../../builders/license-builders';
import { onePrice } from '../../../../src/domain/license/price-list';
import { ID, lines } from './support-stories';

const DETAILS = someDetails();
const MARCH = anOfferData({ window: days('2026-03-01', '2026-03-31') });
const MAY = anOfferData({ window: days('2026-05-01', '2026-05-31') });
const CHEAPER = { ...MARCH, prices: prices('1.99') };
const NOTED = { ...DETAILS, notes: 'Signed.' };

const STORY: readonly LicenseChange[] = [
  { kind: 'license-granted', details: DETAILS },
  { kind: 'offers-generated', offers: [MARCH, MAY] },
  { kind: 'offer-replaced', before: MARCH, after: CHEAPER },
  { kind: 'license-amended', before: DETAILS, after: NOTED },
  { kind: 'offers-withdrawn', offers: [MAY] },
];

/** A consistent stored license: the state follows from its history. */
function aStoredLicense(
  parts: Partial<StoredLicense> = {},
  story: readonly LicenseChange[] = STORY,
): StoredLicense {
  const history = lines(story);
  return { id: ID, version: history.length, ...replay(story), history, ...parts };
}

function problemsOf(stored: StoredLicense): string[] {
  return findingsInLicense(stored).map(({ problem }) => problem);
}

/** A granted license with these offers, legal or not. */
function holding(...offers: OfferData[]): StoredLicense {
  return aStoredLicense({}, [
    { kind: 'license-granted', details: DETAILS },
    ...offers.map((offer): LicenseChange => ({ kind: 'offers-generated', offers: [offer] })),
  ]);
}

describe('a stored license', () => {
  it('whose history leads to its state has no findings', () => {
    expect(findingsInLicense(aStoredLicense())).toEqual([]);
  });

  it('that was granted with offers has no findings, unless they overlap', () => {
    const granting = (...offers: OfferData[]): LicenseChange => ({
      ...{ kind: 'license-granted', details: DETAILS, offers },
    });

    expect(findingsInLicense(aStoredLicense({}, [granting(MARCH, MAY)]))).toEqual([]);
    expect(problemsOf(aStoredLicense({}, [granting(MARCH, MARCH)]))).toEqual(['change-misplaced']);
  });

  it('without one of its history entries has a missing version', () => {
    const { history } = aStoredLicense();
    const [first, second, , ...rest] = history;
    const holed = [first, second, ...rest].filter((line) => line !== undefined);
    const found = findingsInLicense(aStoredLicense({ history: holed }));
    expect(found).toContainEqual({
      aggregate: 'license',
      id: ID,
      problem: 'version-missing',
      words: 'version 3 has no line of history',
    });
    expect(found.map(({ problem }) => problem)).toContain('version-differs');
  });

  it('with two history entries of one version has a repeated version', () => {
    const { history } = aStoredLicense();
    const twice = history.flatMap((line) =>
      line.version === 4 ? [line, { ...line, key: anId() }] : [line],
    );
    expect(problemsOf(aStoredLicense({ history: twice }))).toContain('version-repeated');
  });

  it('at another version than its history is reported', () => {
    expect(problemsOf(aStoredLicense({ version: 6 }))).toEqual(['version-differs']);
    expect(problemsOf(aStoredLicense({ version: 4 }))).toEqual(['version-differs']);
  });

  it('with a change without a command, or with another stored result, is reported', () => {
    const { history } = aStoredLicense();
    const answering = (answered: number | null) =>
      history.map((line) => (line.version === 2 ? { ...line, answered } : line));
    expect(problemsOf(aStoredLicense({ history: answering(null) }))).toEqual(['command-missing']);
    expect(problemsOf(aStoredLicense({ history: answering(3) }))).toEqual(['answer-differs']);
  });

  it('with two changes of one command is reported', () => {
    const history = aStoredLicense().history.map((line) => ({ ...line, key: ID }));
    expect(problemsOf(aStoredLicense({ history }))).toContain('command-repeated');
  });

  it('that lost an offer, or has one that was never generated, is reported', () => {
    expect(problemsOf(aStoredLicense({ offers: [] }))).toEqual(['state-differs']);
    expect(problemsOf(aStoredLicense({ offers: [CHEAPER, MAY] }))).toEqual(['state-differs']);
  });

  it('whose details differ from its history is reported', () => {
    expect(problemsOf(aStoredLicense({ details: DETAILS }))).toEqual(['state-differs']);
  });

  it('whose history removes a missing offer is reported', () => {
    const misplaced: LicenseChange[][] = [
      [{ kind: 'offers-withdrawn', offers: [MARCH] }],
      [{ kind: 'offer-replaced', before: MARCH, after: CHEAPER }],
      [{ kind: 'license-amended', before: NOTED, after: DETAILS }],
      [
        { kind: 'offers-generated', offers: [MARCH] },
        { kind: 'offers-generated', offers: [CHEAPER] },
      ],
    ];
    for (const changes of misplaced) {
      const story: LicenseChange[] = [{ kind: 'license-granted', details: DETAILS }, ...changes];
      expect(problemsOf(aStoredLicense({}, story))).toEqual(['change-misplaced']);
    }
  });

  it('whose history does not begin with its grant cannot be replayed', () => {
    const history = lines(STORY.slice(1));
    expect(problemsOf(aStoredLicense({ history, version: 4 }))).toContain('state-differs');
  });

  it('with overlapping offers is reported, even with a third in between; touching is legal', () => {
    const quarter = anOfferData({ window: days('2026-01-01', '2026-03-31') });
    const february = anOfferData({ window: days('2026-02-01', '2026-02-10') });
    const march = anOfferData({ window: days('2026-03-31', '2026-04-10') });
    const april = anOfferData({ window: days('2026-04-01', '2026-04-10') });
    expect(problemsOf(holding(quarter, february, march))).toEqual([
      'offers-overlap',
      'offers-overlap',
    ]);
    expect(problemsOf(holding(quarter, april))).toEqual([]);
  });

  it('with an open offer overlaps all later ones', () => {
    const open = { ...MARCH, window: days('2026-03-01', null) };
    const details = someDetails({ terms: { window: days('2026-01-01', null) } });
    const story: LicenseChange[] = [
      { kind: 'license-granted', details },
      { kind: 'offers-generated', offers: [open] },
      { kind: 'offers-generated', offers: [MAY] },
    ];
    expect(problemsOf(aStoredLicense({}, story))).toEqual(['offers-overlap']);
  });

  it('with an offer outside its window is reported, on either side and with an open offer', () => {
    const windows = [
      days('2025-12-31', '2026-01-10'),
      days('2026-12-31', '2027-01-01'),
      days('2026-12-01', null),
    ];
    for (const window of windows)
      expect(problemsOf(holding(anOfferData({ window })))).toEqual(['offer-outside']);
    expect(problemsOf(holding(anOfferData({ window: days('2026-01-01', '2026-12-31') })))).toEqual(
      [],
    );
  });

  it('with an offer to uncovered devices is reported', () => {
    expect(problemsOf(holding({ ...MARCH, devices: ['tv', 'console'] }))).toEqual([
      'offer-devices',
    ]);
  });

  it('with values the domain would not have created is reported', () => {
    const invalid: Partial<OfferData>[] = [
      { name: '' },
      { name: ' padded ' },
      { prices: onePrice({ minor: -1, currency: 'USD' }) },
      { prices: onePrice({ minor: 1, currency: 'XXX' }) },
      { devices: ['computer', 'tv'] },
      { window: { startsOn: '2026-03-31', endsOn: '2026-03-01' } },
    ];
    for (const parts of invalid)
      expect(problemsOf(holding({ ...MARCH, ...parts }))).toEqual(['invalid-value']);
    const details = { ...NOTED, terms: { ...NOTED.terms, territories: ['#999'] } };
    expect(problemsOf(aStoredLicense({ details }))).toContain('invalid-value');
  });
});
