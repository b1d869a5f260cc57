import ICAL from 'ical.js';
import { expect, it } from 'vitest';
import type { CalendarEvent, RightsEvent } from '../../../../src/service/content/calendar-views';
import type { PlacePrices } from '../../../../src/domain/price-table/offer-amounts';
import { amountSummary } from '../../../../src/domain/price-table/offer-amounts';
import type { FeedData } from '../../../../src/domain/events/feed';
import type { FeedEvent } from '../../../../src/service/events/feed-service';
import { feedEntry } from '../../../../app/calendar/feed-words';
import { feedFile } from '@/calendar/feed-file';
import { aTierLine, days, prices } from '../../../builders/license-builders';

const ORIGIN = 'https://rights.example';
const AT = '2026-11-22T10:00:00.000Z';

const feed: FeedData = {
  id: 'f1',
  name: 'Halcyon; ends, and more',
  studio: 'Halcyon Pictures',
  parts: ['starts', 'ends', 'going-dark', 'gaps'],
  madeBy: 'Priya',
  madeAt: AT,
};
const spring: Omit<CalendarEvent, 'kind' | 'day'> = {
  licenseId: '9d2c',
  licenseName: 'Library 2026',
  studio: 'Halcyon Pictures',
  rightsType: 'TVOD',
  territories: ['CA', 'US'],
  formats: null,
  offer: {
    name: 'Spring',
    prices: prices('4.99'),
    window: days('2026-03-01', '2026-05-31'),
    devices: ['tv'],
  },
  titles: 12,
  examples: [
    'Low Orbit',
    'Kestrel, Low',
    'A long name that has to be folded somewhere in the middle',
  ],
};
const gap = {
  contentId: 'c7',
  title: 'Low Orbit',
  kind: 'movie',
  studio: 'Halcyon Pictures',
  day: '2026-06-01',
  isTakenDown: false,
  places: [{ rightsType: 'TVOD', territories: ['US'] }],
};
const FIXED = amountSummary(spring.offer.prices, []);
const events: FeedEvent[] = [
  { part: 'starts', event: { ...spring, kind: 'starts', day: '2026-03-01' }, prices: FIXED },
  { part: 'ends', event: { ...spring, kind: 'ends', day: '2026-06-01' }, prices: FIXED },
  { part: 'going-dark', gap: { ...gap, until: null } },
  { part: 'gaps', gap: { ...gap, until: '2026-06-13' } },
];

it('tells what a tier costs on the day, in one place or in several', () => {
  const onTier = { ...spring, offer: { ...spring.offer, prices: [aTierLine('Tier 1')] } };
  const costs = (minor: number, currency: string) => [
    { format: null, kind: 'WSP', tier: 'Tier 1', price: { minor, currency } },
  ];
  const told = (places: readonly PlacePrices[]) =>
    feedEntry({
      ...{ part: 'starts', event: { ...onTier, kind: 'starts', day: '2026-03-01' } },
      prices: amountSummary(onTier.offer.prices, places),
    }).summary;

  expect(told([{ territories: ['CA', 'US'], prices: costs(999, 'USD') }])).toContain(
    'Spring, Tier 1 $9.99 —',
  );
  expect(
    told([
      { territories: ['US'], prices: costs(999, 'USD') },
      { territories: ['CA'], prices: costs(1299, 'CAD') },
    ]),
  ).toContain('Spring, Tier 1 $9.99, C$12.99 —');
});

it('is a calendar that another program reads: whole days, the last of them told exclusive', () => {
  expect(read(file()).map((event) => [event.uid, event.summary, ...daysOf(event)])).toEqual([
    [
      'starts-9d2c-2026-03-01@crms',
      'Starts: Spring, $4.99 — Library 2026 (12 titles)',
      '2026-03-01',
      '2026-03-02',
    ],
    [
      'ends-9d2c-2026-03-01@crms',
      'Ends: Spring, $4.99 — Library 2026 (12 titles)',
      '2026-05-31',
      '2026-06-01',
    ],
    [
      'dark-c7-2026-06-01@crms',
      'Goes dark: Low Orbit, United States · TVOD',
      '2026-06-01',
      '2026-06-02',
    ],
    [
      'gap-c7-2026-06-01-2026-06-13@crms',
      'Gap: Low Orbit, United States · TVOD, dark 12 days',
      '2026-06-01',
      '2026-06-13',
    ],
  ]);
});

