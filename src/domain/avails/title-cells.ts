import type { ContentKind } from '../content/content-kind';
import type { Cells } from './avail-row';
import type { KnownTitle } from './avail-ids';
import type { ColumnKey } from './vocabulary/columns';
import type { OriginRow } from './origin-row';
import { alidOf, contentIdOf, identifierOf, withoutBlanks } from './avail-ids';
import { cellOf } from './origin-row';
import { seasonName } from './season-name';

/** A title as named in its rows, with its parents and the rows it was imported with. */
export interface NamedTitle extends KnownTitle {
  readonly kind: ContentKind;
  readonly season: KnownTitle | null;
  readonly series: KnownTitle | null;
  /** What a supplement belongs to. */
  readonly feature: KnownTitle | null;
  /** ALIDs of a bundle's members. */
  readonly members: readonly string[];
  /** The number of episodes in its season. */
  readonly episodes: number;
  /** All imported rows from which its offers originate. */
  readonly origins: readonly OriginRow[];
}

const WORK_TYPES: Record<ContentKind, string> = {
  movie: 'Movie',
  short: 'Short',
  bundle: 'Collection',
  series: 'Series',
  season: 'Season',
  episode: 'Episode',
  supplement: 'Supplemental',
};

/** The most recent row that describes the title. */
export function latestOf(origins: readonly OriginRow[]): OriginRow | null {
  return origins.reduce<OriginRow | null>(
    (latest, origin) => (latest === null || origin.at > latest.at ? origin : latest),
    null,
  );
}

/** Whether a bundle was imported as a volume: a part of a season, which is described by its content id, not by members. */
export function isVolume({ kind, origins }: Pick<NamedTitle, 'kind' | 'origins'>): boolean {
  return kind === 'bundle' && cellOf(latestOf(origins), 'AvailAsset/WorkType') === 'Volume';
}

/** The cells that must be the same in all rows of a title: its work type, its ids and those of its parents. */
export function identityCells(title: NamedTitle): Cells {
  const { kind, season, series } = title;
  const origin = latestOf(title.origins);
  const id = (column: ColumnKey, ours: string) => cellOf(origin, column) || withoutBlanks(ours);
  const common: Cells = {
    'Avail/ALID': withoutBlanks(alidOf(title)),
    'Avail/ServiceProvider': cellOf(origin, 'Avail/ServiceProvider'),
    'AvailAsset/WorkType': WORK_TYPES[kind],
    'Disposition/EntryType': 'Full Extract',
  };
  if (isVolume(title))
    return {
      ...common,
      'AvailAsset/WorkType': 'Volume',
      'AvailAsset/SeriesContentID': cellOf(origin, 'AvailAsset/SeriesContentID'),
      'AvailAsset/SeasonContentID': cellOf(origin, 'AvailAsset/SeasonContentID'),
      'AvailAsset/VolumeContentID': id('AvailAsset/VolumeContentID', contentIdOf(title)),
    };
  if (kind !== 'season' && kind !== 'episode')
    return {
      ...common,
      ...(title.feature === null
        ? {}
        : { 'Reference/RefALID': withoutBlanks(alidOf(title.feature)) }),
      'AvailAsset/ContentID': id('AvailAsset/ContentID', contentIdOf(title)),
      'Avail/BundledALIDs': kind === 'bundle' ? title.members.join(';') : '',
    };
  const above: Cells = {
    ...common,
    'AvailAsset/SeriesContentID': id('AvailAsset/SeriesContentID', contentIdOf(series ?? title)),
    'AvailAsset/SeasonContentID': id(
      'AvailAsset/SeasonContentID',
      season === null ? `${contentIdOf(series ?? title)}:1` : contentIdOf(season),
    ),
  };
  if (kind === 'season') return above;
  return {
    ...above,
    'AvailAsset/VolumeContentID': cellOf(origin, 'AvailAsset/VolumeContentID'),
    'AvailAsset/EpisodeContentID': id('AvailAsset/EpisodeContentID', contentIdOf(title)),
  };
}

/**
 * The names of a title and its parents in one row. A sheet has several names for a title (internal, display, in the row's
 * language), of which we store one. As long as the stored name is one of them, all are written back; after an edit, only
 * the edited one is.
 */
