/** A row's cells by column key. */
export type Cells = Readonly<Record<string, string>>;

/** A movie of Northlight, sold in the United States in HD for $9.99 in 2027. `cells` replace values; '' clears one. */
export function aMovieRow(alid: string, cells: Cells = {}): Cells {
  const row: Cells = {
    'Avail/ALID': alid,
    'Avail/DisplayName': 'Northlight',
    'AvailTrans/ContractID': 'NL-1',
    'AvailAsset/ContentID': `md:cid:org:northlight.example:${alid}`,
    'AvailAsset/WorkType': 'Movie',
    'Disposition/EntryType': 'Full Extract',
    'AvailMetadata/TitleInternalAlias': `Movie ${alid}`,
    'AvailTrans/Territory': 'US',
    'AvailTrans/LicenseType': 'EST',
    'AvailTrans/FormatProfile': 'HD',
    'AvailTrans/Start': '2027-01-01',
    'AvailTrans/End': '2027-12-31',
    'AvailTrans/PriceType': 'WSP',
    'AvailTrans/PriceValue': '9.99',
    'AvailTrans/PriceCurrency': 'USD',
    'AvailMetadata/CaptionIncluded': 'Yes',
    ...cells,
  };
  return Object.fromEntries(Object.entries(row).filter(([, text]) => text !== ''));
}

/** An episode of a season of a series, otherwise like `aMovieRow`. */
export function anEpisodeRow(alid: string, number: number, cells: Cells = {}): Cells {
  const series = 'md:cid:org:northlight.example:lantern';
  return aMovieRow(alid, {
    'AvailAsset/WorkType': 'Episode',
    'AvailMetadata/TitleInternalAlias': '',
    'AvailAsset/ContentID': '',
    'AvailAsset/SeriesContentID': series,
    'AvailAsset/SeasonContentID': `${series}-1`,
    'AvailAsset/EpisodeContentID': `${series}-1-${number}`,
    'AvailMetadata/SeriesTitleInternalAlias': 'Lantern Street',
    'AvailMetadata/SeasonNumber': '1',
    'AvailMetadata/EpisodeNumber': String(number),
    'AvailMetadata/EpisodeCount': '8',
    'AvailMetadata/EpisodeTitleInternalAlias': `Part ${number}`,
    ...cells,
  });
}
