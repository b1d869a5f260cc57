import { describe, expect, it } from 'vitest';
import { availRows } from '../../../../../src/domain/avails/avail-rows';
import type { UseParts } from '../../../../builders/avail-builders';
import { ALL_TERRITORIES } from '../../../../../src/domain/values/territory';
import { anOrigin, aSoldTitle, aUse } from '../../../../builders/avail-builders';
import { anId } from '../../../../builders/license-builders';
import { checkOf, onlyEntry } from '../../../../builders/sheet-builders';
import { rowsOf, onlyRow, rowOfUse } from './exported-rows';

describe('the terms of a license', () => {
  const LANGUAGES = { allowed: ['en', 'fr'], heldBack: ['fr-CA'] };
  const cellsOf = (use: UseParts) => {
    const row = rowOfUse(use);
    return [
      row['AvailTrans/AllowedLanguages'] ?? '',
      row['AvailTrans/HoldbackLanguage'] ?? '',
      row['AvailTrans/Exclusive'] ?? '',
    ];
  };

  it('are cells when they restrict something, and none when they do not', () => {
    expect(cellsOf({ languages: LANGUAGES, exclusive: true })).toEqual(['en, fr', 'fr-CA', 'Yes']);
    expect(cellsOf({})).toEqual(['', '', '']);
  });

  it('are exclusive without a word where another row of the offer says so', () => {
    const origins = ['Yes', ''].map((said, number) =>
      anOrigin(
        { 'AvailTrans/Exclusive': said, 'AvailTrans/FormatProfile': said === '' ? 'SD' : 'HD' },
        { number },
      ),
    );
    const exclusive = (isExclusive: boolean) =>
      rowsOf(aSoldTitle({ uses: [aUse({ exclusive: isExclusive, origins })] })).map(
        (row) => row['AvailTrans/Exclusive'],
      );

    expect(exclusive(true)).toEqual(['Yes', undefined]);
    expect(exclusive(false)).toEqual(['No', undefined]);
  });

  it('are as they were imported while they mean the same', () => {
    const cells = {
      'AvailTrans/AllowedLanguages': 'FR, en',
      'AvailTrans/HoldbackLanguage': 'fr-ca, es',
      'AvailTrans/Exclusive': 'y',
    };
    const origins = [anOrigin(cells)];
    expect(cellsOf({ languages: LANGUAGES, exclusive: true, origins })).toEqual([
      'FR, en',
      'fr-ca, es',
      'y',
    ]);
    expect(cellsOf({ languages: { allowed: ['en'], heldBack: [] }, origins })).toEqual([
      'en',
      '',
      'No',
    ]);
  });

  it('do not repeat the language of the assets', () => {
    const origins = [anOrigin({ 'AvailTrans/AssetLanguage': 'fr' })];
    expect(cellsOf({ languages: { allowed: ['fr'], heldBack: [] }, origins })[0]).toBe('');
    expect(cellsOf({ languages: { allowed: ['en', 'fr'], heldBack: [] }, origins })[0]).toBe(
      'en, fr',
    );
    const both = ['en', 'fr'].map((tag) => anOrigin({ 'AvailTrans/AssetLanguage': tag }));
    const use = aUse({ languages: { allowed: ['en', 'fr'], heldBack: [] }, origins: both });
    const rows = rowsOf(aSoldTitle({ uses: [use] }));
    expect(rows.map((row) => row['AvailTrans/AllowedLanguages'] ?? '')).toEqual(['', '']);
  });

  it('are a row for each of its formats, where a price is for all', () => {
    const rows = rowsOf(aSoldTitle({ uses: [aUse({ formats: ['SD', 'UHD'] })] }));
    expect(rows.map((row) => row['AvailTrans/FormatProfile'])).toEqual(['SD', 'UHD']);
  });
});

describe('territories of a subscription', () => {
  const places = (territories: readonly string[], rightsType = 'SVOD', parts: UseParts = {}) =>
    rowsOf(aSoldTitle({ uses: [aUse({ ...parts, rightsType, territories })] })).map((row) =>
      [row['AvailTrans/Territory'], row['AvailTrans/TerritoryExclusion']]
        .filter(Boolean)
        .join(' - '),
    );
  const without = (...codes: string[]) => ALL_TERRITORIES.filter((code) => !codes.includes(code));

  it.each<readonly [string, readonly string[], readonly string[]]>([
    ['one', ['CA'], ['CA']],
    ['several as a list', ['CA', 'FR', 'US'], ['CA, FR, US']],
    ['the world', ALL_TERRITORIES, ['ZZ']],
    ['the world less some', without('CA', 'US'), ['ZZ - CA, US']],
  ])('are written as %s', (_, territories, expected) => {
    expect(places(territories)).toEqual(expected);
  });

  it.each(['EST', 'TVOD', 'POEST', 'AVOD'])(
    'are a list for subscriptions only, not for %s',
    (type) => {
      expect(places(['CA', 'US'], type)).toEqual(['CA', 'US']);
    },
  );

  it('have a row each for a receiver that reads no lists', () => {
    const title = aSoldTitle({ uses: [aUse({ rightsType: 'SVOD', territories: ['CA', 'US'] })] });
    const { rows } = availRows(title, { territories: 'each' });
    expect(rows.map((row) => row['AvailTrans/Territory'])).toEqual(['CA', 'US']);
  });

  it('share a row only with the same imported rows and the same days', () => {
    const origins = [
      anOrigin({ 'AvailTrans/FormatProfile': 'HD' }, { territories: ['CA', 'FR'] }),
      anOrigin({ 'AvailTrans/FormatProfile': 'SD' }, { territories: ['US'] }),
    ];
    expect(places(['CA', 'FR', 'US'], 'SVOD', { origins })).toEqual(['CA, FR', 'US']);
  });

  it('are read back as they were', () => {
    const title = aSoldTitle({ uses: [aUse({ rightsType: 'SVOD', territories: without('CA') })] });
    const rows = rowsOf(title).map((row) => Object.fromEntries(Object.entries(row)));
    expect(onlyEntry(checkOf(rows)).territories).toEqual(without('CA'));
  });

  it('keep the AvailID of a list that was imported, and that of the first when another follows', () => {
    const origins = [anOrigin({ 'Avail/AvailID': 'list-1' }, { territories: ['CA', 'US'] })];
    const own = { id: anId(), licenseId: anId() };
    const idOf = (territories: readonly string[], parts: UseParts = {}) =>
      onlyRow(
        aSoldTitle({
          id: own.id,
          uses: [aUse({ ...parts, licenseId: own.licenseId, rightsType: 'SVOD', territories })],
        }),
      )['Avail/AvailID'];
    expect(idOf(['CA', 'US'], { origins })).toBe('list-1');
    expect(idOf(['CA', 'US'])).toBe(idOf(['CA']));
  });
});
