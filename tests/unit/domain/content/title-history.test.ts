import { expect, it } from 'vitest';
import type { TitleLine } from '../../../../src/domain/content/title-history';
import { replayTitle } from '../../../../src/domain/content/title-history';
import { someContentDetails } from '../../../builders/content-builders';
import { anOfferData, days, someDetails } from '../../../builders/license-builders';

const details = someDetails();
const march = anOfferData({ name: 'March', window: days('2026-03-01', '2026-03-31') });
const may = { ...march, window: days('2026-05-01', '2026-05-31') };
const assignment = { licenseId: 'one', licenseName: details.name, offer: march };

const granted: TitleLine = {
  ...{ of: 'license', licenseId: 'one' },
  change: { kind: 'license-granted', details, offers: [march] },
};
const registered: TitleLine = {
  of: 'title',
  change: { kind: 'content-registered', details: someContentDetails(), assignment },
};

it('moves an assignment with the offer that its license replaces', () => {
  const replaced: TitleLine = {
    ...{ of: 'license', licenseId: 'one' },
    change: { kind: 'offer-replaced', before: march, after: may },
  };

  expect(replayTitle([granted, registered]).licenses).toMatchObject([
    { licenseId: 'one', version: 1, assigned: [march] },
  ]);
  expect(replayTitle([granted, registered, replaced]).licenses).toMatchObject([
    { licenseId: 'one', version: 2, assigned: [may] },
  ]);
});

it('has no license of which the title has no offer any more', () => {
  const moved: TitleLine = {
    of: 'title',
    change: {
      kind: 'assignment-moved',
      from: assignment,
      to: { ...assignment, licenseId: 'two' },
    },
  };
  const other: TitleLine = { ...granted, licenseId: 'two' };

  expect(
    replayTitle([granted, registered, other, moved]).licenses.map(({ licenseId }) => licenseId),
  ).toEqual(['two']);
});

it('needs the registration', () => {
  expect(() => replayTitle([granted])).toThrow('begins with its registration');
});
