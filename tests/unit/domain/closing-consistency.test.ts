import { Languages } from '../../../src/domain/values/languages';
import { describe, expect, it } from 'vitest';
import type { StoredLicense } from '../../../src/domain/consistency/license-consistency';
import type { StoredTitle } from '../../../src/domain/consistency/title-consistency';
import type { ContentChange } from '../../../src/domain/content/content-change';
import type { TakedownData } from '../../../src/domain/content/takedown';
import type { LicenseChange } from '../../../src/domain/license/license-change';
import { findingsInLicense } from '../../../src/domain/consistency/license-consistency';
import { findingsInTitle } from '../../../src/domain/consistency/title-consistency';
import { inverse, replay } from '../../../src/domain/license/license-change';
import { someContentDetails } from '../../builders/content-builders';
import { anId, anOfferData, days, someDetails } from '../../builders/license-builders';

const ID = anId();
const DETAILS = someDetails();
const MARCH = anOfferData({ window: days('2026-03-01', '2026-03-31') });
const MAY = anOfferData({ window: days('2026-05-01', '2026-05-31') });
const CUT = { ...MARCH, window: days('2026-03-01', '2026-03-10') };
const REASON = 'Rights reverted';

const GRANTED: LicenseChange = { kind: 'license-granted', details: DETAILS, offers: [MARCH, MAY] };
const ENDED: LicenseChange = {
  kind: 'license-closed',
  closing: { kind: 'ended', reason: REASON },
  ...{ before: DETAILS.terms.window, after: days('2026-01-01', '2026-03-10') },
  ...{ replaced: { before: MARCH, after: CUT }, offers: [MAY] },
};
const VOID: LicenseChange = {
  kind: 'license-closed',
  closing: { kind: 'void', reason: REASON },
  ...{ before: DETAILS.terms.window, after: DETAILS.terms.window },
  ...{ replaced: null, offers: [MARCH, MAY] },
};

function back(change: LicenseChange): LicenseChange {
  const reopening = inverse(change);
  if (reopening === null) throw new Error('It can be taken back.');
  return reopening;
}

function lines<Change>(story: readonly Change[]) {
  return story.map((change, index) => ({
    ...{ version: index + 1, change, key: anId(), answered: index + 1 },
  }));
}

function licenseProblems(
  story: readonly LicenseChange[],
  parts: Partial<StoredLicense> = {},
): string[] {
  const history = lines(story);
  const license = { id: ID, version: history.length, ...replay(story), history, ...parts };
  return findingsInLicense(license).map(({ problem }) => problem);
}

describe('a license that was closed', () => {
  it.each<[string, LicenseChange[]]>([
    ['after a day', [GRANTED, ENDED]],
    ['because it is void', [GRANTED, VOID]],
    ['and brought back', [GRANTED, ENDED, back(ENDED), VOID, back(VOID)]],
  ])('%s has no findings', (_how, story) => {
    expect(licenseProblems(story)).toEqual([]);
  });

  it('and is void has no offers', () => {
    expect(licenseProblems([GRANTED, VOID], { offers: [MARCH] })).toContain('void-with-offers');
  });

  it('is closed as its history says', () => {
    const otherwise = [null, { kind: 'void', reason: REASON }, { kind: 'ended', reason: 'Other' }];
    for (const closing of otherwise as readonly StoredLicense['closing'][])
      expect(licenseProblems([GRANTED, ENDED], { closing })).toContain('state-differs');
  });

  it('lost what its history says', () => {
    expect(licenseProblems([GRANTED, ENDED], { offers: [] })).toEqual(['state-differs']);
    expect(licenseProblems([GRANTED, ENDED], { details: DETAILS })).toEqual(['state-differs']);
  });

  it.each<[string, LicenseChange[]]>([
    ['is not closed twice', [GRANTED, { ...ENDED, replaced: null, offers: [] }, VOID]],
    ['is not brought back while it is in use', [GRANTED, back(ENDED)]],
    ['cuts only what it has', [{ ...GRANTED, offers: [MAY] }, ENDED]],
  ])('%s', (_what, story) => {
    expect(licenseProblems(story)).toContain('change-misplaced');
  });
});

