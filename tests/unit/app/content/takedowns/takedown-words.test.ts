import { describe, expect, test } from 'vitest';
import {
  fromDayLabel,
  lostWords,
  takedownNotice,
} from '../../../../../app/content/takedowns/takedown-words';

const TODAY = '2026-11-29';

function takedown(startsOn: string, endsOn: string | null = null) {
  return {
    ...{ number: 4, days: { startsOn, endsOn }, reason: 'Rights dispute.' },
    ...{ territories: ['AT', 'DE'], rightsTypes: ['EST'] },
  };
}

describe('a takedown that has not ended', () => {
  test.each([
    ['stands', '2026-11-15', null, 'Taken down in Austria and Germany as EST since 15 Nov 2026'],
    ['begins today', TODAY, null, 'Taken down in Austria and Germany as EST since 29 Nov 2026'],
    [
      'is planned',
      '2026-11-30',
      null,
      'Will be taken down in Austria and Germany as EST on 30 Nov 2026',
    ],
    [
      'has an end ahead',
      '2026-11-15',
      '2026-11-30',
      'Taken down in Austria and Germany as EST since 15 Nov 2026, back on 30 Nov 2026',
    ],
  ])('that %s says where, when and why', (_, startsOn, endsOn, words) => {
    const notice = takedownNotice(takedown(startsOn, endsOn), TODAY);
    expect(notice?.words).toBe(`${words}: Rights dispute.`);
    expect(notice?.isPlanned).toBe(startsOn > TODAY);
    expect(notice?.canEnd).toBe(endsOn === null);
  });
});

test('a takedown that has ended by today is history', () => {
  expect(takedownNotice(takedown('2026-11-15', TODAY), TODAY)).toBeNull();
});

test('the days lost in some places are named and counted', () => {
  const days = [
    { startsOn: '2026-12-01', endsOn: '2027-01-07' },
    { startsOn: '2027-02-06', endsOn: '2027-02-07' },
  ];
  expect(lostWords({ rightsType: 'EST', territories: ['DE', 'AT'], days })).toEqual({
    places: 'Austria and Germany · EST',
    days: '1 Dec 2026 – 6 Jan 2027 and 6 Feb 2027, 38 days',
  });
});

test('days without an end are not counted, and many spans are cut', () => {
  const ends = ['2027-01-02', '2027-02-02', '2027-03-02', null];
  const days = ends.map((endsOn, index) => ({ startsOn: `2027-0${index + 1}-01`, endsOn }));
  expect(lostWords({ rightsType: 'EST', territories: ['AT'], days }).days).toBe(
    '1 Jan 2027, 1 Feb 2027, 1 Mar 2027 and 1 more',
  );
});

test.each([
  ['2026-12-01', 'Take down from 1 Dec 2026'],
  ['2026-02-30', 'Take down'],
  ['10000-01-01', 'Take down'],
  ['', 'Take down'],
])('the label for the day %j is %s', (text, label) => {
  expect(fromDayLabel('Take down', text)).toBe(label);
});
