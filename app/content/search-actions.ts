'use server';

import * as z from 'zod';
import type { OfferData } from '../../src/domain/license/offer';
import type { Option } from '@/ui/fields/select-field';
import type { TitleOption } from './title-option';
import { candidateViews, contentViews, licenseViews } from '../../src/bootstrap';
import { fittingOffers } from '../../src/service/content/fitting-offers';
import { territoryWords } from '../words/territory-words';
import { CONTENT_KINDS } from '../../src/domain/content/content-kind';
import { DateRange, formatLength } from '../../src/domain/values/date-range';
import { searched } from '../../src/wire/address';
import { stripSpan } from '../timeline/strip-span';
import { today } from '../today';
import { currentPerson } from '../person';
import { titleOption } from './title-option';

/** How many are shown to choose from: who does not see what they look for types more of it. */
const MAX_FOUND = 12;
/** Offers of one license that can be chosen from. */
const MAX_OFFERS = 300;

/** A license as it can be chosen, with its studio, which is mostly the title's too. */
export interface LicenseOption extends Option {
  readonly studio: string;
}

/** The offers of a license that can be assigned: those that are not over first, each lot in date order. */
export interface LicenseOffers {
  readonly license: LicenseOption;
  readonly offers: readonly OfferData[];
}

/** An offer that fits a title, as a person chooses it. */
export interface FittingOption {
  readonly license: LicenseOption;
  readonly offer: OfferData;
  /** Where and as what: `TVOD · CA, US`. */
  readonly where: string;
  /** How much of what was asked for it fills: `all 21 days`; empty where nothing was. */
  readonly fills: string;
}

const askedDays = z.object({
  territory: z.string().max(10),
  rightsType: z.string().max(20),
  days: z.object({ startsOn: z.iso.date(), endsOn: z.iso.date().nullable() }),
});

const fittingQuery = z.object({ contentId: z.uuid(), asked: askedDays.nullable() });

/** Offers that fit a title without a clash, those that fill the most first. */
export async function findFitting(
  input: z.input<typeof fittingQuery>,
): Promise<readonly FittingOption[]> {
  const parsed = fittingQuery.safeParse(input);
  if (!parsed.success || (await currentPerson()) === null) return [];
  const { contentId, asked } = parsed.data;
  const view = await contentViews().content(contentId);
  if (view === null) return [];
  const found = await fittingOffers({ view, asked, today: today() }, candidateViews());
  return found.map(({ offer, fills, ...terms }) => ({
    license: {
      ...{ value: terms.licenseId, label: terms.licenseName, studio: terms.studio },
      detail: `${terms.studio}, ${placeWords(terms)}`,
    },
    offer,
    where: placeWords(terms),
    fills: fills === null ? '' : `fills ${formatLength(fills)}`,
  }));
}

function placeWords({
  rightsType,
  territories,
}: {
  readonly rightsType: string;
  readonly territories: readonly string[];
}): string {
  return `${rightsType} · ${territoryWords(territories).short}`;
}

const titleSearch = z.object({
  text: searched,
  kinds: z.array(z.enum(Object.keys(CONTENT_KINDS))).max(Object.keys(CONTENT_KINDS).length),
});

/** Titles of some kinds that a text finds. */
export async function findTitles(input: {
  text: string;
  kinds: readonly string[];
}): Promise<readonly TitleOption[]> {
  const parsed = titleSearch.safeParse(input);
  if (!parsed.success || (await currentPerson()) === null) return [];
  const { text, kinds } = parsed.data;
  const found = await Promise.all(
    kinds.map((kind) =>
      contentViews().list({ filter: { text, kind }, today: today(), pageSize: MAX_FOUND }),
    ),
  );
  return found
    .flatMap(({ rows }) => rows)
    .slice(0, MAX_FOUND)
    .map(titleOption);
}

/** Licenses whose name, studio or contract reference contains the words. */
export async function findLicenses(text: string): Promise<readonly LicenseOption[]> {
  if ((await currentPerson()) === null) return [];
  const day = today();
  const { rows } = await licenseViews().list({
    filter: { text: searched.parse(text) },
    sort: 'name',
    descending: false,
    today: day,
    strip: stripSpan(day),
    pageSize: MAX_FOUND,
  });
  return rows.map(({ id, name, studio, rightsType, territories, window }) => ({
    value: id,
    label: name,
    detail: licenseWords(
      studio,
      rightsType,
      territories,
      DateRange.of(window.startsOn, window.endsOn),
    ),
    studio,
  }));
}

/** A license with its offers; `null` when there is none with that id. */
export async function offersOfLicense(licenseId: string): Promise<LicenseOffers | null> {
  if (!z.uuid().safeParse(licenseId).success || (await currentPerson()) === null) return null;
  const view = await licenseViews().license(licenseId);
  if (view === null) return null;
  const { rightsType, territories, window } = view.details.terms;
  const { studio } = view.contract;
  const day = today();
  const isOver = ({ window: { endsOn: end } }: OfferData) => end !== null && end <= day;
  const offers = [
    ...view.offers.filter((offer) => !isOver(offer)),
    ...view.offers.filter(isOver),
  ].slice(0, MAX_OFFERS);
  return {
    license: {
      value: view.id,
      label: view.details.name,
      detail: licenseWords(
        studio,
        rightsType,
        territories,
        DateRange.of(window.startsOn, window.endsOn),
      ),
      studio,
    },
    offers,
  };
}

function licenseWords(
  studio: string,
  rightsType: string,
  territories: readonly string[],
  window: DateRange,
): string {
  const [first = '', ...rest] = territories;
  const where = rest.length === 0 ? first : `${first} +${rest.length}`;
  return `${studio}, ${rightsType} ${where}, ${window.toString()}`;
}
