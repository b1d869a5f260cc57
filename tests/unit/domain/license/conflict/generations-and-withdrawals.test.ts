import { describe, expect, it } from 'vitest';
import type { OfferData } from '../../../../../src/domain/license/offer';
import { judge } from '../../../../../src/domain/license/conflict';
import {
  DevicesNotLicensed,
  OfferOutsideLicense,
  OfferOverlap,
} from '../../../../../src/domain/license/license-errors';
import { anOfferData, days, prices } from '../../../../builders/license-builders';
import {
  details,
  january,
  march,
  may,
  generation,
  withdrawal,
  replacement,
  amendment,
  withTerms,
  stateOf,
  verdictOn,
  refused,
  windowsOf,
} from './support-conflict';

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
