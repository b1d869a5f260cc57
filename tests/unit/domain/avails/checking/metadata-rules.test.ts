import { describe, expect, it } from 'vitest';
import type { Cells } from '../../../../builders/sheet-builders';
import {
  COLLECTION,
  EPISODE,
  MOVIE,
  SEASON,
  checkOf,
  onlyEntry,
} from '../../../../builders/sheet-builders';
import { problemsOf } from './row-cases';

type CaseOf = readonly [what: string, base: Cells, changed: Cells, ...expected: string[]];

function casesOf(list: readonly CaseOf[]) {
  return list.map(([what, base, changed, ...expected]) => ({ what, base, changed, expected }));
}

describe('the rules for the rest of a row', () => {
  const preOrder = { 'AvailTrans/LicenseType': 'POEST' };
  const US = { 'AvailTrans/Territory': 'US' };
  const rated = (system: string, value: string) => ({
    'AvailMetadata/RatingSystem': system,
    'AvailMetadata/RatingValue': value,
  });
  it.each(
    casesOf([
      [
        'R8: a pre-order needs its first day',
        MOVIE,
        preOrder,
        'R8 error AvailTrans/SuppressionLiftDate',
      ],
      [
        'R8: and then is fine',
        MOVIE,
        {
          ...preOrder,
          'AvailTrans/SuppressionLiftDate': '2027-02-01',
          'AvailTrans/SpecialPreOrderFulfillDate': '2027-03-01',
        },
      ],
      [
        'R8: only a pre-order is delivered on a day',
        MOVIE,
        { 'AvailTrans/SpecialPreOrderFulfillDate': '2027-03-01' },
        'R8 error AvailTrans/SpecialPreOrderFulfillDate',
      ],
      [
        'R9: an episode has a number',
        EPISODE,
        { 'AvailMetadata/EpisodeNumber': '3a' },
        'R9 error AvailMetadata/EpisodeNumber',
      ],
      [
        'R9: that is whole',
        EPISODE,
        { 'AvailMetadata/EpisodeNumber': '3.5' },
        'R9 error AvailMetadata/EpisodeNumber',
      ],
      ['R9: that can be a date', EPISODE, { 'AvailMetadata/EpisodeNumber': '20270304' }],
      ['R9: that can be 11,500', EPISODE, { 'AvailMetadata/EpisodeNumber': '11500' }],
      [
        'R9: and no more',
        EPISODE,
        { 'AvailMetadata/EpisodeNumber': '100000000' },
        'R9 error AvailMetadata/EpisodeNumber',
      ],
      [
        'R9: a season has a number',
        SEASON,
        { 'AvailMetadata/SeasonNumber': 'two' },
        'R9 error AvailMetadata/SeasonNumber',
      ],
      [
        'R9: a season is no episode',
        SEASON,
        { 'AvailAsset/EpisodeContentID': 'x' },
        'R9 warning AvailAsset/EpisodeContentID',
      ],
      [
        'R10: a collection has members',
        COLLECTION,
        { 'Avail/BundledALIDs': '' },
        'R10 error Avail/BundledALIDs',
      ],
      [
        'R10: that are some',
        COLLECTION,
        { 'Avail/BundledALIDs': ' ; ' },
        'R10 error Avail/BundledALIDs',
      ],
      [
        'R10: and not itself',
        COLLECTION,
        { 'Avail/BundledALIDs': 'a;md:alid:org:northlight.example:harbors' },
        'R10 error Avail/BundledALIDs',
      ],
      [
        'R10: that are identifiers',
        COLLECTION,
        { 'Avail/BundledALIDs': 'a b;c' },
        'R10 error Avail/BundledALIDs',
      ],
      [
        'R10: and have semicolons between',
        COLLECTION,
        { 'Avail/BundledALIDs': 'a,b' },
        'R10 warning Avail/BundledALIDs',
      ],
      [
        'R10: a movie has none',
        MOVIE,
        { 'Avail/BundledALIDs': 'a;b' },
        'R10 error Avail/BundledALIDs',
      ],
      [
        'R10: a bonus belongs to a title of the file',
        MOVIE,
        { 'Reference/RefALID': 'a' },
        'R10 warning Reference/RefALID',
      ],
      [
        'R11: the United States ask for captions',
        MOVIE,
        US,
        'R11 warning AvailMetadata/CaptionIncluded',
      ],
      ['R11: which are included', MOVIE, { ...US, 'AvailMetadata/CaptionIncluded': 'Yes' }],
      [
        'R11: or are not, and why',
        MOVIE,
        { ...US, 'AvailMetadata/CaptionIncluded': 'No' },
        'R11 warning AvailMetadata/CaptionExemption',
      ],
      [
        'R11: for a reason',
        MOVIE,
        { ...US, 'AvailMetadata/CaptionIncluded': 'No', 'AvailMetadata/CaptionExemption': '4' },
      ],
      [
        'R12: a language is a tag',
        MOVIE,
        { 'AvailTrans/AssetLanguage': 'English' },
        'R12 error AvailTrans/AssetLanguage',
      ],
      ['R12: with parts', MOVIE, { 'AvailTrans/AssetLanguage': 'zh-Hant-TW, es-419, x-own' }],
      [
        'R12: of the right kind',
        MOVIE,
        { 'AvailTrans/AssetLanguage': 'en_US' },
        'R12 error AvailTrans/AssetLanguage',
      ],
      [
        'R12: each of them',
        MOVIE,
        { 'AvailTrans/HoldbackLanguage': 'english, français' },
        'R12 error AvailTrans/HoldbackLanguage',
        'R12 error AvailTrans/HoldbackLanguage',
      ],
      [
        'R12: with what is delivered',
        MOVIE,
        {
          'AvailTrans/AssetLanguage': 'EN:audio',
          'AvailTrans/AllowedLanguages': 'es:subdub, fr:sub',
        },
      ],
      [
        'R12: that is known',
        MOVIE,
        { 'AvailTrans/AssetLanguage': 'en:smell' },
        'R12 error AvailTrans/AssetLanguage',
      ],
      [
        'R12: once',
        MOVIE,
        { 'AvailTrans/AssetLanguage': 'en:sub:dub' },
        'R12 error AvailTrans/AssetLanguage',
      ],
      [
        'R12: not both allowed and held back',
        MOVIE,
        { 'AvailTrans/AllowedLanguages': 'en,FR', 'AvailTrans/HoldbackLanguage': 'fr' },
        'R12 warning AvailTrans/HoldbackLanguage',
      ],
      [
        'R12: one or the other',
        MOVIE,
        { 'AvailTrans/AllowedLanguages': 'en', 'AvailTrans/HoldbackLanguage': 'fr' },
      ],
      [
        'R12: delivered if it has to be',
        MOVIE,
        { 'AvailTrans/RequiredFulfillmentLanguages': 'en,fr' },
        'R12 warning AvailTrans/RequiredFulfillmentLanguages',
      ],
      ['R12: as it is', MOVIE, { 'AvailTrans/RequiredFulfillmentLanguages': 'EN' }],
      [
        'R13: a rating has a system',
        MOVIE,
        rated('', 'PG'),
        'R13 warning AvailMetadata/RatingSystem',
      ],
      ['R13: that is known', MOVIE, rated('Stars', '5'), 'R13 warning AvailMetadata/RatingSystem'],
      ['R13: to the letter', MOVIE, rated('chvrs', 'PG'), 'R13 warning AvailMetadata/RatingSystem'],
      [
        'R13: a system has a rating',
        MOVIE,
        rated('CHVRS', ''),
        'R13 warning AvailMetadata/RatingValue',
      ],
      [
        'R13: that is known',
        MOVIE,
        rated('CHVRS', 'PG-13'),
        'R13 warning AvailMetadata/RatingValue',
      ],
      ['R13: of the territory', MOVIE, rated('CHVRS', '14A')],
      [
        'R13: and not of another',
        MOVIE,
        rated('FSK', '16'),
        'R13 warning AvailMetadata/RatingSystem',
      ],
      ['R13: or of all', MOVIE, rated('UNRATED', 'ALL')],
      [
        'L2: a person must review the row',
        MOVIE,
        { 'Avail/ExceptionFlag': 'yes' },
        'L2 warning Avail/ExceptionFlag',
      ],
      ['L2: or is not', MOVIE, { 'Avail/ExceptionFlag': 'No' }],
    ]),
  )('$what', ({ base, changed, expected }) => {
    expect(problemsOf({ ...base, ...changed })).toEqual(expected);
  });

  it('L2: a row that needs review is marked', () => {
    expect(onlyEntry(checkOf([{ ...MOVIE, 'Avail/ExceptionFlag': 'Y' }])).exception).toBe(true);
  });
});

describe('the contract of a row', () => {
  it('is that of the row, otherwise that of the rules', () => {
    const named = { ...MOVIE, 'AvailTrans/ContractID': 'NL-7' };
    expect(onlyEntry(checkOf([named], { contract: 'NL-1' })).contract).toBe('NL-7');
    expect(onlyEntry(checkOf([MOVIE], { contract: 'NL-1' })).contract).toBe('NL-1');
    expect(onlyEntry(checkOf([MOVIE])).contract).toBeNull();
  });
});
