import { describe, expect, it } from 'vitest';
import type { LicensedOffer } from '../../../../src/domain/content/clash';
import type { LicenseChange } from '../../../../src/domain/license/license-change';
import type { TermsData } from '../../../../src/domain/license/terms';
import type { Neighbor } from '../../../../src/domain/content/title-rules';
import { refOf } from '../../../../src/domain/content/clash';
import { TitlesClash, TitlesStranded } from '../../../../src/domain/content/content-errors';
import { isoDate } from '../../../../src/domain/values/date-range';
import { LicenseDetails } from '../../../../src/domain/license/license-details';
import type { Offer } from '../../../../src/domain/license/offer';
import {
  offersInQuestion,
  releaseOffers,
  requireNoTitlesClash,
} from '../../../../src/domain/content/title-rules';
import { aLicensedOffer, aTitle } from '../../../builders/content-builders';
import {
  aLicense,
  anOffer,
  anOfferData,
  days,
  someDetails,
} from '../../../builders/license-builders';
import { refusalOf } from '../../../builders/refusal';

const february = anOffer({ name: 'FEB' });
const may = anOffer({ name: 'MAY', window: days('2026-05-01', '2026-05-31') });

describe('the offers whose titles are affected by a change of their license', () => {
  it('are the replaced one, by its first day before the change', () => {
    const after = may.toData();

    const change = { kind: 'offer-replaced', before: february.toData(), after } as const;

    expect(offersInQuestion(change)).toEqual(['2026-02-01']);
  });

  it.each<[string, Partial<TermsData>, 'all' | []]>([
    ['another rights type', { rightsType: 'AVOD' }, 'all'],
    ['a territory more', { territories: ['CA', 'MX', 'US'] }, 'all'],
    ['a territory less', { territories: ['US'] }, 'all'],
    ['another window', { window: days('2026-01-01', null) }, []],
    ['devices that no offer has', { devices: ['tv', 'computer', 'mobile', 'console'] }, []],
    ['nothing but a name', {}, []],
  ])('are, for an amendment of %s, %o', (_what, terms, offers) => {
    const before = someDetails();
    const after = someDetails({ terms });

    expect(offersInQuestion({ kind: 'license-amended', before, after })).toEqual(offers);
  });

  it.each<LicenseChange>([
    { kind: 'license-granted', details: someDetails() },
    { kind: 'offers-generated', offers: [anOfferData()] },
    { kind: 'offers-withdrawn', offers: [anOfferData()] },
  ])('are none for $kind', (change) => {
    expect(offersInQuestion(change)).toEqual([]);
  });
});

describe('a change of a license whose titles also have other offers', () => {
  const another = aLicensedOffer({
    licenseName: 'Other',
    territories: ['DE', 'US'],
    offer: { name: 'PREM', window: days('2026-03-01', '2026-03-31') },
  });
  const beside = (startsOn: string, other: LicensedOffer = another): Neighbor => ({
    startsOn: isoDate(startsOn),
    other,
    titles: 3,
    example: 'The Lake',
  });
  const replaced = (after: Offer) => {
    const license = aLicense({ offers: [february, may] });
    license.replace(february, after);
    return license;
  };

  it('C2: is refused if an offer would clash, with title, license, territory, device and days', () => {
    const longer = anOffer({ name: 'LONG', window: days('2026-02-01', '2026-03-01') });
    const license = replaced(longer);

    const refusal = refusalOf(TitlesClash, () => {
      requireNoTitlesClash(license, [beside('2026-02-01')]);
    });

    expect(refusal.clashes).toMatchObject([
      {
        offer: { licenseId: license.id, offer: longer },
        clash: {
          with: another,
          territories: ['US'],
          devices: ['tv'],
          days: days('2026-03-01', '2026-03-01'),
        },
        titles: 3,
        example: 'The Lake',
      },
    ]);
    expect(refusal.message).toBe(
      'The Lake and 2 more would have two prices at once, because LONG would clash with ' +
        'PREM of the license Other in United States on TV (1 day: 1 Mar 2026).',
    );
  });

  it('C2: is legal if it moves an offer away from the others', () => {
    const license = replaced(anOffer({ window: days('2026-04-01', '2026-04-30') }));

    expect(() => {
      requireNoTitlesClash(license, [beside('2026-02-01'), beside('2026-05-01')]);
    }).not.toThrow();
  });

  it('C2: is checked with the new days of a moved offer', () => {
    const license = replaced(anOffer({ window: days('2026-03-31', '2026-04-30') }));

    expect(() => {
      requireNoTitlesClash(license, [beside('2026-02-01')]);
    }).toThrow(TitlesClash);
  });

  it('C2: to more territories is checked for every offer, and reports each clash', () => {
    const license = aLicense({ terms: { territories: ['CA'] }, offers: [february, may] });
    const { name, notes, terms } = license.details;
    license.amend(
      LicenseDetails.of({ name, notes, terms: { ...terms.toData(), territories: ['US'] } }),
    );
    const [inFebruary, inMay] = [
      aLicensedOffer({ territories: ['US'] }),
      aLicensedOffer({ territories: ['US'], offer: { window: days('2026-05-31', null) } }),
    ];

    const refusal = refusalOf(TitlesClash, () => {
      requireNoTitlesClash(license, [
        beside('2026-02-01', inFebruary),
        beside('2026-02-01'),
        beside('2026-05-01', inMay),
      ]);
    });

    expect(refusal.clashes.map(({ clash }) => clash.with)).toEqual([inFebruary, inMay]);
  });

  it('without a difference is legal', () => {
    const license = aLicense({ offers: [february] });

    expect(() => {
      requireNoTitlesClash(license, [beside('2026-02-01', aLicensedOffer())]);
    }).not.toThrow();
  });

  it('ignores an offer added after the license was read, which the version check detects', () => {
    const license = replaced(may.at(february.window));

    expect(() => {
      requireNoTitlesClash(license, [beside('2026-07-01')]);
    }).not.toThrow();
  });
});

describe('releasing offers that their license withdraws', () => {
  const [first, second] = [aLicensedOffer(), aLicensedOffer({ rightsType: 'AVOD' })];

  it('removes those that each title has', () => {
    const third = aLicensedOffer({ rightsType: 'EST' });
    const titles = [
      aTitle({ assigned: [first, third] }),
      aTitle({ assigned: [first, second, third] }),
    ];

    releaseOffers(titles, [first, second].map(refOf), null);

    expect(titles.map(({ assignments }) => assignments)).toEqual([[third], [third]]);
  });

  it('C1: is refused if some titles have no other, with exactly those titles', () => {
    const [one, safe, two] = [
      aTitle({ assigned: [first] }),
      aTitle({ assigned: [first, aLicensedOffer({ rightsType: 'EST' })] }),
      aTitle({ assigned: [first, second] }),
    ];

    const refusal = refusalOf(TitlesStranded, () => {
      releaseOffers([one, safe, two], [first, second].map(refOf), null);
    });

    expect(refusal.titles).toEqual(
      [one, two].map(({ id, details }) => ({ id, title: details.title })),
    );
  });

  it('C1: is refused for a single title', () => {
    expect(() => {
      releaseOffers([aTitle({ assigned: [first] })], [refOf(first)], null);
    }).toThrow(TitlesStranded);
  });
});
