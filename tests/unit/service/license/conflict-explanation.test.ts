import { describe, expect, it } from 'vitest';
import type { ProposedChange } from '../../../../src/domain/license/license-change';
import type { LicenseDetailsData } from '../../../../src/domain/license/license-details';
import type { OfferData } from '../../../../src/domain/license/offer';
import type { LicenseIntent } from '../../../../src/service/license/conflict-explanation';
import type { Given } from '../given';
import { actor } from '../../../../src/domain/people/actor';
import { OfferOverlap } from '../../../../src/domain/license/license-errors';
import { EmptyLadder, InvalidLength } from '../../../../src/domain/license/offer';
import {
  explainConflict,
  alternativesFor,
} from '../../../../src/service/license/conflict-explanation';
import type { LicenseClosingPlan } from '../../../../src/domain/closing';
import { closeLicense } from '../../../../src/service/license/close-license';
import { NotFound } from '../../../../src/service/errors';
import {
  amendLicense,
  replaceOffer,
  withdrawOffers,
} from '../../../../src/service/license/license-service';
import { generateOffers } from '../../../../src/service/license/generate-offers';
import { anId, anOfferData, days, prices } from '../../../builders/license-builders';
import { refusalFrom } from '../../../builders/refusal';
import { FakeLicenseViews } from '../../../fakes/fake-license-views';
import { givenLicense } from '../given';

const march = anOfferData({ name: 'MAR', window: days('2026-03-01', '2026-03-31') });
const may = anOfferData({ name: 'MAY', window: days('2026-05-01', '2026-05-31') });
const june = anOfferData({ name: 'JUN', window: days('2026-06-01', '2026-06-30') });

