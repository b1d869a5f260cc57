import { anOfferData, days } from '../../../../builders/license-builders';
import { GivenTitles } from '../../given-titles';

export const march = anOfferData({ name: 'MAR', window: days('2026-03-01', '2026-03-31') });
export const may = anOfferData({ name: 'MAY', window: days('2026-05-01', '2026-05-31') });
export const april = anOfferData({ name: 'APR', window: days('2026-04-01', '2026-04-30') });

/** A license with March and May, a title with the one and a title with both; another license of the same rights with April. */
export async function givenTitles() {
  const given = await GivenTitles.begin();
  const licenseId = await given.license([march, may]);
  const otherId = await given.license([april]);
  const onlyMarch = await given.title([{ licenseId, offer: march }]);
  const both = await given.title([
    { licenseId, offer: march },
    { licenseId, offer: may },
  ]);
  return { given, licenseId, otherId, onlyMarch, both };
}
