import { describe, expect, it } from 'vitest';
import type { SoldTitle } from '../../../../../src/domain/avails/avail-rows';
import { EXPORT_COLUMNS, exportColumns } from '../../../../../src/domain/avails/avail-row';
import { availRows } from '../../../../../src/domain/avails/avail-rows';
import {
  aKnownTitle,
  anEpisode,
  anOrigin,
  aSoldTitle,
  aUse,
} from '../../../../builders/avail-builders';
import { prices } from '../../../../builders/license-builders';
import { checkOf, onlyEntry } from '../../../../builders/sheet-builders';
import { rowsOf, onlyRow } from './exported-rows';

describe('the row of an episode', () => {
  it('names its season and its series by ids, names and numbers', () => {
    const episode = anEpisode({ details: { title: 'The Ferry' } });
    const [season, series] = episode.parents;

    expect(onlyRow(episode)).toMatchObject({
      'AvailAsset/WorkType': 'Episode',
      'AvailAsset/SeriesContentID': `md:alid:org:crms:${series?.id}`,
      'AvailAsset/SeasonContentID': `md:alid:org:crms:${season?.id}`,
      'AvailAsset/EpisodeContentID': `md:alid:org:crms:${episode.id}`,
      'AvailMetadata/SeriesTitleInternalAlias': series?.details.title,
      'AvailMetadata/SeasonTitleInternalAlias': season?.details.title,
      'AvailMetadata/EpisodeTitleInternalAlias': 'The Ferry',
      'AvailMetadata/SeasonNumber': '1',
      'AvailMetadata/EpisodeNumber': '3',
      'AvailMetadata/EpisodeCount': '8',
    });
    expect(onlyRow(episode)['AvailAsset/ContentID']).toBeUndefined();
  });

  it('writes back the imported ids and numbers that are unchanged', () => {
    const cells = {
      'AvailAsset/SeriesContentID': 'md:cid:org:studio.example:s',
      'AvailAsset/SeasonContentID': 'md:cid:org:studio.example:s1',
      'AvailAsset/EpisodeContentID': 'md:cid:org:studio.example:s1e3',
      'AvailMetadata/SeasonNumber': '01',
      'AvailMetadata/EpisodeCount': '10',
    };
    const imported = { ...cells, 'AvailMetadata/EpisodeNumber': '7' };
    const row = onlyRow(anEpisode({ uses: [aUse({ origins: [anOrigin(imported)] })] }));

    expect(row).toMatchObject({ ...cells, 'AvailMetadata/EpisodeNumber': '3' });
  });

  it('of a series without seasons has a first season', () => {
    const series = aKnownTitle({ kind: 'series' });
    const row = onlyRow(anEpisode({ parents: [series], details: { parentId: series.id } }));

    expect(row).toMatchObject({
      'AvailAsset/SeriesContentID': `md:alid:org:crms:${series.id}`,
      'AvailAsset/SeasonContentID': `md:alid:org:crms:${series.id}:1`,
      'AvailMetadata/SeasonNumber': '1',
    });
  });
});