describe('the explanation of a stale command', () => {
  it('says what happened since, by whom and when, in order', async () => {
    const given = await givenLicense({ offers: [march] });
    await others.generate(given, may);
    await others.withdraw(given, may);

    const { since, madeAgainst, latestVersion } = await explained(given, 2, generation(june));

    expect([madeAgainst, latestVersion]).toEqual([2, 4]);
    expect(since).toEqual([
      expect.objectContaining({
        version: 3,
        actor: 'Otto',
        at: '2026-07-08T09:10:11.000Z',
        words: 'Added MAY, $4.99, 1 – 31 May 2026',
      }),
      expect.objectContaining({ version: 4, words: 'Withdrew MAY, $4.99, 1 – 31 May 2026' }),
    ]);
  });

  it('offers the change itself where it is still legal', async () => {
    const given = await givenLicense({ offers: [march] });
    await others.generate(given, may);

    const { verdict, ways, reason } = await explained(given, 2, generation(june));

    expect([verdict, reason]).toEqual(['legal', null]);
    expect(ways).toEqual([{ label: '1 – 30 Jun 2026, 30 days', change: generation(june) }]);
  });

  it('offers the nearest places where it is not, with the rule’s words', async () => {
    const given = await givenLicense({ offers: [march] });
    await others.generate(given, may);

    const { verdict, ways, reason } = await explained(
      given,
      2,
      generation({ ...may, name: 'SALE' }),
    );

    expect([verdict, reason]).toEqual([
      'refused',
      'SALE overlaps MAY by 31 days (1 – 31 May 2026).',
    ]);
    expect(ways.map(({ label }) => label)).toEqual([
      '1 Jun – 1 Jul 2026, 31 days',
      '29 Jan – 28 Feb 2026, 31 days',
    ]);
  });

  it('offers nothing where it is settled', async () => {
    const given = await givenLicense({ offers: [march] });
    await others.generate(given, may);

    const { verdict, ways } = await explained(given, 2, generation(may));

    expect([verdict, ways]).toEqual(['settled', []]);
  });

  it('offers to make an offer anew that is gone', async () => {
    const given = await givenLicense({ offers: [march] });
    await others.withdraw(given, march);
    const mine = { ...march, prices: prices('1') };

    const { verdict, ways } = await explained(given, 2, replacement(march, mine));

    expect(verdict).toBe('gone');
    expect(ways.map(({ change }) => change)).toEqual([generation(mine)]);
  });

  it('says that the license was closed, with the offers that went with it', async () => {
    const given = await givenLicense({ offers: [march, may, june] });
    const mine = { ...june, prices: prices('1') };
    await others.close(given, { kind: 'ended', lastDay: '2026-05-15', reason: 'Terminated' });

    const gone = await explained(given, 2, replacement(june, mine));

    expect([gone.verdict, gone.reason]).toEqual([
      ...['gone', 'The license is closed. Ended after 15 May 2026: Terminated.'],
    ]);
    const beside = await explained(given, 2, replacement(march, { ...march, name: 'SPRING' }));
    expect(beside.reason).toBeNull();
    expect(
      beside.rows.flatMap(({ field, label, theirs }) =>
        field === 'other' ? [[label, theirs]] : [],
      ),
    ).toEqual([
      ['License', expect.stringContaining('15 May 2026')],
      ['Cut', 'MAY, $4.99, 1 – 15 May 2026'],
      ['Withdrawn', 'JUN, $4.99, 1 – 30 Jun 2026'],
    ]);
  });

  it('says that the license is void, and offers nothing', async () => {
    const given = await givenLicense({ offers: [march] });
    await others.close(given, { kind: 'void', reason: 'Recorded twice' });

    const { verdict, reason, ways } = await explained(
      given,
      2,
      replacement(march, { ...march, name: 'SPRING' }),
    );

    expect([verdict, reason, ways]).toEqual([
      ...['gone', 'The license is void: Recorded twice.', []],
    ]);
  });

  it('shows a dispute both ways', async () => {
    const given = await givenLicense({ offers: [march] });
    const [mine, theirs] = [
      { ...march, prices: prices('1') },
      { ...march, prices: prices('2') },
    ];
    await others.replace(given, march, theirs);

    const { verdict, dispute, ways } = await explained(given, 2, replacement(march, mine));

    expect([verdict, ways]).toEqual(['disputed', []]);
    expect(dispute).toEqual({
      fields: ['prices'],
      yours: replacement(theirs, mine),
      theirs: replacement(theirs, theirs),
    });
  });

  it('compares what was, what is wanted, what is, and what would be', async () => {
    const given = await givenLicense({ offers: [march] });
    await others.replace(given, march, { ...march, prices: prices('2') });
    await others.generate(given, may);
    const mine = { ...march, window: days('2026-03-01', '2026-04-15') };

    const { rows } = await explained(given, 2, replacement(march, mine));

    expect(rows).toEqual([
      expect.objectContaining({ field: 'name', label: 'Offer', before: 'MAR', result: 'MAR' }),
      {
        field: 'prices',
        label: 'Price',
        before: '$4.99',
        yours: null,
        theirs: '$2.00',
        result: '$2.00',
        origin: 'theirs',
      },
      {
        field: 'lastDay',
        label: 'Last day',
        before: '31 Mar 2026',
        yours: '15 Apr 2026',
        theirs: null,
        result: '15 Apr 2026',
        origin: 'yours',
      },
      expect.objectContaining({ field: 'other', label: 'New offer', result: 'kept' }),
    ]);
  });

  it('leaves the result of a field open while it is in dispute', async () => {
    const given = await givenLicense();
    await others.amend(given, { ...given.stored.details, name: 'THEIRS' });
    const base = given.unitOfWork.contents.history.at(-2)?.change;
    if (base?.kind !== 'license-granted') throw new Error('It was not granted.');

    const { rows } = await explained(given, 1, {
      kind: 'license-amended',
      before: base.details,
      after: { ...base.details, name: 'MINE', notes: 'mine' },
    });

    expect(rows.map(({ field, yours, theirs, result }) => [field, yours, theirs, result])).toEqual([
      ['name', 'MINE', 'THEIRS', null],
      ['notes', 'mine', null, 'mine'],
    ]);
  });

  it('draws what is wanted, what is, and what would be', async () => {
    const given = await givenLicense({ offers: [march] });
    await others.generate(given, may);

    const { strips } = await explained(given, 2, generation(june));

    const marks = (strip: typeof strips.yours) => strip.map(({ name, mark }) => [name, mark]);
    expect(marks(strips.yours)).toEqual([
      ['MAR', null],
      ['JUN', 'yours'],
    ]);
    expect(marks(strips.theirs)).toEqual([
      ['MAR', null],
      ['MAY', 'theirs'],
    ]);
    expect(marks(strips.result)).toEqual([
      ['MAR', null],
      ['MAY', null],
      ['JUN', 'yours'],
    ]);
  });

  it('is not to be had for a license that does not exist', async () => {
    const given = await givenLicense();
    const elsewhere = explainConflict(
      anId(),
      1,
      { kind: 'change', change: generation(june) },
      new FakeLicenseViews(given.unitOfWork),
    );

    await refusalFrom(NotFound, elsewhere);
  });
});

describe('the explanation of a stale generation', () => {
  const { name, prices: list, devices } = june;
  const firstFree = (length: number, onOrAfter: string): LicenseIntent => ({
    kind: 'generate',
    plan: {
      kind: 'first-free',
      offer: { name, prices: list, devices },
      days: length,
      onOrAfter,
    },
  });

  it('in the first free slot finds the one that is the first now', async () => {
    const given = await givenLicense({ offers: [march] });
    await others.generate(given, { ...may, window: days('2026-04-01', '2026-05-31') });

    const { verdict, ways } = await explainedIntent(given, 2, firstFree(30, '2026-03-01'));

    expect([verdict, ways.map(({ label }) => label)]).toEqual([
      'legal',
      ['1 – 30 Jun 2026, 30 days'],
    ]);
  });

  it('in the first free slot is refused when there is none any more', async () => {
    const given = await givenLicense();
    await others.generate(given, { ...may, window: days('2026-02-01', '2026-12-31') });

    const { verdict, ways } = await explainedIntent(given, 1, firstFree(32, '2026-01-01'));

    expect([verdict, ways]).toEqual(['refused', []]);
  });

  it('of a price ladder moves the whole run', async () => {
    const given = await givenLicense();
    await others.generate(given, may);
    const steps = [june, march].map((one) => ({ name: one.name, prices: one.prices, days: 20 }));

    const { verdict, ways } = await explainedIntent(given, 1, {
      kind: 'generate',
      plan: { kind: 'ladder', start: '2026-05-20', steps, devices: ['tv'] },
    });

    expect([verdict, ways.map(({ label }) => label)]).toEqual([
      'refused',
      ['1 Jun – 10 Jul 2026, 40 days', '22 Mar – 30 Apr 2026, 40 days'],
    ]);
  });

  it.each([
    ['an empty ladder', ladderOf([]), EmptyLadder],
    ['a length that none can have', firstFree(0, '2026-01-01'), InvalidLength],
  ])('is refused for what it breaks by itself: %s', async (_what, intent, expected) => {
    const given = await givenLicense();

    await refusalFrom<Error>(expected, explainedIntent(given, 1, intent));
  });
});

