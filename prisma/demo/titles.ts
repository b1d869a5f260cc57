import { v5 as uuid } from 'uuid';
import type { LicensedOffer } from '../../src/domain/content/clash';
import type { ContentDetailsData } from '../../src/domain/content/content-details';
import type { IsoDate } from '../../src/domain/values/date-range';
import type { UnitOfWork } from '../../src/service/unit-of-work';
import { clashesOf } from '../../src/domain/content/clash';
import { addDays } from '../../src/domain/values/date-range';
import { eidrOf } from '../../src/domain/content/identifier';
import { assignOffer, registerContent } from '../../src/service/content/content-service';
import { workerOn } from './staff';
import { MOVIES, SERIES } from './title-names';

/** The same titles have the same ids in every database, so that links survive a fresh start. */
const NAMESPACE = '0b6a4f0e-52cf-5d0b-8f56-6d2f6a3c9a44';
const MOVIES_EACH = 9;
const EPISODES = 4;
/** Most licenses that one title has offers of. */
const MAX_LICENSES = 3;

/** A title with the offers it is to have, the first of which it is registered with. */
export interface PlannedTitle {
  readonly id: string;
  readonly details: ContentDetailsData;
  readonly offers: readonly LicensedOffer[];
}

/**
 * The titles of some studios: movies, a short, series with seasons and episodes, supplements, each with the offers it can
 * have without clashing. Some go dark soon, some have a gap ahead, as the offers of their licenses have it.
 *
 * @param offers every offer of each studio's licenses, in date order
 */
export function planTitles(
  offers: ReadonlyMap<string, readonly LicensedOffer[]>,
  today: IsoDate,
): PlannedTitle[] {
  return [...offers].flatMap(([studio, all], index) => {
    const usable = all.filter(
      ({ offer }) => offer.window.endsOn === null || offer.window.endsOn > addDays(today, -400),
    );
    const licenses = [...new Set(usable.map(({ licenseId }) => licenseId))];
    if (licenses.length === 0) return [];
    return catalogOf(studio, index, Number(today.slice(0, 4))).map((title, turn) => ({
      ...title,
      offers: withoutClashes(chosenFrom(usable, licenses, turn)),
    }));
  });
}

/** Registers the titles and assigns their offers, one after another, by the commands people would have given. */
export async function tellTitles(
  titles: readonly PlannedTitle[],
  at: string,
  unitOfWork: UnitOfWork,
): Promise<void> {
  for (const { id, details, offers } of titles) {
    const chosen = offers.map(({ licenseId, offer }) => ({ licenseId, offer: offer.toData() }));
    const [first, ...more] = chosen;
    if (first === undefined) continue;
    const command = (step: number) => ({
      key: uuid(`${id}/${step}`, NAMESPACE),
      actor: workerOn(details.studio, at),
      at,
    });
    await registerContent({ ...command(0), contentId: id, details, first }, unitOfWork);
    for (const [index, offer] of more.entries())
      await assignOffer(
        { ...command(index + 1), contentId: id, expectedVersion: index + 1, chosen: offer },
        unitOfWork,
      );
  }
}

type Title = Pick<PlannedTitle, 'id' | 'details'>;

function catalogOf(studio: string, index: number, year: number): Title[] {
  const movies = Array.from({ length: MOVIES_EACH }, (_, turn) => {
    const name = nameFrom(MOVIES, index * MOVIES_EACH + turn);
    return titleOf(studio, name, {
      kind: turn === MOVIES_EACH - 1 ? 'short' : 'movie',
      releaseYear: year - 1 - ((index * 3 + turn * 2) % 24),
    });
  });
  const [feature] = movies;
  const extra =
    feature === undefined
      ? []
      : [
          titleOf(studio, `The Making of ${feature.details.title}`, {
            kind: 'supplement',
            releaseYear: feature.details.releaseYear,
            parentId: feature.id,
          }),
        ];
  const name = nameFrom(SERIES, index);
  const series = titleOf(studio, name, { kind: 'series', releaseYear: year - 4 });
  const seasons = [1, 2].flatMap((number) => {
    const season = titleOf(studio, `${name}, Season ${number}`, {
      kind: 'season',
      releaseYear: year - 4 + number,
      parentId: series.id,
      position: number,
    });
    const episodes = Array.from({ length: EPISODES }, (_, turn) =>
      titleOf(studio, `${name} ${number}×${String(turn + 1).padStart(2, '0')}`, {
        kind: 'episode',
        releaseYear: year - 4 + number,
        parentId: season.id,
        position: turn + 1,
      }),
    );
    return [season, ...episodes];
  });
  return [...movies, ...extra, series, ...seasons];
}

function titleOf(
  studio: string,
  title: string,
  parts: Pick<ContentDetailsData, 'kind' | 'releaseYear'> & Partial<ContentDetailsData>,
): Title {
  const id = uuid(`${studio}/${title}`, NAMESPACE);
  const digits = id.replaceAll('-', '');
  return {
    id,
    details: {
      title,
      studio,
      parentId: null,
      position: null,
      notes: '',
      identifiers: [
        { scheme: 'house', value: `CR-${digits.slice(0, 6).toUpperCase()}` },
        ...(parts.kind === 'supplement'
          ? []
          : [{ scheme: 'eidr', value: eidrOf(digits.slice(0, 20)) }]),
        ...(parts.kind === 'movie'
          ? [{ scheme: 'alid', value: `md:alid:org:catalog.example:${digits.slice(6, 14)}` }]
          : []),
      ],
      ...parts,
    },
  };
}

/** The offers of a few licenses, others for each title; every third title takes only some of each license's. */
function chosenFrom(
  offers: readonly LicensedOffer[],
  licenses: readonly string[],
  turn: number,
): readonly LicensedOffer[] {
  const count = Math.min(licenses.length, 1 + (turn % MAX_LICENSES));
  const own = Array.from(
    { length: count },
    (_, index) => licenses[(turn + index) % licenses.length],
  );
  return offers
    .filter(({ licenseId }) => own.includes(licenseId))
    .filter((_, index) => turn % 3 !== 0 || index % 3 !== 1);
}

function withoutClashes(offers: readonly LicensedOffer[]): LicensedOffer[] {
  const kept: LicensedOffer[] = [];
  for (const offer of offers) if (clashesOf(offer, kept).length === 0) kept.push(offer);
  return kept;
}

/** Names that run out begin again with a number. */
function nameFrom(names: readonly string[], index: number): string {
  const round = Math.floor(index / names.length);
  const name = names[index % names.length] ?? '';
  return round === 0 ? name : `${name} ${round + 1}`;
}
