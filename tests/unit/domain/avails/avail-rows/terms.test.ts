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

  describe('that are languages of assets', () => {
    const asset = (tag: string) => anOrigin({ 'AvailTrans/AssetLanguage': tag });
    const later = { startsOn: '2031-01-01', endsOn: '2032-01-01' };
    const only = (...allowed: readonly string[]) => ({ allowed, heldBack: [] });
    const allowedIn = (...uses: readonly UseParts[]) =>
      rowsOf(aSoldTitle({ uses: uses.map(aUse) })).map((row) =>
        [row['AvailTrans/AssetLanguage'], row['AvailTrans/AllowedLanguages'] ?? ''].join(': '),
      );
    const french = { languages: only('fr'), origins: [asset('fr')] };
    const english = { languages: only('en'), origins: [asset('en')], window: later };

    it('are not repeated where rows in other languages are offered differently', () => {
      expect(allowedIn(french, english)).toEqual(['fr: ', 'en: ']);
    });

    it.each<readonly [string, readonly UseParts[], readonly string[]]>([
      ['no other rows', [french], ['fr: fr']],
      [
        'only rows of other rights',
        [french, { ...english, rightsType: 'SVOD' }],
        ['fr: fr', 'en: en'],
      ],
      [
        'only rows that offer the same',
        [{ languages: only('en', 'fr'), origins: [asset('en'), asset('fr')] }],
        ['en: en, fr', 'fr: en, fr'],
      ],
      [
        'rows that do not say all of them',
        [{ ...french, languages: only('de', 'fr') }, english],
        ['fr: de, fr', 'en: '],
      ],
      [
        'rows for none of them',
        [{ ...french, languages: only('de') }, english],
        ['fr: de', 'en: '],
      ],
    ])('are allowed where there are %s', (_, uses, expected) => {
      expect(allowedIn(...uses)).toEqual(expected);
    });

    it('have rows of their own, from a row for several licenses', () => {
      const both = { origins: [asset('en, fr')] };
      expect(allowedIn({ ...french, ...both }, { ...english, ...both })).toEqual(['fr: ', 'en: ']);
    });

    it('are allowed where rows in other languages are of a format that is not exported', () => {
      const inSd = { 'AvailTrans/AssetLanguage': 'en', 'AvailTrans/FormatProfile': 'SD' };
      const uses = [french, { ...english, origins: [anOrigin(inSd)] }].map(aUse);
      const { rows } = availRows(aSoldTitle({ uses }), { formats: ['HD'] });
      expect(rows.map((row) => row['AvailTrans/AllowedLanguages'])).toEqual(['fr']);
    });
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
