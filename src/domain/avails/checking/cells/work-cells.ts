import type { ContentKind } from '../../../content/content-kind';
import type { ColumnKey } from '../../vocabulary/columns';
import type { RowFindings } from '../row-findings';
import { MAX_POSITION } from '../../../content/content-details';
import { MAX_NAME_LENGTH } from '../../../values/text';
import { WORK_TYPES, WORK_TYPE_NAMES } from '../../vocabulary/vocabulary';
import { closedValue } from './closed-values';
import { eidrsOf, identifierText } from './identifier-cells';
import { membersOf } from './member-cells';
import { releaseYearOf } from './moments';
import { contentIdColumn } from './required-cells';
import { lineOf } from './rights-cells';
import { seasonName } from '../../season-name';

/** The title in a row, before conflicts about identifiers are resolved. */
export interface WorkCells {
  readonly kind: ContentKind;
  readonly title: string;
  readonly contentId: string;
  readonly eidrs: readonly string[];
  readonly releaseYear: number | null;
  /** Number of a season or episode. */
  readonly position: number | null;
  /** The season of an episode, the series of a season. */
  readonly parent: WorkCells | null;
  /** ALIDs of a bundle’s members. */
  readonly members: readonly string[];
  /** What names the volume of an episode, and a volume itself; empty where there is none. */
  readonly volumes: readonly string[];
  /** ALID of a supplement's parent title; empty when the row has none. */
  readonly feature: string;
}

/**
 * The title that a row sells; `null`, with an error (R1, R2, R9, R10), when it cannot be determined.
 *
 * @param seasonNumber what other rows of its season say, for an episode without one; empty when they say nothing
 */
export function workOf(findings: RowFindings, seasonNumber: string): WorkCells | null {
  const workType = workTypeOf(findings);
  const members = membersOf(findings);
  const releaseYear = releaseYearOf(findings);
  const kind = workType === null ? undefined : WORK_TYPES[workType];
  const column = contentIdColumn(findings);
  if (workType === null || kind === undefined || column === null) return null;
  const work = workOfType(findings, workType, seasonNumber);
  const contentId = identifierText(findings, column);
  if (work === null || contentId === null || members === null) return null;
  const { title, eidrs, position, parent, feature } = work;
  const volumes = ['Volume', 'Episode'].includes(workType) ? volumesOf(findings) : [];
  return {
    kind,
    title,
    contentId,
    eidrs,
    releaseYear,
    position,
    parent,
    members,
    feature,
    volumes,
  };
}

function workTypeOf(findings: RowFindings): string | null {
  const column = 'AvailAsset/WorkType';
  if (findings.text(column) !== 'Promotion') return closedValue(findings, column, WORK_TYPE_NAMES);
  findings.error('R2', column, 'A promotion is not a title that can be sold.', 'Remove the row.');
  return null;
}

const SEASON_NUMBER = 'AvailMetadata/SeasonNumber';
const WHOLE_NUMBER = /^\d{1,9}$/;

type OfType = Omit<WorkCells, 'kind' | 'contentId' | 'releaseYear' | 'members' | 'volumes'>;

function workOfType(findings: RowFindings, workType: string, seasonNumber: string): OfType | null {
  switch (workType) {
    case 'Series':
      return seriesOf(findings);
    case 'Season':
      checkNoEpisode(findings);
      return soldSeasonOf(findings);
    case 'Volume':
      return volumeOf(findings);
    case 'Episode':
      return episodeOf(findings, seasonNumber);
    default:
      return featureOf(findings);
  }
}

const ALONE = { position: null, parent: null, feature: '' };
const FEATURE_NAMES = [
  'AvailMetadata/TitleInternalAlias',
  'AvailMetadata/TitleDisplayUnlimited',
] as const;

function featureOf(findings: RowFindings): OfType | null {
  const eidrs = eidrsOf(findings, ['AvailAsset/EditID', 'AvailAsset/TitleID']);
  const feature = findings.text('Reference/RefALID');
  const title = nameOf(findings, FEATURE_NAMES);
  return title === null ? null : { title, eidrs, position: null, parent: null, feature };
}

function seriesOf(findings: RowFindings): OfType | null {
  const eidrs = eidrsOf(findings, ['AvailMetadata/SeriesID']);
  const title = seriesTitle(findings);
  return title === null ? null : { ...ALONE, title, eidrs };
}

function seasonOf(findings: RowFindings, position: number | null): OfType | null {
  const eidrs = eidrsOf(findings, ['AvailMetadata/SeasonID']);
  const series = parentOf(findings, 'series', 'AvailAsset/SeriesContentID', seriesOf(findings));
  const title = nameOf(
    findings,
    ['AvailMetadata/SeasonTitleInternalAlias', 'AvailMetadata/SeasonTitleDisplayUnlimited'],
    seasonName(series?.title ?? '', position ?? findings.text('AvailAsset/SeasonContentID')),
  );
  if (series === null || title === null) return null;
  return { ...ALONE, title, eidrs, position, parent: series };
}

