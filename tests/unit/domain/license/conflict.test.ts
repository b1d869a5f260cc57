import { describe, expect, it } from 'vitest';
import type { DetailField, OfferField, Verdict } from '../../../../src/domain/license/conflict';
import type {
  LicenseChange,
  LicenseState,
  ProposedChange,
} from '../../../../src/domain/license/license-change';
import type { LicenseDetailsData } from '../../../../src/domain/license/license-details';
import type { OfferData } from '../../../../src/domain/license/offer';
import type { TermsData } from '../../../../src/domain/license/terms';
import { classify, judge, settle, successor } from '../../../../src/domain/license/conflict';
import { InvalidDateRange } from '../../../../src/domain/values/date-range';
import {
  DevicesNotLicensed,
  OfferOutsideLicense,
  OfferOverlap,
  OffersStranded,
} from '../../../../src/domain/license/license-errors';
import { inverse, rewind } from '../../../../src/domain/license/license-change';
import { anOfferData, days, prices, someDetails } from '../../../builders/license-builders';

const details = someDetails({ name: 'DISNEY US' });
const january = anOfferData({ name: 'JAN', window: days('2026-01-01', '2026-01-31') });
const march = anOfferData({ name: 'MAR', window: days('2026-03-01', '2026-03-31') });
const may = anOfferData({ name: 'MAY', window: days('2026-05-01', '2026-05-31') });

describe('a generation made against an older version', () => {
  it('is legal while its days are free', () => {
    const intent = generation(march);

    expect(verdictOn(intent, [january], [generation(may)])).toEqual({
      kind: 'legal',
      change: intent,
    });
  });

  it('is settled when somebody made the same offers', () => {
    expect(verdictOn(generation(march, may), [], [generation(march), generation(may)])).toEqual({
      kind: 'settled',
    });
  });

  it('is settled by the same offer in another spelling', () => {
    const both = { ...march, devices: ['tv', 'mobile'] };
    const spelled = { ...march, devices: ['mobile', 'tv'] };

    expect(verdictOn(generation(spelled), [], [generation(both)])).toEqual({ kind: 'settled' });
  });

  it('is refused by an offer that came, with the nearest ways out', () => {
    const inTheWay = anOfferData({ window: days('2026-03-11', '2026-03-20') });

    const verdict = refused(verdictOn(generation(march), [], [generation(inTheWay)]));

    expect(verdict.reason).toBeInstanceOf(OfferOverlap);
    expect(verdict.ways.map(windowsOf)).toEqual([
      [days('2026-03-21', '2026-03-31')],
      [days('2026-03-21', '2026-04-20')],
      [days('2026-02-08', '2026-03-10')],
    ]);
  });

  it('is refused by terms that were amended, cut to what is left of them', () => {
    const shorter = withTerms({ window: days('2026-01-01', '2026-03-15') });

    const verdict = refused(verdictOn(generation(march), [], [amendment(details, shorter)]));

    expect(verdict.reason).toBeInstanceOf(OfferOutsideLicense);
    expect(verdict.ways.map(windowsOf)).toEqual([
      [days('2026-03-01', '2026-03-15')],
      [days('2026-02-13', '2026-03-15')],
    ]);
  });

  it('is refused without a way when its devices are no longer covered', () => {
    const amended = amendment(details, withTerms({ devices: ['computer'] }));

    const verdict = refused(verdictOn(generation(march), [], [amended]));

    expect(verdict.reason).toBeInstanceOf(DevicesNotLicensed);
    expect(verdict.ways).toEqual([]);
  });

  it('has no way that another rule refuses', () => {
    const amended = amendment(
      details,
      withTerms({ devices: ['computer'], window: days('2026-01-01', '2026-03-15') }),
    );

    const verdict = refused(verdictOn(generation(march), [], [amended]));

    expect(verdict.ways).toEqual([]);
  });

  it('of a run has the run moved as a whole as its ways', () => {
    const april = anOfferData({ window: days('2026-04-01', '2026-04-30') });
    const inTheWay = anOfferData({ window: days('2026-04-10', '2026-04-10') });

    const verdict = refused(verdictOn(generation(march, april), [], [generation(inTheWay)]));

    expect(verdict.ways.map(windowsOf)).toEqual([
      [days('2026-02-08', '2026-03-10'), days('2026-03-11', '2026-04-09')],
      [days('2026-04-11', '2026-05-11'), days('2026-05-12', '2026-06-10')],
    ]);
  });

  it('of offers that overlap each other has no way', () => {
    const twice = generation(march, { ...march, name: 'AGAIN' });

    expect(refused(verdictOn(twice, [], [])).ways).toEqual([]);
  });
});

describe('a withdrawal made against an older version', () => {
  it('is legal while the offer is there', () => {
    const intent = withdrawal(march);

    expect(verdictOn(intent, [march], [generation(may)])).toEqual({
      kind: 'legal',
      change: intent,
    });
  });

  it('is settled when somebody withdrew the offer', () => {
    expect(verdictOn(withdrawal(march), [march], [withdrawal(march)])).toEqual({ kind: 'settled' });
  });

  it('is legal for what somebody made of the offer', () => {
    const changed = { ...march, prices: prices('1') };

    const verdict = verdictOn(withdrawal(march), [march], [replacement(march, changed)]);

    expect(verdict).toEqual({ kind: 'legal', change: withdrawal(changed) });
  });

  it('of several is legal for those that are still there', () => {
    const verdict = verdictOn(withdrawal(january, march), [january, march], [withdrawal(january)]);

    expect(verdict).toEqual({ kind: 'legal', change: withdrawal(march) });
  });

  it('is legal for an offer that went and came back', () => {
    const since = [withdrawal(march), generation(march)];

    const verdict = verdictOn(withdrawal(march), [march], since);

    expect(verdict).toEqual({ kind: 'legal', change: withdrawal(march) });
  });
});

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

