import registry from 'language-subtag-registry/data/json/registry.json' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import { MOVIE, checkOf, onlyEntry } from '../../../../builders/sheet-builders';

/** The two-letter regions of the IANA registry: those of ISO 3166-1 and some that ISO reserves. */
const REGIONS: readonly string[] = registry.flatMap((entry) =>
  entry.Type === 'region' && entry.Subtag?.length === 2 && entry.Deprecated === undefined
    ? [entry.Subtag]
    : [],
);

const [TERRITORY, EXCLUSION] = ['AvailTrans/Territory', 'AvailTrans/TerritoryExclusion'] as const;

/** The first problem of a row with these territories. */
function firstProblem(territory: string, exclusion = '') {
  const row = { ...MOVIE, [TERRITORY]: territory, [EXCLUSION]: exclusion };
  const [problem] = checkOf([row]).problems.filter(({ severity }) => severity === 'error');
  return problem;
}

/** The codes in a remedy. */
function codesIn(remedy: string): string[] {
  return remedy.match(/\b[A-Z]{2}\b/g) ?? [];
}

/** Parts of countries with their own code, as in ISO 3166-2. */
const WITH_OWN_CODE = [
  ...['US-PR PR', 'US-GU GU', 'US-VI VI', 'US-AS AS', 'US-MP MP', 'US-UM UM'],
  ...['CN-TW TW', 'CN-HK HK', 'CN-MO MO', 'NL-AW AW', 'NL-CW CW', 'NL-SX SX', 'NL-BQ BQ'],
  ...['FR-971 GP', 'FR-972 MQ', 'FR-973 GF', 'FR-974 RE', 'FR-976 YT', 'FR-RE RE', 'FR-GP GP'],
  ...['FR-NC NC', 'FR-PF PF', 'FR-BL BL', 'FR-MF MF', 'FR-PM PM', 'FR-TF TF', 'FR-WF WF'],
  ...['NO-21 SJ', 'NO-22 SJ', 'FI-01 AX', 'DK-GL GL', 'GB-IM IM', 'cn-hk HK'],
].map((line) => line.split(' ') as [part: string, code: string]);

describe('a part of a country with its own code', () => {
  it.each(WITH_OWN_CODE)('%s becomes %s as a territory', (part, code) => {
    const problem = firstProblem(part);
    expect(problem).toMatchObject({ column: TERRITORY, value: part });
    expect(codesIn(problem?.remedy ?? '')).toEqual([code]);
  });

  it.each(WITH_OWN_CODE)('%s becomes %s as an exclusion', (part, code) => {
    const problem = firstProblem('ZZ', part);
    expect(problem).toMatchObject({ column: EXCLUSION, value: part });
    expect(codesIn(problem?.remedy ?? '')).toEqual([code]);
  });

  it('has its name in the message', () => {
    expect(firstProblem('CN-HK')).toMatchObject({
      message: '“CN-HK” is not the ISO 3166-1 code of Hong Kong.',
      remedy: 'Enter HK (Hong Kong).',
    });
  });
});

describe('a part of a country without its own code', () => {
  it.each([
    ['CA-QC', 'Remove the row, or ask the studio whether it grants all of CA (Canada).'],
    ['US-CA', 'Remove the row, or ask the studio whether it grants all of US (United States).'],
    ['ES-CN', 'Remove the row, or ask the studio whether it grants all of ES (Spain).'],
    ['XX-CA', 'Remove the row.'],
  ])('%s is not replaced by a wider grant: %s', (part, remedy) => {
    expect(firstProblem(part)).toMatchObject({
      message: `“${part}” is part of a country; only whole countries can be stored.`,
      remedy,
    });
  });

  it('belongs to the territory of its code', () => {
    expect(codesIn(firstProblem('NL-BQ1')?.remedy ?? '')).toEqual(['BQ']);
  });

  it.each([
    ['CA', 'CA-QC', 'Remove the row: the rest of CA (Canada) cannot be stored.'],
    ['ZZ', 'CA-QC', 'Exclude all of CA (Canada), which grants less, or remove the row.'],
    ['US,FR', 'CA-QC', 'Clear it: Territory does not include CA (Canada).'],
    ['ZZ', 'XX-CA', 'Remove the row.'],
  ])('of %s without %s is not replaced by a wider grant: %s', (territory, exclusion, remedy) => {
    expect(firstProblem(territory, exclusion)).toMatchObject({
      message: `“${exclusion}” is part of a country; only whole countries can be excluded.`,
      remedy,
    });
  });
});

