import { describe, expect, it } from 'vitest';
import type { Answers } from '../../../src/domain/consistency/answer-consistency';
import type { StoredContract } from '../../../src/domain/consistency/contract-consistency';
import type { StoredLicense } from '../../../src/domain/consistency/license-consistency';
import type { ContractChange } from '../../../src/domain/contract/contract';
import type { LicenseChange } from '../../../src/domain/license/license-change';
import type { OfferData } from '../../../src/domain/license/offer';
import { findingsInAnswers } from '../../../src/domain/consistency/answer-consistency';
import type { PriceTableChange } from '../../../src/domain/price-table/price-table-change';
import type { StoredPriceTable } from '../../../src/domain/consistency/price-table-consistency';
import { findingsInPriceTable } from '../../../src/domain/consistency/price-table-consistency';
import { anEdit } from '../../builders/price-table-builders';
import { findingsInContract } from '../../../src/domain/consistency/contract-consistency';
import { findingsInLicense } from '../../../src/domain/consistency/license-consistency';
import { replay } from '../../../src/domain/license/license-change';
import { contractDetails } from '../../builders/command-builders';
import { anId, anOfferData, days, prices, someDetails } from '../../builders/license-builders';
import { onePrice } from '../../../src/domain/license/price-list';

const ID = anId();
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

function lines<Change>(story: readonly Change[]) {
  return story.map((change, index) => ({
    version: index + 1,
    change,
    key: anId(),
    answered: index + 1,
  }));
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

describe('a stored contract', () => {
  const first = contractDetails();
  const second = contractDetails();
  const story: readonly ContractChange[] = [
    { kind: 'contract-recorded', details: first },
    { kind: 'contract-corrected', before: first, after: second },
  ];
  const stored = (parts: Partial<StoredContract> = {}): StoredContract => ({
    ...{ id: ID, version: 2, details: second, history: lines(story) },
    ...{ closing: null, licensesInUse: 0 },
    ...parts,
  });
  const problems = (contract: StoredContract) =>
    findingsInContract(contract).map(({ aggregate, problem }) => `${aggregate} ${problem}`);

  it('whose history leads to its details has no findings', () => {
    expect(findingsInContract(stored())).toEqual([]);
  });

  it('whose versions or details differ from its history is reported', () => {
    expect(problems(stored({ version: 3 }))).toEqual(['contract version-differs']);
    expect(problems(stored({ details: first }))).toEqual(['contract state-differs']);
    expect(problems(stored({ history: lines(story.slice(1)), version: 1 }))).toEqual([
      'contract change-misplaced',
    ]);
    expect(problems(stored({ history: [], version: 1 }))).toEqual([
      'contract version-differs',
      'contract state-differs',
    ]);
  });

  it('that is void has a history of that, and no license in use', () => {
    const closing = { kind: 'void', reason: 'A mistake', licenses: [] } as const;
    const closed = { kind: 'contract-closed', closing } as const;
    const back = { kind: 'contract-reopened', closing, licenses: [] } as const;
    const correction = { kind: 'contract-corrected', before: second, after: first } as const;
    const told = (changes: readonly ContractChange[], parts: Partial<StoredContract> = {}) => {
      const history = lines([...story, ...changes]);
      return problems(stored({ version: history.length, history, ...parts }));
    };

    expect(told([closed], { closing })).toEqual([]);
    expect(told([closed, back, closed], { closing })).toEqual([]);
    expect(told([closed], { closing, licensesInUse: 1 })).toEqual(['contract void-with-licenses']);
    expect(told([], { licensesInUse: 1 })).toEqual([]);
    expect(told([closed])).toEqual(['contract state-differs']);
    expect(told([closed, back], { closing })).toEqual(['contract state-differs']);
    expect(told([closed, closed], { closing })).toEqual(['contract change-misplaced']);
    expect(told([back])).toEqual(['contract change-misplaced']);
    expect(told([closed, correction], { closing, details: first })).toEqual([
      'contract change-misplaced',
    ]);
    const other = { ...closing, reason: 'Another one' };
    expect(told([closed, { ...back, closing: other }])).toEqual(['contract change-misplaced']);
    expect(told([closed], { closing: other })).toEqual(['contract state-differs']);
  });

  it('with details the domain would not have created is reported', () => {
    const details = { ...second, signedOn: '2026-02-30' };
    expect(problems(stored({ details }))).toContain('contract invalid-value');
  });
});

describe('a stored price table', () => {
  const story: readonly PriceTableChange[] = [
    { kind: 'price-table-recorded', studio: 'Halcyon', prices: [anEdit()] },
    { kind: 'prices-changed', prices: [{ ...anEdit({ price: 1699 }), before: 1499 }] },
  ];
  const stored = (parts: Partial<StoredPriceTable> = {}): StoredPriceTable => ({
    ...{ id: ID, version: 2, studio: 'Halcyon', history: lines(story) },
    prices: [{ ...anEdit(), price: 1699 }],
    ...parts,
  });
  const problems = (parts: Partial<StoredPriceTable>) =>
    findingsInPriceTable(stored(parts)).map(({ problem }) => problem);

  it('whose history leads to its prices has no findings', () => {
    expect(findingsInPriceTable(stored())).toEqual([]);
  });

  it('whose versions or prices differ from its history is reported', () => {
    expect(problems({ version: 3 })).toEqual(['version-differs']);
    expect(problems({ prices: [] })).toEqual(['state-differs']);
    expect(problems({ history: lines(story.slice(1)), version: 1 })).toEqual([
      'change-misplaced',
      'change-misplaced',
    ]);
  });

  it('with a price that the domain would not have made is reported', () => {
    const prices = [{ ...anEdit({ currency: 'XXX' }), price: 1699 }];
    expect(problems({ prices })).toContain('invalid-value');
  });
});

describe('an acknowledged change', () => {
  const key = anId();
  const told = { key, id: ID, version: 2, kind: 'offers-generated' } as const;
  const problems = (answers: Partial<Answers>, recorded: Parameters<typeof findingsInAnswers>[1]) =>
    findingsInAnswers({ accepted: [], refused: [], ...answers }, recorded).map(
      ({ problem }) => problem,
    );

  it('has no findings when it is stored', () => {
    expect(problems({ accepted: [told], refused: [anId()] }, [told])).toEqual([]);
    expect(problems({ accepted: [{ ...told, kind: null }] }, [told])).toEqual([]);
  });

  it('is missing when it is not stored', () => {
    expect(problems({ accepted: [told] }, [])).toEqual(['acknowledged-missing']);
  });

  it('differs when another change is stored', () => {
    for (const other of [{ id: anId() }, { version: 3 }, { kind: 'offers-withdrawn' }])
      expect(problems({ accepted: [told] }, [{ ...told, ...other }])).toEqual([
        'acknowledged-differs',
      ]);
  });

  it('is repeated when it is stored twice', () => {
    expect(problems({ accepted: [told] }, [told, { ...told, version: 3 }])).toEqual([
      'command-repeated',
    ]);
  });

  it('is present although it was refused', () => {
    expect(problems({ refused: [key] }, [told])).toEqual(['refused-present']);
  });
});
