import type { LicenseDetailsData } from '../../../src/domain/license/license-details';
import type { TermsData } from '../../../src/domain/license/terms';
import type { OfferData } from '../../../src/domain/license/offer';
import { contractDetails } from '../../builders/command-builders';
import { aName, anId, days, prices, someDetails } from '../../builders/license-builders';
import type { AnswerLog } from '../answer-log';
import type { Request } from '../requests';
import type { App } from './interleaving';
import { asking, newCommand, perform } from '../requests';

/*
 * Licenses that share titles. Each move is legal by itself, but many pairs are not, even on different licenses (write
 * skew): they would leave a title without an offer, or with two prices at once.
 */

export interface TitleFixture {
  readonly contractId: string;
  /** Each license has one offer in each of these months of 2027, with license and month as its name: `US Apr`. */
  readonly licenses: Readonly<
    Record<Place, { readonly id: string; readonly details: LicenseDetailsData }>
  >;
  /** Has `US Feb`, `US Apr`, `CA Apr`, `MX Sep`, `GB Nov`, `French Feb` and `German Feb`, and is taken down in Mexico from 10 September on. */
  readonly busy: string;
  readonly busyVersion: number;
  /** Has `US Jul` and `CA Jul`. */
  readonly quiet: string;
  readonly quietVersion: number;
  /** Had `BR Nov` and `AR Nov`, and was retired when the licenses of Brazil and Argentina ended together in October. */
  readonly lent: string;
  readonly lentVersion: number;
}

/**
 * Named after their territory; the one of the United Kingdom also covers the United States. Two of Switzerland stand side by
 * side, because they are for French and for German.
 */
const PLACES = {
  ...{ US: ['US'], CA: ['CA'], MX: ['MX'], GB: ['GB', 'US'], BR: ['BR'], AR: ['AR'] },
  ...{ French: ['CH'], German: ['CH'] },
} as const;
export type Place = keyof typeof PLACES;
const LANGUAGES: Partial<Record<Place, string>> = { French: 'fr', German: 'de' };
const MONTHS = { Feb: '02', Apr: '04', Jul: '07', Sep: '09', Nov: '11' } as const;
export type Month = keyof typeof MONTHS;

/** The version of the licenses after the grant and their offers; those of Brazil and Argentina ended after that. */
export const VERSION = 2;

/** The number of the takedown of the busy title: the version that it made. */
export const TAKEDOWN = 8;

export async function recordTitleContract({ build, unitOfWork }: App): Promise<string> {
  const contractId = anId();
  const command = { ...newCommand(), contractId, details: contractDetails() };
  await accepted({ build, unitOfWork } as App, { kind: 'record', command });
  return contractId;
}

export async function makeTitleFixture(
  app: App,
  contractId: string,
  answerLog: AnswerLog,
): Promise<TitleFixture> {
  const places = Object.keys(PLACES) as Place[];
  const licenses = Object.fromEntries(
    await Promise.all(
      places.map(async (place) => {
        const id = anId();
        const language = LANGUAGES[place];
        const allowed = language === undefined ? null : [language];
        const details = someDetails({
          name: aName(place),
          terms: {
            territories: PLACES[place],
            languages: { allowed, heldBack: [] },
            window: days('2027-01-01', '2027-12-31'),
          },
        });
        const offers = (Object.keys(MONTHS) as Month[]).map((month) => offerOf(place, month));
        const granting = { ...newCommand(), licenseId: id, contractId, details };
        await accepted(app, { kind: 'grant', command: granting }, answerLog);
        await accepted(app, asking({ kind: 'offers-generated', offers }, id, 1), answerLog);
        return [place, { id, details }] as const;
      }),
    ),
  ) as TitleFixture['licenses'];
  const title = async (chosen: readonly (readonly [Place, Month])[]) => {
    const contentId = anId();
    for (const [version, [place, month]] of chosen.entries())
      await accepted(
        app,
        version === 0
          ? register(licenses, contentId, place, month)
          : assign(licenses, contentId, version, place, month),
        answerLog,
      );
    return { contentId, version: chosen.length };
  };
  const [busy, quiet, lent] = await Promise.all([
    title([
      ['US', 'Feb'],
      ['US', 'Apr'],
      ['CA', 'Apr'],
      ['MX', 'Sep'],
      ['GB', 'Nov'],
      ['French', 'Feb'],
      ['German', 'Feb'],
    ]),
    title([
      ['US', 'Jul'],
      ['CA', 'Jul'],
    ]),
    title([
      ['BR', 'Nov'],
      ['AR', 'Nov'],
    ]),
  ]);
  await accepted(app, takeDown(busy), answerLog);
  await accepted(app, endInOctober(licenses), answerLog);
  return {
    contractId,
    licenses,
    busy: busy.contentId,
    busyVersion: busy.version + 1,
    quiet: quiet.contentId,
    quietVersion: quiet.version,
    lent: lent.contentId,
    lentVersion: lent.version + 1,
  };
}

