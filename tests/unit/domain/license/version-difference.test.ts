import { expect, it } from 'vitest';
import {
  daysOfBoth,
  offerDifferences,
} from '../../../../src/domain/license/history/version-difference';
import { anOfferData, days } from '../../../builders/license-builders';

const spring = anOfferData({ name: 'Spring', window: days('2027-03-01', '2027-04-30') });
const summer = anOfferData({ name: 'Summer', window: days('2027-06-01', '2027-06-30') });
const autumn = anOfferData({ name: 'Autumn', window: days('2027-09-01', '2027-10-31') });

it('versions with the same offers do not differ', () => {
  expect(offerDifferences([spring, summer], [spring, summer])).toEqual([]);
});

it('offers come, go and change, in date order', () => {
  const longer = { ...summer, window: days('2027-06-01', '2027-07-31') };
  expect(offerDifferences([spring, summer], [longer, autumn])).toEqual([
    { before: spring, after: null },
    { before: summer, after: longer },
    { before: null, after: autumn },
  ]);
});

it('an offer that moved is one that changed, by its name', () => {
  const moved = { ...spring, window: days('2027-05-01', '2027-05-31') };
  const [difference] = offerDifferences([spring], [moved]);
  expect(difference).toEqual({ before: spring, after: moved });
  expect(difference && daysOfBoth(difference)).toEqual([spring.window, moved.window]);
});

it('of two offers with one name, each is paired once', () => {
  const first = { ...spring, name: 'Sale' };
  const second = { ...autumn, name: 'Sale' };
  const moved = { ...first, window: days('2027-03-15', '2027-04-30') };
  expect(offerDifferences([first, second], [moved])).toEqual([
    { before: first, after: moved },
    { before: second, after: null },
  ]);
});
