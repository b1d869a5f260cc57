import type { OfferRef, LicensedOffer } from '../../../domain/content/clash';
import type { ProposedContentChange, TitleAct } from '../../../domain/content/conflict';
import type { OfferData } from '../../../domain/license/offer';
import type { IsoDate } from '../../../domain/values/date-range';
import type { LanguagesData } from '../../../domain/values/languages';
import type { ContentConflict } from '../../conflict/conflict';
import type { LicenseView, LicenseViews } from '../../license/license-views';
import type { ContentSince, OfferSwap } from './content-comparison';
import type { ClosingIntent, ContentIntent, OfferIntent, TakedownIntent } from './content-intent';
import type { ContentView } from '../content-views';
import { closedName } from '../../../domain/closing';
import { LastAssignment } from '../../../domain/content/content-errors';
import { OfferGone } from '../../../domain/license/license-errors';
import { Offer } from '../../../domain/license/offer';
import { isoDate } from '../../../domain/values/date-range';
import { formatSet } from '../../../domain/values/format';
import { Languages } from '../../../domain/values/languages';
import { rightsType } from '../../../domain/values/rights-type';
import { territorySet } from '../../../domain/values/territory';
import { NotFound } from '../../errors';
import { closingRows, offerRows, takedownRows } from './content-comparison';

type Licenses = Pick<LicenseViews, 'license'>;

/** The latest version of a title, and what happened to it since a command was made. */
interface Latest {
  readonly view: ContentView;
  readonly since: ContentSince;
  readonly assigned: readonly LicensedOffer[];
  readonly licenses: Licenses;
  readonly today: IsoDate;
}

/** How a command is done on the latest version, and how it is compared with what happened since. */
export interface Understood {
  readonly act: TitleAct;
  /** What could be done instead of taking the only offer of the title. */
  readonly instead: readonly TitleAct[];
  /** The lines of the comparison, given the change that would be made; `null` when there is none. */
  readonly rowsOf: (result: ProposedContentChange | null) => ContentConflict['rows'];
}

/**
 * What a command on a title's offers, takedowns or place in the catalog means on the latest version.
 *
 * @param assigned the title's offers now
 * @param today offers that are over by this day are not proposed
 * @throws NotFound for a license; the act throws what refuses it
 */
export async function understood(
  intent: Exclude<ContentIntent, { kind: 'correct' }>,
  { view, since, assigned, licenses, today }: Latest,
): Promise<Understood> {
  switch (intent.kind) {
    case 'take-down':
    case 'bring-back':
      return takedownUnderstood(intent, view, since);
    case 'close':
    case 'reopen':
      return closingUnderstood(intent, view, since, licenses);
    case 'assign':
    case 'unassign':
    case 'move':
      return offersUnderstood(intent, view, since, assigned, licenses, today);
  }
}

function takedownUnderstood(
  intent: TakedownIntent,
  { takedowns }: ContentView,
  since: ContentSince,
): Understood {
  const act: TitleAct = (title) => {
    if (intent.kind === 'take-down') title.takeDown(intent.plan);
    else title.bringBack(intent.takedown, isoDate(intent.from));
  };
  return { act, instead: [], rowsOf: (result) => takedownRows(intent, result, takedowns, since) };
}

async function closingUnderstood(
  intent: ClosingIntent,
  { closing }: ContentView,
  since: ContentSince,
  licenses: Licenses,
): Promise<Understood> {
  const rowsOf: Understood['rowsOf'] = (result) => closingRows(intent, result, closing, since);
  if (intent.kind === 'close')
    return {
      act: (title) => {
        title.close(intent.closing);
      },
      instead: [],
      rowsOf,
    };
  const chosen: { readonly license: LicenseView; readonly offer: OfferData }[] = [];
  for (const { licenseId, offer } of intent.chosen) {
    const license = await licenses.license(licenseId);
    if (license === null) throw new NotFound('license', licenseId);
    chosen.push({ license, offer });
  }
  return {
    act: (title) => {
      title.reopen(chosen.map(({ license, offer }) => chosenOffer(license, offer)));
    },
    instead: [],
    rowsOf,
  };
}

