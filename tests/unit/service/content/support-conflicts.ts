import type { ContentDetailsData } from '../../../../src/domain/content/content-details';
import type { OfferData } from '../../../../src/domain/license/offer';
import type { TakedownPlan } from '../../../../src/domain/content/takedown';
import { bringTitleBack, takeDownTitle } from '../../../../src/service/content/takedown-service';
import type { ContentIntent } from '../../../../src/service/content/conflict/content-intent';
import { assignmentWords } from '../../../../src/domain/content/content-change';
import { isoDate } from '../../../../src/domain/values/date-range';
import { explainContentConflict } from '../../../../src/service/content/conflict/content-conflict';
import {
  assignOffer,
  correctContent,
  moveAssignment,
  unassignOffer,
} from '../../../../src/service/content/content-service';
import { closeLicense } from '../../../../src/service/license/close-license';
import { withdrawOffers } from '../../../../src/service/license/license-service';
import { someContentDetails } from '../../../builders/content-builders';
import { anOfferData, days } from '../../../builders/license-builders';
import { FakeLicenseViews } from '../../../fakes/fake-license-views';
import { FakeTitleViews } from '../../../fakes/fake-title-views';
import { GivenTitles } from '../given-titles';

export const MARCH = anOfferData({ name: 'MAR', window: days('2026-03-01', '2026-03-31') });
export const MAY = anOfferData({ name: 'MAY', window: days('2026-05-01', '2026-05-31') });
export const JUNE = anOfferData({ name: 'JUN', window: days('2026-06-01', '2026-06-30') });
export const BASE = someContentDetails({ title: 'Harbor', studio: 'Halcyon', releaseYear: 2024 });

/** A title that has March of a license, which has May and June, too. */
export async function givenTitle(details: Partial<ContentDetailsData> = {}) {
  const titles = await GivenTitles.begin();
  const licenseId = await titles.license([MARCH, MAY, JUNE]);
  const contentId = await titles.title([{ licenseId, offer: MARCH }], { ...BASE, ...details });
  const { unitOfWork } = titles;
  const views = {
    contents: new FakeTitleViews(unitOfWork),
    licenses: new FakeLicenseViews(unitOfWork),
  };
  const refOf = ({ window }: OfferData) => ({ licenseId, startsOn: window.startsOn });
  const nameOfLicense = unitOfWork.contents.licenses[licenseId]?.details.name ?? '';
  return {
    contentId,
    another: (other: Partial<ContentDetailsData>) =>
      titles.title([{ licenseId, offer: MARCH }], other),
    correct: (part: Partial<ContentDetailsData>) =>
      correctContent(
        { ...titles.command(contentId), details: { ...titles.stored(contentId).details, ...part } },
        unitOfWork,
      ),
    assign: (offer: OfferData) =>
      assignOffer({ ...titles.command(contentId), chosen: { licenseId, offer } }, unitOfWork),
    unassign: (offer: OfferData) =>
      unassignOffer({ ...titles.command(contentId), assignment: refOf(offer) }, unitOfWork),
    move: (from: OfferData, to: OfferData) =>
      moveAssignment(
        { ...titles.command(contentId), from: refOf(from), to: { licenseId, offer: to } },
        unitOfWork,
      ),
    withdraw: (offer: OfferData) =>
      withdrawOffers({ ...titles.licenseCommand(licenseId), offers: [offer] }, unitOfWork),
    end: (lastDay: string) =>
      closeLicense(
        {
          ...titles.licenseCommand(licenseId),
          plan: { kind: 'ended', lastDay, reason: 'Reverted' },
        },
        unitOfWork,
      ),
    takeDown: (plan: TakedownPlan) =>
      takeDownTitle({ ...titles.command(contentId), plan }, unitOfWork),
    bringBack: (takedown: number, from: string) =>
      bringTitleBack({ ...titles.command(contentId), takedown, from }, unitOfWork),
    assigning: (offer: OfferData): ContentIntent => ({
      kind: 'assign',
      chosen: { licenseId, offer },
    }),
    unassigning: (offer: OfferData): ContentIntent => ({
      kind: 'unassign',
      assignment: refOf(offer),
    }),
    moving: (from: OfferData, to: OfferData): ContentIntent => ({
      kind: 'move',
      from: refOf(from),
      to: { licenseId, offer: to },
    }),
    explained: (
      version: number,
      intent: ContentIntent,
      id: string = contentId,
      today = '2026-01-01',
    ) => explainContentConflict(id, version, intent, views, isoDate(today)),
    /** @param mark how the license is closed */
    words: (offer: OfferData, mark = '') =>
      assignmentWords({ licenseId, licenseName: `${nameOfLicense}${mark}`, offer }),
  };
}