/** A season that is sold, which needs its number. */
function soldSeasonOf(findings: RowFindings): OfType | null {
  const position = numberOf(findings, SEASON_NUMBER);
  const season = seasonOf(findings, position);
  return position === null ? null : season;
}

/** A volume's names: its content id, or its number within the season. */
function volumesOf(findings: RowFindings): readonly string[] {
  const [season, number] = [
    findings.text('AvailAsset/SeasonContentID'),
    findings.text('AvailMetadata/VolumeNumber'),
  ];
  const id = findings.text('AvailAsset/VolumeContentID');
  return [
    ...(season === '' || number === '' ? [] : [`${season}\n${number}`]),
    ...(id === '' ? [] : [id]),
  ];
}

function volumeOf(findings: RowFindings): OfType | null {
  const eidrs = eidrsOf(findings, ['AvailMetadata/VolumeID']);
  const season = numberOf(findings, SEASON_NUMBER);
  const column = 'AvailMetadata/VolumeNumber';
  const volume = findings.text(column) === '' ? null : numberOf(findings, column);
  const series = seriesTitle(findings);
  if (season === null || series === null) return null;
  const title = nameOf(
    findings,
    ['AvailMetadata/VolumeTitleInternalAlias', 'AvailMetadata/VolumeTitleDisplayUnlimited'],
    `${seasonName(series, season)}, Volume ${volume ?? findings.text('AvailAsset/VolumeContentID')}`,
  );
  return title === null ? null : { ...ALONE, title, eidrs };
}

function episodeOf(findings: RowFindings, seasonNumber: string): OfType | null {
  const eidrs = eidrsOf(findings, ['AvailMetadata/EpisodeID', 'AvailMetadata/EpisodeTitleID']);
  const position = numberOf(findings, 'AvailMetadata/EpisodeNumber');
  const season = parentOf(
    findings,
    'season',
    'AvailAsset/SeasonContentID',
    seasonOf(findings, seasonOfEpisode(findings, seasonNumber)),
  );
  const title = nameOf(findings, [
    'AvailMetadata/EpisodeTitleInternalAlias',
    'AvailMetadata/EpisodeTitleDisplayUnlimited',
  ]);
  if (position === null || season === null || title === null) return null;
  return { ...ALONE, title, eidrs, position, parent: season };
}

/** The number of an episode's season, with a warning (R1) when its own row has none. */
function seasonOfEpisode(findings: RowFindings, seasonNumber: string): number | null {
  if (findings.text(SEASON_NUMBER) !== '') return numberOf(findings, SEASON_NUMBER);
  const isKnown = WHOLE_NUMBER.test(seasonNumber);
  const message = isKnown
    ? `This cell is blank; other rows of the season have ${seasonNumber}.`
    : 'This cell is blank; the season is known by its content id alone.';
  findings.warn('R1', SEASON_NUMBER, message, 'Fill in SeasonNumber.');
  return isKnown ? Number(seasonNumber) : null;
}

function seriesTitle(findings: RowFindings): string | null {
  return nameOf(findings, [
    'AvailMetadata/SeriesTitleInternalAlias',
    'AvailMetadata/SeriesTitleDisplayUnlimited',
  ]);
}

function parentOf(
  findings: RowFindings,
  kind: ContentKind,
  column: ColumnKey,
  parent: OfType | null,
): WorkCells | null {
  const contentId = identifierText(findings, column);
  if (parent === null || contentId === null) return null;
  return { ...parent, kind, contentId, releaseYear: null, members: [], volumes: [] };
}

/** R9: a season's row must not have episode cells. */
function checkNoEpisode(findings: RowFindings): void {
  const column = 'AvailAsset/EpisodeContentID';
  if (findings.text(column) === '') return;
  const message = 'A season cannot have the content id of an episode; it is ignored.';
  findings.warn('R9', column, message, 'Clear this cell.');
}

/** The first name given, or the fallback; `null` when there is none, or, with an error (R2), when it is too long. */
function nameOf(
  findings: RowFindings,
  columns: readonly ColumnKey[],
  made: string | null = null,
): string | null {
  const column = columns.find((one) => findings.text(one) !== '');
  if (column !== undefined) return lineOf(findings, column, MAX_NAME_LENGTH);
  if (made === null || made.length <= MAX_NAME_LENGTH) return made;
  const [missing] = columns;
  const message = `This title has no name, and the generated name “${made}” is too long.`;
  findings.error(
    'R2',
    missing ?? null,
    message,
    `Give it a name of at most ${MAX_NAME_LENGTH} characters.`,
  );
  return null;
}

/** A whole number; `null` for a blank cell and, with an error (R9), for any other text. */
function numberOf(findings: RowFindings, column: ColumnKey): number | null {
  const text = findings.text(column);
  if (text === '') return null;
  if (WHOLE_NUMBER.test(text) && Number(text) <= MAX_POSITION) return Number(text);
  const message = 'This is not a whole number from 0 to 99,999,999.';
  findings.error('R9', column, message, 'Enter only the number, such as 3.');
  return null;
}