async function offersUnderstood(
  intent: OfferIntent,
  view: ContentView,
  since: ContentSince,
  assigned: readonly LicensedOffer[],
  licenses: Licenses,
  today: IsoDate,
): Promise<Understood> {
  const { swap, ...rest } = await swapped(intent, assigned, licenses, today);
  return { ...rest, rowsOf: (result) => offerRows(swap, result, view.assigned, since) };
}

interface UnderstoodSwap extends Pick<Understood, 'act' | 'instead'> {
  readonly swap: OfferSwap;
}

/** What a change of a title's offers takes and gives, and how it is done. */
async function swapped(
  intent: OfferIntent,
  assigned: readonly LicensedOffer[],
  licenses: Licenses,
  today: IsoDate,
): Promise<UnderstoodSwap> {
  if (intent.kind === 'unassign') {
    const { assignment } = intent;
    const others = await candidates(assignment, assigned, licenses, today);
    return {
      swap: { verb: 'Unassign', taken: assignment, given: null },
      act: (title) => {
        if (assigned.length === 1 && title.has(assignment))
          throw new LastAssignment(title.details.title, others);
        title.unassign([assignment]);
      },
      instead: others.map((other) => (title) => {
        title.move(assignment, other);
      }),
    };
  }
  const { licenseId, offer } = intent.kind === 'assign' ? intent.chosen : intent.to;
  const license = await licenses.license(licenseId);
  if (license === null) throw new NotFound('license', licenseId);
  const licenseName = closedName(license.details.name, license.closing ?? undefined);
  const given = { licenseId, licenseName, offer };
  if (intent.kind === 'assign')
    return {
      swap: { verb: 'Assign', taken: null, given },
      act: (title) => {
        title.assign(chosenOffer(license, offer));
      },
      instead: [],
    };
  return {
    swap: { verb: 'Move', taken: intent.from, given },
    act: (title) => {
      title.move(intent.from, chosenOffer(license, offer));
    },
    instead: [],
  };
}

/** The most offers proposed instead of the only one of a title. */
const MAX_CANDIDATES = 3;

/** What could take the place of the only offer of a title: others of its license that are not over. */
async function candidates(
  taken: OfferRef,
  assigned: readonly LicensedOffer[],
  licenses: Licenses,
  today: IsoDate,
): Promise<readonly LicensedOffer[]> {
  const [only, ...more] = assigned;
  if (only === undefined || more.length > 0) return [];
  const license = await licenses.license(only.licenseId);
  if (license === null) return [];
  return license.offers
    .filter(({ window }) => window.startsOn !== taken.startsOn)
    .filter(({ window }) => window.endsOn === null || window.endsOn > today)
    .slice(0, MAX_CANDIDATES)
    .map((offer) => licensed(termsOf(license), offer));
}

/** The offer as its license has it now (C3). */
function chosenOffer(license: LicenseView, data: OfferData): LicensedOffer {
  const offer = Offer.of(data);
  if (!license.offers.some((other) => Offer.of(other).equals(offer))) throw new OfferGone(offer);
  return licensed(termsOf(license), data);
}

interface LicenseTerms {
  readonly id: string;
  readonly name: string;
  readonly rightsType: string;
  readonly territories: readonly string[];
  readonly formats: readonly string[] | null;
  readonly languages: LanguagesData;
}

function termsOf({ id, details }: LicenseView): LicenseTerms {
  const { rightsType: type, territories, formats, languages } = details.terms;
  return { id, name: details.name, rightsType: type, territories, formats, languages };
}

/** An offer as the views have it; nothing is stored that rests on it, so the license's version does not matter. */
export function licensed(license: LicenseTerms, offer: OfferData): LicensedOffer {
  return {
    licenseId: license.id,
    licenseVersion: 0,
    licenseName: license.name,
    rightsType: rightsType(license.rightsType),
    territories: territorySet(license.territories),
    formats: license.formats === null ? null : formatSet(license.formats),
    languages: Languages.of(license.languages),
    offer: Offer.of(offer),
  };
}
