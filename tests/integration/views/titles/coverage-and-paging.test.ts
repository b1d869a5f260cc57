import { beforeAll, describe, expect, test } from 'vitest';
import type { ContentFilter } from '../../../../src/service/content/content-views';
import { aName } from '../../../builders/license-builders';
import { testDatabase } from '../../support';
import { TODAY, stockOn } from './support-stock';

const database = await testDatabase();
const { views, licenseWith, titleOnOffer, titleWith, titles } = stockOn(database);

describe('coverage on 15 June', () => {
  const studio = aName('Coverage');

  beforeAll(async () => {
    const onOffer = (title: string, ...windows: (readonly [string, string | null])[]) =>
      titleOnOffer({ studio, title }, ...windows);
    await onOffer('ended yesterday', ['2026-02-01', '2026-06-14']);
    await onOffer('last day today', ['2026-02-01', '2026-06-15']);
    await onOffer('first day today', ['2026-06-15', null]);
    await onOffer('begins tomorrow', ['2026-06-16', null]);
    await onOffer('dark in 90 days', ['2026-02-01', '2026-09-12']);
    await onOffer('dark in 91 days', ['2026-02-01', '2026-09-13']);
    await onOffer('gap from tomorrow', ['2026-02-01', '2026-06-15'], ['2026-07-01', null]);
    await onOffer('gap since today', ['2026-02-01', '2026-06-14'], ['2026-07-01', null]);
    await onOffer('gap is over', ['2026-02-01', '2026-03-01'], ['2026-04-01', null]);
  });

  test.each<[NonNullable<ContentFilter['coverage']>, string[]]>([
    [
      'on-offer',
      [
        'dark in 90 days',
        'dark in 91 days',
        'first day today',
        'gap from tomorrow',
        'gap is over',
        'last day today',
      ],
    ],
    [
      ['going-dark', 'gap-ahead'],
      ['dark in 90 days', 'gap from tomorrow', 'last day today'],
    ],
    ['off-offer', ['begins tomorrow', 'ended yesterday', 'gap since today']],
    ['going-dark', ['dark in 90 days', 'last day today']],
    ['gap-ahead', ['gap from tomorrow']],
  ])('%s', async (coverage, expected) => {
    expect(await titles({ studio, coverage })).toEqual(expected);
  });
});

describe('paging', () => {
  const studio = aName('Pages');
  const names = Array.from({ length: 11 }, (_, index) => `Lantern ${index % 3}`);

  beforeAll(async () => {
    const license = await licenseWith(['2026-02-01', '2026-03-31']);
    for (const title of names) await titleWith({ studio, title }, license);
  });

  test.each([undefined, 'lantern', 'lantrn'])(
    'shows each title once, forwards and backwards, searching for %s',
    async (text) => {
      const page = (cursor?: string) =>
        views.list({ filter: { studio, text }, cursor, today: TODAY, pageSize: 4 });
      const pages = [await page()];
      for (let next = pages[0]?.next ?? null; next !== null; next = pages.at(-1)?.next ?? null)
        pages.push(await page(next));
      const seen = pages.flatMap(({ rows }) => rows);
      expect(seen.map(({ title }) => title)).toEqual([...names].sort());
      expect(new Set(seen.map(({ id }) => id)).size).toBe(names.length);
      expect(pages.map(({ total }) => total)).toEqual(pages.map(() => names.length));
      const back = await page(pages.at(-1)?.previous ?? '');
      expect(back.rows).toEqual(pages.at(-2)?.rows);
      expect(pages[0]?.previous).toBeNull();
    },
  );
});