it('says of days that are taken down that they are', () => {
  const down = { ...gap, isTakenDown: true };
  const told = [
    feedEntry({ part: 'going-dark', gap: { ...down, until: null } }),
    feedEntry({ part: 'gaps', gap: { ...down, until: '2026-06-13' } }),
  ];
  expect(told.map(({ summary }) => summary)).toEqual([
    'Taken down: Low Orbit, United States · TVOD',
    'Taken down: Low Orbit, United States · TVOD, 12 days',
  ]);
  expect(told[0]?.description).toContain('It is taken down there from this day.');
});

it('tells rights that end and come back, where, and why', () => {
  const told = { day: '2026-07-01', studio: 'Halcyon Pictures', reason: 'Terminated' };
  const title = { contentId: 'c7', title: 'Low Orbit', takedown: 4, rightsTypes: ['EST'] };
  const rights: RightsEvent[] = [
    { kind: 'rights-ended', ...told, licenseId: '9d2c', licenseName: 'Library 2026' },
    { kind: 'taken-down', ...told, ...title, territories: ['AT'] },
    { kind: 'back', ...told, ...title, day: '2026-09-01', territories: null, rightsTypes: null },
  ];

  expect(rights.map((event) => feedEntry({ part: 'rights', rights: event }))).toEqual([
    {
      uid: 'rights-ended-9d2c@crms',
      ...{ start: '2026-07-01', end: '2026-07-02', path: '/licenses/9d2c' },
      summary: 'Rights ended: Library 2026',
      description: 'Halcyon Pictures. Terminated.',
    },
    {
      uid: 'taken-down-c7-4@crms',
      ...{ start: '2026-07-01', end: '2026-07-02', path: '/content/c7' },
      summary: 'Taken down: Low Orbit, in Austria as EST',
      description: 'Halcyon Pictures. Terminated.',
    },
    {
      uid: 'back-c7-4@crms',
      ...{ start: '2026-09-01', end: '2026-09-02', path: '/content/c7' },
      summary: 'Back: Low Orbit, everywhere',
      description: 'Halcyon Pictures. Terminated.',
    },
  ]);
});

it('leads to where it can be put right', () => {
  expect(read(file()).map(({ component }) => component.getFirstPropertyValue('url'))).toEqual([
    `${ORIGIN}/licenses/9d2c`,
    `${ORIGIN}/licenses/9d2c`,
    `${ORIGIN}/content/c7`,
    `${ORIGIN}/content/c7`,
  ]);
});

it('says its name, how often to come back, and when it was made', () => {
  const text = file();
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);

  expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe('Halcyon; ends, and more');
  expect(text).toContain('REFRESH-INTERVAL;VALUE=DURATION:PT4H');
  expect(text).toContain('X-PUBLISHED-TTL:PT4H');
  expect(text.match(/DTSTAMP:20261122T100000Z/g)).toHaveLength(events.length);
  expect(text).toMatch(/DTSTART;VALUE=DATE:20260301\r\n/);
});

it('keeps its lines as short as the format wants, and escapes what has a meaning in it', () => {
  const text = file();

  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(read(text)[0]?.description).toContain('Low Orbit, Kestrel, Low, A long name that has');
});

it('says so when there was more', () => {
  const cut = feedFile(feed, { events, isCut: true }, ORIGIN, AT).replaceAll('\r\n ', '');

  expect(cut).toContain('Only the first 2,000 upcoming events are included');
  expect(file()).not.toContain('Only the first');
});

it('is a calendar without events too', () => {
  expect(read(feedFile(feed, { events: [], isCut: false }, ORIGIN, AT))).toEqual([]);
});

function file(): string {
  return feedFile(feed, { events, isCut: false }, ORIGIN, AT);
}

function read(text: string): ICAL.Event[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  return calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
}

function daysOf({ startDate, endDate }: ICAL.Event): string[] {
  expect([startDate.isDate, endDate.isDate]).toEqual([true, true]);
  return [startDate.toString(), endDate.toString()];
}