describe('the explanation of a stale undo', () => {
  it('offers to take back what was meant, though it is no longer the newest change', async () => {
    const given = await givenLicense({ offers: [march] });
    await others.generate(given, may);

    const { verdict, since, ways } = await explainedIntent(given, 2, { kind: 'undo' });

    expect(verdict).toBe('legal');
    expect(since.map(({ version }) => version)).toEqual([3]);
    expect(ways.map(({ change }) => change)).toEqual([
      { kind: 'offers-withdrawn', offers: [march] },
    ]);
  });

  it('is settled when somebody has taken it back', async () => {
    const given = await givenLicense({ offers: [march] });
    await others.withdraw(given, march);

    const { verdict } = await explainedIntent(given, 2, { kind: 'undo' });

    expect(verdict).toBe('settled');
  });

  it('means an earlier change where that was to be undone, and tells only what came after', async () => {
    const given = await givenLicense({ offers: [march] });
    await others.generate(given, may);
    await others.withdraw(given, may);
    await others.generate(given, june);

    const intent = { kind: 'undo', undoes: 2 } as const;
    const { verdict, since, ways } = await explainedIntent(given, 4, intent);

    expect(verdict).toBe('legal');
    expect(since.map(({ version }) => version)).toEqual([5]);
    expect(ways.map(({ change }) => change)).toEqual([
      { kind: 'offers-withdrawn', offers: [march] },
    ]);
  });

  it('is refused for the grant', async () => {
    const given = await givenLicense();
    await others.generate(given, march);

    const { verdict, reason, ways } = await explainedIntent(given, 1, { kind: 'undo' });

    expect([verdict, reason, ways]).toEqual([
      'refused',
      'Granting a license cannot be undone.',
      [],
    ]);
  });
});

describe('the ways out of a refusal', () => {
  it('are changes that can be applied as they are', async () => {
    const given = await givenLicense({ offers: [march] });
    const wanted = generation({ ...june, window: days('2026-03-20', '2026-04-10') });
    const refusal = await given.refusal(OfferOverlap, () =>
      generateOffers(
        { ...given.command(), plan: { kind: 'at', offers: wanted.offers } },
        given.unitOfWork,
      ),
    );

    const [first] = alternativesFor(wanted, refusal);

    expect(first?.label).toBe('1 – 10 Apr 2026, 10 days');
    expect(first?.change).toEqual(
      generation({ ...june, window: days('2026-04-01', '2026-04-10') }),
    );
  });
});

/** What other people do meanwhile. */
const others = {
  generate: (given: Given, ...offers: OfferData[]) =>
    generateOffers({ ...byOtto(given), plan: { kind: 'at', offers } }, given.unitOfWork),
  withdraw: (given: Given, ...offers: OfferData[]) =>
    withdrawOffers({ ...byOtto(given), offers }, given.unitOfWork),
  replace: (given: Given, before: OfferData, after: OfferData) =>
    replaceOffer({ ...byOtto(given), before, after }, given.unitOfWork),
  close: (given: Given, plan: LicenseClosingPlan) =>
    closeLicense({ ...byOtto(given), plan }, given.unitOfWork),
  amend: (given: Given, details: LicenseDetailsData) =>
    amendLicense({ ...byOtto(given), details }, given.unitOfWork),
};

function byOtto(given: Given) {
  return { ...given.command(), actor: actor('Otto'), at: '2026-07-08T09:10:11.000Z' };
}

function explained(given: Given, version: number, change: ProposedChange) {
  return explainedIntent(given, version, { kind: 'change', change });
}

function explainedIntent(given: Given, version: number, intent: LicenseIntent) {
  const views = new FakeLicenseViews(given.unitOfWork);
  return explainConflict(given.licenseId, version, intent, views);
}

function generation(...offers: OfferData[]) {
  return { kind: 'offers-generated', offers } as const;
}

function replacement(before: OfferData, after: OfferData) {
  return { kind: 'offer-replaced', before, after } as const;
}

function ladderOf(steps: []): LicenseIntent {
  return {
    kind: 'generate',
    plan: { kind: 'ladder', start: '2026-05-20', steps, devices: ['tv'] },
  };
}