describe('any other text instead of a country', () => {
  it.each([
    ['UK', 'Enter GB (United Kingdom).'],
    ['EL', 'Enter GR (Greece).'],
    ['840', 'Enter US (United States).'],
    ['004', 'Enter AF (Afghanistan).'],
    ['canada', 'Enter CA (Canada).'],
    ['TP', 'Enter TL (Timor-Leste).'],
    [
      'AN',
      'Enter one row for each of BQ (Bonaire, Sint Eustatius and Saba), CW (Curaçao) and SX (Sint Maarten (Dutch part)).',
    ],
    ['419', 'Enter one row for each country of the region.'],
    ['XX', 'Enter the two-letter country code, such as US, or ZZ for every country.'],
    ['toString', 'Enter the two-letter country code, such as US, or ZZ for every country.'],
  ])('“%s” as a territory: %s', (text, remedy) => {
    expect(firstProblem(text)?.remedy).toBe(remedy);
  });

  it.each([
    ['UK', 'Enter GB (United Kingdom).'],
    ['CS', 'Enter ME (Montenegro), RS (Serbia).'],
    ['419', 'Enter the code of each country of the region, separated by commas.'],
    ['XX', 'Enter the two-letter country code, such as US.'],
  ])('“%s” as an exclusion: %s', (text, remedy) => {
    expect(firstProblem('ZZ', text)?.remedy).toBe(remedy);
  });
});

describe('the remedies for territories', () => {
  /** Each ISO 3166-1 code, as a part of each country, and each number. */
  const texts = [
    ...REGIONS.flatMap((country) => REGIONS.map((part) => `${country}-${part}`)),
    ...Array.from({ length: 1_000 }, (_, number) => String(number).padStart(3, '0')),
  ];

  it('name only codes that the registry has and imports accept', () => {
    const lists = [texts.join(), texts.slice(0, 1_000).join()] as const;
    const { problems } = checkOf([
      { ...MOVIE, [TERRITORY]: lists[0] },
      { ...MOVIE, [TERRITORY]: 'ZZ', [EXCLUSION]: lists[1] },
    ]);
    const named = [...new Set(problems.flatMap(({ remedy }) => codesIn(remedy)))].sort();
    expect(named.filter((code) => !REGIONS.includes(code))).toEqual(['XK']);
    for (const code of named)
      expect(onlyEntry(checkOf([{ ...MOVIE, [TERRITORY]: code }])).territories).toContain(
        code === 'ZZ' ? 'CA' : code,
      );
    expect(named.length).toBeGreaterThan(240);
  });
});

describe('Kosovo', () => {
  it('is a territory, as in public lists', () => {
    expect(onlyEntry(checkOf([{ ...MOVIE, [TERRITORY]: 'XK' }])).territories).toEqual(['XK']);
  });
});

describe('the territories', () => {
  it('are those of the registry without the reserved ones', () => {
    const reserved = ['AA', 'AC', 'CP', 'CQ', 'DG', 'EA', 'EU', 'EZ', 'IC', 'TA', 'UN', 'ZZ'];
    const kept = REGIONS.filter(
      (code) => checkOf([{ ...MOVIE, [TERRITORY]: code }]).rows[0]?.entry?.territories[0] === code,
    );
    expect(kept).toHaveLength(249);
    expect(REGIONS.filter((code) => !kept.includes(code))).toEqual(reserved);
  });
});