describe('the row of a season', () => {
  const series = aKnownTitle({ kind: 'series', title: 'Harbor Lights' });
  const season = (parts: Partial<SoldTitle> = {}) =>
    aSoldTitle({
      parents: [series],
      episodes: 6,
      ...parts,
      details: { kind: 'season', title: 'Harbor Lights 2', parentId: series.id, position: 2 },
    });

  it('has no episode cells', () => {
    const cells = { 'AvailMetadata/EpisodeNumber': '1', 'AvailAsset/EpisodeContentID': 'x' };
    const row = onlyRow(season({ uses: [aUse({ origins: [anOrigin(cells)] })] }));

    expect(row).toMatchObject({
      'AvailAsset/WorkType': 'Season',
      'AvailMetadata/SeriesTitleInternalAlias': 'Harbor Lights',
      'AvailMetadata/SeasonTitleInternalAlias': 'Harbor Lights 2',
      'AvailMetadata/SeasonNumber': '2',
    });
    expect(Object.keys(row).filter((key) => key in cells)).toEqual([]);
  });

  it('says of episodes and its name what its row says, and nothing where it says nothing', () => {
    const uses = [aUse({ origins: [anOrigin()] })];
    const unnamed = { kind: 'season', title: 'Harbor Lights, Season 2', parentId: series.id };
    const details = { ...unnamed, position: 2 };
    const imported = onlyRow(aSoldTitle({ parents: [series], episodes: 6, details, uses }));
    const recorded = onlyRow(aSoldTitle({ parents: [series], episodes: 6, details }));

    expect(imported['AvailMetadata/EpisodeCount']).toBeUndefined();
    expect(imported['AvailMetadata/SeasonTitleInternalAlias']).toBeUndefined();
    expect(recorded['AvailMetadata/EpisodeCount']).toBe('6');
    expect(recorded['AvailMetadata/SeasonTitleInternalAlias']).toBe('Harbor Lights, Season 2');
  });

  it('is omitted when its offers are all those of its episodes', () => {
    expect(availRows(season({ isSoldInParts: true }))).toEqual({ rows: [], leftOut: [] });
  });

  it('is written when the season was sold as such', () => {
    const uses = [aUse({ origins: [anOrigin()] })];

    expect(rowsOf(season({ isSoldInParts: true, uses }))).toHaveLength(1);
  });
});

describe('a bonus', () => {
  it('names its feature, and has the price that it was imported with', () => {
    const feature = aKnownTitle({ identifiers: [{ scheme: 'alid', value: 'feature' }] });
    const origins = [
      anOrigin({
        'AvailAsset/WorkType': 'Supplemental',
        'AvailTrans/PriceType': 'NA',
        'AvailTrans/PriceValue': 'NA',
        'AvailTrans/PriceCurrency': '',
        'Reference/RefLicenseType': 'EST',
      }),
    ];
    const uses = [aUse({ origins, prices: prices('0') })];
    const row = onlyRow(aSoldTitle({ details: { kind: 'supplement' }, parents: [feature], uses }));

    expect(row).toMatchObject({
      'AvailAsset/WorkType': 'Supplemental',
      'AvailTrans/PriceType': 'NA',
      'Reference/RefALID': 'feature',
      'Reference/RefLicenseType': 'EST',
    });
    const columns = exportColumns([row]).map(({ key }) => key);
    expect(columns.slice(-2)).toEqual(['Reference/RefALID', 'Reference/RefLicenseType']);
    expect(exportColumns([])).toEqual(EXPORT_COLUMNS);
  });
});

describe('a volume', () => {
  it('goes out as it came in, without members', () => {
    const cells = {
      'AvailAsset/WorkType': 'Volume',
      'AvailAsset/SeriesContentID': 'series',
      'AvailAsset/SeasonContentID': 'season',
      'AvailAsset/VolumeContentID': 'volume',
      'AvailMetadata/SeriesTitleInternalAlias': 'Tides',
      'AvailMetadata/SeasonNumber': '1',
      'AvailMetadata/VolumeNumber': '2',
      'AvailMetadata/VolumeTitleInternalAlias': 'Tides, Part Two',
    };
    const uses = [aUse({ origins: [anOrigin(cells)] })];
    const title = aSoldTitle({ details: { kind: 'bundle', title: 'Tides, Part Two' }, uses });
    const row = onlyRow(title);

    expect(row).toMatchObject(cells);
    expect(row['Avail/BundledALIDs']).toBeUndefined();
    expect(row['AvailMetadata/TitleInternalAlias']).toBeUndefined();
    expect(onlyEntry(checkOf([Object.fromEntries(Object.entries(row))])).work).toMatchObject({
      kind: 'bundle',
      title: 'Tides, Part Two',
    });
  });
});