const MOVIE = someContentDetails();
const ASSIGNED = { licenseId: anId(), licenseName: 'License', offer: MARCH };
const REGISTERED: ContentChange = {
  ...{ kind: 'content-registered', details: MOVIE, assignment: ASSIGNED },
};
const RETIRED: ContentChange = {
  ...{
    kind: 'title-closed',
    closing: { kind: 'retired', reason: REASON },
    assignments: [ASSIGNED],
  },
};
const VOIDED: ContentChange = {
  ...{ kind: 'title-closed', closing: { kind: 'void', reason: REASON }, assignments: [] },
};
const RETURNED: ContentChange = {
  kind: 'title-reopened',
  ...{ closing: { kind: 'retired', reason: REASON }, assignments: [ASSIGNED] },
};
const DOWN: TakedownData = {
  ...{ number: 2, days: days('2026-03-11', null) },
  ...{ territories: null, rightsTypes: null, reason: 'Dispute' },
};
const TAKEN_DOWN: ContentChange = { kind: 'title-taken-down', takedown: DOWN };
const HELD = {
  licenseId: ASSIGNED.licenseId,
  licenseName: 'License',
  startsOn: '2026-03-01',
  terms: {
    ...{ rightsType: 'SVOD', territories: ['US'], formats: null },
    languages: Languages.ALL.toData(),
  },
  offer: MARCH,
};

/** A title with the offer of March on the days that are left of it, or closed without one. */
function titleProblems(
  story: readonly ContentChange[],
  parts: Partial<StoredTitle> = {},
): string[] {
  const history = lines(story);
  const { closing = null, takedowns = [] } = parts;
  const assignments = closing === null ? [HELD] : [];
  const left =
    takedowns.length === 0
      ? MARCH.window
      : { startsOn: MARCH.window.startsOn, endsOn: '2026-03-11' };
  const coverage = assignments.map(() => left);
  const title: StoredTitle = {
    ...{ id: ID, version: history.length, details: MOVIE, findable: [] },
    ...{ assignments, coverage, takedowns, closing, history },
    places: assignments.map(() => ({ rightsType: 'SVOD', territories: ['US'], days: [left] })),
    ...parts,
  };
  return findingsInTitle(title).map(({ problem }) => problem);
}

describe('a title that was closed', () => {
  const retired = { kind: 'retired', reason: REASON } as const;

  it('or came back as its history says has no findings', () => {
    expect(titleProblems([REGISTERED])).toEqual([]);
    expect(titleProblems([REGISTERED, RETIRED], { closing: retired })).toEqual([]);
    const closing = { kind: 'void', reason: REASON } as const;
    expect(titleProblems([REGISTERED, RETIRED, VOIDED], { closing })).toEqual([]);
    expect(titleProblems([REGISTERED, RETIRED, RETURNED])).toEqual([]);
  });

  it('has no offers', () => {
    const story = [REGISTERED, { ...RETIRED, assignments: [] }];
    expect(titleProblems(story, { closing: retired, assignments: [HELD] })).toContain(
      'closed-with-offers',
    );
  });

  it('is closed as its history says', () => {
    expect(titleProblems([REGISTERED], { closing: retired })).toContain('state-differs');
    const other = { ...retired, reason: 'Other' };
    expect(titleProblems([REGISTERED, RETIRED], { closing: other })).toEqual(['state-differs']);
  });

  it.each<[string, ContentChange[]]>([
    ['does not change when it is void', [REGISTERED, { ...RETIRED, ...VOIDED }, VOIDED]],
    ['does not come back twice', [REGISTERED, RETURNED]],
  ])('%s', (_what, story) => {
    expect(titleProblems(story)).toContain('change-misplaced');
  });
});

describe('a title that is taken down', () => {
  it('as its history says has no findings', () => {
    expect(titleProblems([REGISTERED, TAKEN_DOWN], { takedowns: [DOWN] })).toEqual([]);
  });

  it.each<[string, TakedownData[]]>([
    ['is missing', []],
    ['was never made', [DOWN, { ...DOWN, number: 3 }]],
    ['began otherwise', [{ ...DOWN, days: days('2026-03-12', null) }]],
    ['ended otherwise', [{ ...DOWN, days: days('2026-03-11', '2026-05-01') }]],
    ['is elsewhere', [{ ...DOWN, territories: ['US'] }]],
    ['has another reason', [{ ...DOWN, reason: 'Other' }]],
  ])('by one that %s is reported', (_how, takedowns) => {
    expect(titleProblems([REGISTERED, TAKEN_DOWN], { takedowns })).toContain('state-differs');
  });

  it('is on offer on the days that are left', () => {
    const coverage = [MARCH.window];
    expect(titleProblems([REGISTERED, TAKEN_DOWN], { takedowns: [DOWN], coverage })).toEqual([
      'derived-differs',
    ]);
  });

  it('is brought back from what there was', () => {
    const before = { ...DOWN, reason: 'Other' };
    const brought: ContentChange = {
      kind: 'title-brought-back',
      ...{ before, from: '2026-03-11', after: null },
    };
    expect(titleProblems([REGISTERED, TAKEN_DOWN, brought])).toContain('change-misplaced');
    const numbered = { ...TAKEN_DOWN, takedown: { ...DOWN, number: 7 } };
    expect(titleProblems([REGISTERED, numbered], { takedowns: [numbered.takedown] })).toEqual([
      'change-misplaced',
    ]);
  });
});