function takeDown({ contentId, version }: { contentId: string; version: number }): Request {
  const places = { territories: ['MX'], rightsTypes: null };
  const plan = { startsOn: '2027-09-10', ...places, reason: 'Rights dispute' };
  return {
    kind: 'take down',
    command: { ...newCommand(), contentId, expectedVersion: version, plan },
  };
}

function endInOctober(licenses: Licenses): Request {
  const plan = { kind: 'ended', lastDay: '2027-10-15', reason: 'Rights reverted' } as const;
  const ended = atVersion(licenses, ['BR', 'AR'], VERSION);
  return { kind: 'close licenses', command: { ...newCommand(), licenses: ended, plan } };
}

/** Changes to titles and licenses, each legal by itself. */
export const TITLE_MOVES = {
  // The license of Mexico and another one would clash in April.
  'assign an offer in April': ({ licenses, busy, busyVersion }) =>
    assign(licenses, busy, busyVersion, 'MX', 'Apr'),
  'move an assignment to April': ({ licenses, busy, busyVersion }) => ({
    kind: 'move',
    command: {
      ...newCommand(),
      contentId: busy,
      expectedVersion: busyVersion,
      from: ref(licenses, 'MX', 'Sep'),
      to: chosen(licenses, 'MX', 'Apr'),
    },
  }),
  'amend the license of the United States to Mexico': (fixture) =>
    amend(fixture, 'US', { territories: ['US', 'MX'] }),
  'amend the license of Canada to Mexico': (fixture) =>
    amend(fixture, 'CA', { territories: ['CA', 'MX'] }),
  // Both licenses of Switzerland would be for Italian.
  'amend the license for French to Italian too': (fixture) =>
    amend(fixture, 'French', { languages: { allowed: ['fr', 'it'], heldBack: [] } }),
  'amend the license for German to Italian too': (fixture) =>
    amend(fixture, 'German', { languages: { allowed: ['de', 'it'], heldBack: [] } }),
  'replace an offer by one in June': (fixture) => replace(fixture, 'US', 'Feb', '06'),
  'replace an offer of the United Kingdom by one in June': (fixture) =>
    replace(fixture, 'GB', 'Nov', '06'),
  'replace the offer of April in Mexico by one in June': (fixture) =>
    replace(fixture, 'MX', 'Apr', '06'),
  'replace the offer of July by one in August': (fixture) => replace(fixture, 'US', 'Jul', '08'),
  'replace the offer of September in Mexico by one in August': (fixture) =>
    replace(fixture, 'MX', 'Sep', '08'),
  'assign both titles an offer in April': ({
    licenses,
    busy,
    busyVersion,
    quiet,
    quietVersion,
  }) => ({
    kind: 'assign titles',
    command: {
      ...newCommand(),
      chosen: chosen(licenses, 'MX', 'Apr'),
      titles: [
        { contentId: quiet, expectedVersion: quietVersion },
        { contentId: busy, expectedVersion: busyVersion },
      ],
    },
  }),
  // A title would have no offers.
  'unassign one of two': ({ licenses, quiet, quietVersion }) => ({
    kind: 'unassign',
    command: {
      ...newCommand(),
      contentId: quiet,
      expectedVersion: quietVersion,
      assignment: ref(licenses, 'US', 'Jul'),
    },
  }),
  'withdraw one of two': (fixture) => withdraw(fixture, 'US', 'Jul'),
  'withdraw the other of two': (fixture) => withdraw(fixture, 'CA', 'Jul'),
  'withdraw an offer in April': (fixture) => withdraw(fixture, 'MX', 'Apr'),
  'register a title with an offer in April': ({ licenses }) =>
    register(licenses, anId(), 'MX', 'Apr'),
} satisfies Record<string, (fixture: TitleFixture) => Request>;