describe('what an offer has become', () => {
  const second = { ...march, name: 'SECOND' };
  const third = { ...march, window: may.window };
  const cutShort = { ...march, window: days('2026-03-01', '2026-03-10') };

  it.each<[string, LicenseChange[], OfferData | null]>([
    ['itself when nothing happened', [], march],
    ['itself when others changed', [generation(may), withdrawal(january)], march],
    ['its replacement', [replacement(march, second)], second],
    [
      'the last of its replacements',
      [replacement(march, second), replacement(second, third)],
      third,
    ],
    [
      'itself when it was changed back',
      [replacement(march, second), replacement(second, march)],
      march,
    ],
    ['nothing when it was withdrawn', [withdrawal(january, march)], null],
    [
      'nothing when its replacement was withdrawn',
      [replacement(march, second), withdrawal(second)],
      null,
    ],
    ['itself when it came back', [withdrawal(march), generation(march)], march],
    ['nothing when another came in its place', [withdrawal(march), generation(second)], null],
    ['what its license’s end left of it', [closing(march, cutShort)], cutShort],
    ['nothing when its license ended before it', [closing(null, null, march)], null],
    [
      'itself when that end was taken back',
      [closing(march, cutShort), reopening(march, cutShort)],
      march,
    ],
    [
      'itself when it went with its license, and came back',
      [closing(null, null, march), reopening(null, null, march)],
      march,
    ],
    [
      'its replacement when that went with its license, and came back',
      [replacement(march, second), closing(null, null, second), reopening(null, null, second)],
      second,
    ],
  ])('is %s', (_what, since, expected) => {
    expect(successor(march, since)).toEqual(expected);
  });
});

/** The end of a license, which cuts an offer and withdraws others. */
function closing(
  cut: OfferData | null,
  left: OfferData | null,
  ...offers: OfferData[]
): LicenseChange & { readonly kind: 'license-closed' } {
  return {
    kind: 'license-closed',
    closing: { kind: 'ended', reason: 'Rights reverted' },
    ...{ before: days('2026-01-01', '2026-12-31'), after: days('2026-01-01', '2026-03-10') },
    replaced: cut === null || left === null ? null : { before: cut, after: left },
    offers,
  };
}

function reopening(...effect: Parameters<typeof closing>): LicenseChange {
  const back = inverse(closing(...effect));
  if (back === null) throw new Error('A closing can be taken back.');
  return back;
}

describe('a change judged on the latest version alone', () => {
  it('is settled when it changes nothing', () => {
    expect(judge(generation(), stateOf([march]))).toEqual({ kind: 'settled' });
    expect(judge(replacement(march, march), stateOf([march]))).toEqual({ kind: 'settled' });
  });

  it('throws what is no refusal', () => {
    const broken = { ...stateOf([march]), offers: [null as unknown as OfferData] };

    expect(() => judge(generation(may), broken)).toThrow(TypeError);
  });
});

function generation(...offers: OfferData[]) {
  return { kind: 'offers-generated', offers } as const;
}

function withdrawal(...offers: OfferData[]) {
  return { kind: 'offers-withdrawn', offers } as const;
}

function replacement(before: OfferData, after: OfferData) {
  return { kind: 'offer-replaced', before, after } as const;
}

function amendment(before: LicenseDetailsData, after: LicenseDetailsData) {
  return { kind: 'license-amended', before, after } as const;
}

function withTerms(terms: Partial<TermsData>): LicenseDetailsData {
  return { ...details, terms: { ...details.terms, ...terms } };
}

function windowed(first: string, last: string | null): LicenseDetailsData {
  return withTerms({ window: days(first, last) });
}

function stateOf(offers: readonly OfferData[]): LicenseState {
  return { details, offers, closing: null };
}

/** What an intent made on a license with these offers means after some changes. */
function verdictOn(
  intent: ProposedChange,
  offers: readonly OfferData[],
  since: readonly ProposedChange[],
): Verdict {
  // Rewinding the opposites of what happened, backwards, makes them happen.
  const latest = rewind(stateOf(offers), since.toReversed().map(opposite));
  return classify(intent, latest, since);
}

function opposite(change: ProposedChange): ProposedChange {
  const back = inverse(change);
  if (back === null) throw new Error('Every proposed change has an opposite.');
  return back;
}

function refused(verdict: Verdict): Extract<Verdict, { kind: 'refused' }> {
  if (verdict.kind === 'refused') return verdict;
  throw new Error(`It is ${verdict.kind}.`);
}

function windowsOf(change: ProposedChange) {
  if (change.kind === 'offers-generated') return change.offers.map(({ window }) => window);
  return change.kind === 'offer-replaced' ? [change.after.window] : [];
}
