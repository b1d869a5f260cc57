import type { ChosenOffer } from '../../../../src/service/content/chosen-offer';
import { anOfferData, days } from '../../../builders/license-builders';
import { GivenTitles } from '../given-titles';

export const march = anOfferData({ name: 'MAR', window: days('2026-03-01', '2026-03-31') });
export const may = anOfferData({ name: 'MAY', window: days('2026-05-01', '2026-05-31') });
export const june = anOfferData({ name: 'JUN', window: days('2026-06-01', '2026-06-30') });
/** On another license of the same rights, where it clashes with March. */
const spring = anOfferData({ name: 'SPR', window: days('2026-03-31', '2026-04-30') });

/** One license with March and May, another of the same rights with the clashing offer and June. */
export async function givenLicenses() {
  const given = await GivenTitles.begin();
  const [one, other] = [await given.license([march, may]), await given.license([spring, june])];
  const first: ChosenOffer = { licenseId: one, offer: march };
  const second: ChosenOffer = { licenseId: other, offer: june };
  const clashing: ChosenOffer = { licenseId: other, offer: spring };
  return { given, first, second, clashing };
}

/** A title with March and May, at version 2. */
export async function givenTitle() {
  const licenses = await givenLicenses();
  const { given, first } = licenses;
  const contentId = await given.title([first, { ...first, offer: may }]);
  const has = { licenseId: first.licenseId, startsOn: march.window.startsOn };
  return { ...licenses, contentId, has, other: { ...has, startsOn: may.window.startsOn } };
}