export type TitleMove = keyof typeof TITLE_MOVES;
export const EVERY_TITLE_MOVE = Object.keys(TITLE_MOVES) as TitleMove[];

export type Licenses = TitleFixture['licenses'];

export function offerOf(place: Place, month: Month): OfferData {
  const number = MONTHS[month];
  return {
    name: `${place} ${month}`,
    prices: prices('4.99'),
    window: days(`2027-${number}-01`, `2027-${number}-28`),
    devices: ['tv'],
  };
}

export function atVersion(licenses: Licenses, places: readonly Place[], expectedVersion: number) {
  return places.map((place) => ({ licenseId: licenses[place].id, expectedVersion }));
}

export function ref(licenses: Licenses, place: Place, month: Month) {
  return { licenseId: licenses[place].id, startsOn: offerOf(place, month).window.startsOn };
}

export function chosen(licenses: Licenses, place: Place, month: Month) {
  return { licenseId: licenses[place].id, offer: offerOf(place, month) };
}

function register(licenses: Licenses, contentId: string, place: Place, month: Month): Request {
  const details = {
    title: 'A title',
    kind: 'movie',
    studio: 'A studio',
    releaseYear: 2026,
    parentId: null,
    position: null,
    identifiers: [],
    notes: '',
  };
  const first = chosen(licenses, place, month);
  return { kind: 'register', command: { ...newCommand(), contentId, details, first } };
}

function assign(
  licenses: Licenses,
  contentId: string,
  expectedVersion: number,
  place: Place,
  month: Month,
): Request {
  const command = { ...newCommand(), contentId, expectedVersion };
  return { kind: 'assign', command: { ...command, chosen: chosen(licenses, place, month) } };
}

function amend({ licenses }: TitleFixture, place: Place, terms: Partial<TermsData>): Request {
  const { id, details } = licenses[place];
  const after = { ...details, terms: { ...details.terms, ...terms } };
  return asking({ kind: 'license-amended', before: details, after }, id, VERSION);
}

function replace({ licenses }: TitleFixture, place: Place, month: Month, number: string): Request {
  const before = offerOf(place, month);
  const after = { ...before, window: days(`2027-${number}-01`, `2027-${number}-20`) };
  return asking({ kind: 'offer-replaced', before, after }, licenses[place].id, VERSION);
}

function withdraw({ licenses }: TitleFixture, place: Place, month: Month): Request {
  const offers = [offerOf(place, month)];
  return asking({ kind: 'offers-withdrawn', offers }, licenses[place].id, VERSION);
}

async function accepted(app: App, request: Request, answerLog?: AnswerLog): Promise<void> {
  const answer = await perform(app.build, app.unitOfWork, request);
  answerLog?.note(request, answer);
  if (answer.kind !== 'accepted')
    throw new Error(`The fixture was not set: ${request.kind} was ${JSON.stringify(answer)}`);
}
