import { describe, expect, it } from 'vitest';
import type { LicenseIntent } from '../../../../../src/service/license/conflict-explanation';
import { OfferOverlap } from '../../../../../src/domain/license/license-errors';
import { InvalidLength } from '../../../../../src/domain/license/offer';
import { EmptyLadder } from '../../../../../src/domain/price-plan/ladder';
import { alternativesFor } from '../../../../../src/service/license/conflict-explanation';
import { generateOffers } from '../../../../../src/service/license/generate-offers';
import { days, someDetails } from '../../../../builders/license-builders';
import { refusalFrom } from '../../../../builders/refusal';
import { givenLicense } from '../../given';
import { march, may, june, others, explainedIntent, generation } from './support-conflict';

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

  it('of a ladder with an open last step ends with the license as it is now', async () => {
    const given = await givenLicense();
    await others.amend(given, someDetails({ terms: { window: days('2026-01-01', '2026-10-31') } }));
    const steps = [
      { name: june.name, prices: june.prices, months: 1 },
      { name: march.name, prices: march.prices, days: null },
    ];
    const ladderFrom = (start: string): LicenseIntent => ({
      kind: 'generate',
      plan: { kind: 'ladder', start, steps, devices: ['tv'] },
    });

    const fits = await explainedIntent(given, 1, ladderFrom('2026-05-20'));
    const late = await explainedIntent(given, 1, ladderFrom('2026-10-01'));

    expect([fits.verdict, fits.ways.map(({ label }) => label)]).toEqual([
      'legal',
      ['20 May – 31 Oct 2026, 165 days'],
    ]);
    expect([late.verdict, late.reason]).toEqual([
      'refused',
      'The last step would begin on 1 Nov 2026, but the license ends on 31 Oct 2026.',
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

function ladderOf(steps: []): LicenseIntent {
  return {
    kind: 'generate',
    plan: { kind: 'ladder', start: '2026-05-20', steps, devices: ['tv'] },
  };
}
