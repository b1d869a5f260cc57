import { describe, expect, it } from 'vitest';
import type { AssignmentData, ContentChange } from '../../../../src/domain/content/content-change';
import type { TakedownData } from '../../../../src/domain/content/takedown';
import { inverseTitleChange, standingTitleChanges } from '../../../../src/domain/content/undo';
import { assignmentData } from '../../../../src/domain/content/content-change';
import { aLicensedOffer, someContentDetails } from '../../../builders/content-builders';
import { days } from '../../../builders/license-builders';

function assigned(name: string, first: string, last: string): AssignmentData {
  return assignmentData(
    aLicensedOffer({ licenseId: name, offer: { name, window: days(first, last) } }),
  );
}

const spring = assigned('Spring', '2026-03-01', '2026-03-31');
const summer = assigned('Summer', '2026-06-01', '2026-06-30');
const details = someContentDetails();
const takedown: TakedownData = {
  ...{ number: 4, days: { startsOn: '2026-04-01', endsOn: null }, reason: 'Court order' },
  ...{ territories: ['DE', 'AT'], rightsTypes: null },
};

const registered: ContentChange = { kind: 'content-registered', details, assignment: spring };
const added: ContentChange = { kind: 'offer-assigned', assignment: summer };
const edited: ContentChange = {
  kind: 'content-corrected',
  before: details,
  after: { ...details, title: 'Another name' },
};
const taken: ContentChange = { kind: 'title-taken-down', takedown };
const closing = { kind: 'retired', reason: 'Rights reverted' } as const;
const closed: ContentChange = { kind: 'title-closed', closing, assignments: [spring, summer] };

/** The versions of the changes in effect. */
function standing(...changes: ContentChange[]): number[] {
  const story = changes.map((change, index) => ({ version: index + 1, change }));
  return standingTitleChanges(story).map(({ version }) => version);
}

function undo(change: ContentChange): ContentChange {
  const back = inverseTitleChange(change);
  if (back === null) throw new Error('No command takes it back.');
  return back;
}

describe('the changes of a title in effect', () => {
  it('exclude what was taken back, step by step, and the steps that did it', () => {
    const story = [registered, added, edited, taken];

    expect(standing(...story)).toEqual([1, 2, 3, 4]);
    expect(standing(...story, undo(taken))).toEqual([1, 2, 3]);
    expect(standing(...story, undo(taken), undo(edited))).toEqual([1, 2]);
    expect(standing(...story, undo(taken), undo(edited), undo(added))).toEqual([1]);
  });

  it('include a change that was made again after its undo', () => {
    const again = { ...taken, takedown: { ...takedown, number: 6 } };

    expect(standing(registered, taken, undo(taken), again)).toEqual([1, 4]);
    expect(standing(registered, added, undo(added), added, undo(added))).toEqual([1]);
  });

  it('include a return on a later day than the takedown, and exclude it when it is taken down from then on', () => {
    const back: ContentChange = {
      ...{ kind: 'title-brought-back', before: takedown, from: '2026-05-01' },
      after: { ...takedown, days: { startsOn: '2026-04-01', endsOn: '2026-05-01' } },
    };

    expect(standing(registered, taken, back)).toEqual([1, 2, 3]);
    expect(undo(back)).toEqual({
      kind: 'title-taken-down',
      takedown: { ...takedown, days: { startsOn: '2026-05-01', endsOn: null } },
    });
    expect(standing(registered, taken, back, undo(back))).toEqual([1, 2]);
  });

  it('know an assignment by its license and first day, whatever became of the offer', () => {
    const renamed = { ...summer, offer: { ...summer.offer, name: 'Renamed' } };

    expect(
      standing(registered, added, { kind: 'offers-unassigned', assignments: [renamed] }),
    ).toEqual([1]);
    expect(
      standing(registered, added, { kind: 'offers-unassigned', assignments: [spring] }),
    ).toEqual([1, 2, 3]);
  });

  it('know a title that came back with what it had, and one that came back with something else', () => {
    const back = { kind: 'title-reopened', closing } as const;

    expect(standing(registered, closed, { ...back, assignments: [summer, spring] })).toEqual([1]);
    expect(standing(registered, closed, { ...back, assignments: [summer] })).toEqual([1, 2, 3]);
  });
});

describe('what takes a change of a title back', () => {
  it('is the same change turned round', () => {
    const moved: ContentChange = { kind: 'assignment-moved', from: spring, to: summer };

    expect(undo(moved)).toEqual({ kind: 'assignment-moved', from: summer, to: spring });
    expect(undo(edited)).toMatchObject({ after: { title: details.title } });
    expect(undo(closed)).toEqual({
      ...{ kind: 'title-reopened', closing, assignments: [spring, summer] },
    });
    for (const change of [moved, edited, closed, added, taken])
      expect(standing(registered, change, undo(change))).toEqual([1]);
  });

  it.each<ContentChange>([
    registered,
    { kind: 'offers-reassigned', taken: [spring], given: [summer] },
    { kind: 'offers-unassigned', assignments: [spring, summer] },
    { kind: 'title-closed', closing, assignments: [] },
    {
      ...{ kind: 'title-brought-back', from: '2026-04-15', after: null },
      before: { ...takedown, days: { startsOn: '2026-04-01', endsOn: '2026-05-01' } },
    },
  ])('is nothing for $kind', (change) => {
    expect(inverseTitleChange(change)).toBeNull();
  });
});
