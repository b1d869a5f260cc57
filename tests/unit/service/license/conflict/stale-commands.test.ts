import { describe, expect, it } from 'vitest';
import type { ProposedChange } from '../../../../../src/domain/license/license-change';
import type { OfferData } from '../../../../../src/domain/license/offer';
import type { Given } from '../../given';
import { explainConflict } from '../../../../../src/service/license/conflict-explanation';
import { NotFound } from '../../../../../src/service/errors';
import { anId, days, prices } from '../../../../builders/license-builders';
import { refusalFrom } from '../../../../builders/refusal';
import { FakeLicenseViews } from '../../../../fakes/fake-license-views';
import { givenLicense } from '../../given';
import { march, may, june, others, explainedIntent, generation } from './support-conflict';

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

function explained(given: Given, version: number, change: ProposedChange) {
  return explainedIntent(given, version, { kind: 'change', change });
}

function replacement(before: OfferData, after: OfferData) {
  return { kind: 'offer-replaced', before, after } as const;
}