export function nameCells(title: NamedTitle, origin: OriginRow | null): Cells {
  const { details, kind, season, series } = title;
  const year: Cells = { 'AvailMetadata/ReleaseYear': yearCell(origin, details.releaseYear) };
  if (isVolume(title))
    return {
      ...year,
      ...names(title, title, origin, 'VolumeTitle'),
      ...otherIds(title, origin, 'AvailMetadata/VolumeID', 'AvailMetadata/VolumeAltID'),
    };
  if (kind !== 'season' && kind !== 'episode')
    return {
      ...year,
      ...names(title, title, origin, 'Title'),
      ...otherIds(title, origin, 'AvailAsset/EditID', 'AvailAsset/AltID'),
    };
  const place: Cells = {
    ...year,
    ...names(title, series ?? title, origin, 'SeriesTitle'),
    ...otherIds(series, origin, 'AvailMetadata/SeriesID', 'AvailMetadata/SeriesAltID'),
    'AvailMetadata/SeasonNumber': numberCell(origin, 'AvailMetadata/SeasonNumber', season, '1'),
    ...(season === null || (origin !== null && isUnnamed(season, series))
      ? {}
      : names(title, season, origin, 'SeasonTitle')),
    ...otherIds(season, origin, 'AvailMetadata/SeasonID', 'AvailMetadata/SeasonAltID'),
    'AvailMetadata/EpisodeCount':
      origin === null
        ? String(Math.max(title.episodes, 1))
        : cellOf(origin, 'AvailMetadata/EpisodeCount'),
  };
  if (kind === 'season') return { ...place, ...NO_EPISODE };
  return {
    ...place,
    'AvailMetadata/EpisodeNumber': numberCell(origin, 'AvailMetadata/EpisodeNumber', title, '0'),
    ...names(title, title, origin, 'EpisodeTitle'),
    ...otherIds(title, origin, 'AvailMetadata/EpisodeID', 'AvailMetadata/EpisodeAltID'),
  };
}

/** Whether a season is called what an import calls one that nobody has named. */
function isUnnamed({ details }: KnownTitle, series: KnownTitle | null): boolean {
  const { title, position } = details;
  return (
    series !== null && position !== null && title === seasonName(series.details.title, position)
  );
}

type NameColumn = 'VolumeTitle' | 'Title' | 'SeriesTitle' | 'SeasonTitle' | 'EpisodeTitle';

function names(
  { origins }: NamedTitle,
  named: KnownTitle,
  origin: OriginRow | null,
  column: NameColumn,
): Cells {
  const internal = `AvailMetadata/${column}InternalAlias` as const;
  const display = `AvailMetadata/${column}DisplayUnlimited` as const;
  const { title } = named.details;
  const holds = origins.some((row) =>
    [internal, display].some((key) => cellOf(row, key) === title),
  );
  return {
    [internal]: (holds ? cellOf(origin, internal) : '') || title,
    [display]: holds ? cellOf(origin, display) : '',
  };
}

/** An EIDR and a shared id, if the title has them. */
function otherIds(
  named: KnownTitle | null,
  origin: OriginRow | null,
  eidr: ColumnKey,
  other: ColumnKey,
): Cells {
  const ours = (scheme: string) => (named && identifierOf(named.details, scheme)) ?? '';
  return {
    [eidr]: cellOf(origin, eidr) || ours('eidr'),
    [other]: cellOf(origin, other) || ours('house'),
  };
}

/** The year as imported, possibly with month and day, as long as it matches the stored year. */
function yearCell(origin: OriginRow | null, year: number | null): string {
  const imported = cellOf(origin, 'AvailMetadata/ReleaseYear');
  return year === null || imported.slice(0, 4) === String(year) ? imported : String(year);
}

/** A number as imported, as long as it matches the stored one. For a title without one, the fallback number. */
function numberCell(
  origin: OriginRow | null,
  column: ColumnKey,
  numbered: KnownTitle | null,
  otherwise: string,
): string {
  const imported = cellOf(origin, column);
  const place = numbered?.details.position ?? null;
  if (place === null) return imported || otherwise;
  return imported !== '' && Number(imported) === place ? imported : String(place);
}

/** Episode cells, which are blank in a season's row. */
const NO_EPISODE: Cells = {
  'AvailMetadata/EpisodeNumber': '',
  'AvailMetadata/EpisodeTitleInternalAlias': '',
  'AvailMetadata/EpisodeTitleDisplayUnlimited': '',
  'AvailMetadata/EpisodeTitleID': '',
  'AvailMetadata/EpisodeID': '',
  'AvailMetadata/EpisodeAltID': '',
  'AvailMetadata/RetailerEpisodeID1': '',
  'AvailMetadata/RetailerEpisodeID2': '',
};
