import { describe, expect, it } from 'vitest';
import { MOVIE, checkOf, onlyEntry } from '../../../../builders/sheet-builders';
import { expectProblems } from './row-cases';

describe('R3: a territory', () => {
  expectProblems(MOVIE, [
    ['is known', { 'AvailTrans/Territory': 'XX' }, 'R3 error AvailTrans/Territory'],
    [
      'in small letters is read',
      { 'AvailTrans/Territory': 'ca' },
      'R3 warning AvailTrans/Territory',
    ],
    ['UK is GB', { 'AvailTrans/Territory': 'UK' }, 'R3 error AvailTrans/Territory'],
    [
      'is no part of a country',
      { 'AvailTrans/Territory': 'CA-QC' },
      'R3 error AvailTrans/Territory',
    ],
    ['is not a region', { 'AvailTrans/Territory': '419' }, 'R3 error AvailTrans/Territory'],
    [
      'may be the whole world',
      { 'AvailTrans/Territory': '001', 'AvailMetadata/CaptionIncluded': 'yes' },
    ],
    ['may be several', { 'AvailTrans/Territory': 'CA, FR' }, 'R3 warning AvailTrans/Territory'],
    [
      'may be several, all known',
      { 'AvailTrans/Territory': 'CA,XX' },
      'R3 error AvailTrans/Territory',
      'R3 warning AvailTrans/Territory',
    ],
    [
      'may be excluded',
      { 'AvailTrans/Territory': 'EU', 'AvailTrans/TerritoryExclusion': 'FR, DE' },
    ],
    [
      'is excluded only where it is included',
      { 'AvailTrans/TerritoryExclusion': 'FR' },
      'R3 warning AvailTrans/TerritoryExclusion',
    ],
    [
      'has to remain',
      { 'AvailTrans/TerritoryExclusion': 'CA' },
      'R3 error AvailTrans/TerritoryExclusion',
    ],
    [
      'that is excluded is known',
      { 'AvailTrans/TerritoryExclusion': 'XX' },
      'R3 error AvailTrans/TerritoryExclusion',
    ],
  ]);

  it.each([
    ['ZZ', 'CA', 249],
    ['ZZ', '', 250],
    ['EU', '', 27],
    ['FR,CA,FR', '', 2],
  ])('%s without “%s” are %i', (territory, exclusion, count) => {
    const cells = {
      ...MOVIE,
      'AvailTrans/Territory': territory,
      'AvailTrans/TerritoryExclusion': exclusion,
    };
    const { territories } = onlyEntry(checkOf([cells]));
    expect(territories).toHaveLength(count);
    expect(territories).toEqual([...new Set(territories)].sort());
  });
});
