import { describe, expect, it } from 'vitest';
import type { Content } from '../../../../src/domain/content/content';
import { refOf } from '../../../../src/domain/content/clash';
import { assignmentData } from '../../../../src/domain/content/content-change';
import { Content as Title } from '../../../../src/domain/content/content';
import {
  AlreadyAssigned,
  AssignmentGone,
  KindFixed,
  LastAssignment,
  OfferClash,
} from '../../../../src/domain/content/content-errors';
import { InvalidNumber } from '../../../../src/domain/content/content-details';
import { InvalidText } from '../../../../src/domain/values/text';
import { aLicensedOffer, aTitle, someContentDetails } from '../../../builders/content-builders';
import { anId, days } from '../../../builders/license-builders';
import { refusalOf } from '../../../builders/refusal';

const february = aLicensedOffer({ offer: { name: 'FEB' } });
const march = aLicensedOffer({
  offer: { name: 'MAR', window: days('2026-03-01', '2026-03-31') },
});
/** Clashes with both of the others. */
const spring = aLicensedOffer({ offer: { name: 'SPR', window: days('2026-02-28', null) } });

describe('registering a title', () => {
  it('C1: creates it with its first offer, before any version', () => {
    const [id, details] = [anId(), someContentDetails()];

    const title = Title.register(id, details, february);

    expect(title).toMatchObject({ id, version: 0, assignments: [february] });
    expect(title.details.toData()).toEqual(details);
    expect(title.change).toEqual({
      kind: 'content-registered',
      details,
      assignment: assignmentData(february),
    });
  });

  it('is refused with an invalid detail', () => {
    const register = () => Title.register(anId(), someContentDetails({ title: '' }), february);

    expect(register).toThrow(InvalidText);
  });
});

describe('bringing a title back', () => {
  it('with an offer that is named twice gives it once', () => {
    const title = aTitle({ assigned: [february] });
    title.close({ kind: 'retired', reason: 'Rights reverted' });
    const { id, details, closing } = title;
    const retired = Title.reconstitute(id, 2, details, [], [], closing);

    retired.reopen([february, march, february]);

    expect(retired.assignments).toEqual([february, march]);
    expect(retired.change).toMatchObject({
      assignments: [february, march].map(assignmentData),
    });
  });
});

describe('assigning an offer', () => {
  it('adds it to the others', () => {
    const title = aTitle({ assigned: [february] });

    title.assign(march);

    expect(title.assignments).toEqual([february, march]);
    expect(title.change).toEqual({ kind: 'offer-assigned', assignment: assignmentData(march) });
  });

  it('has no effect if it is assigned already', () => {
    const title = aTitle({ assigned: [february] });

    title.assign(february);

    expectUnchanged(title);
  });

  it('C2: is refused if it clashes, with all clashing offers, places and days', () => {
    const title = aTitle({ assigned: [february, march] });

    const refusal = refusalOf(OfferClash, () => {
      title.assign(spring);
    });

    expect(refusal).toMatchObject({ field: 'offer', title: title.details.title, offer: spring });
    expect(refusal.clashes).toMatchObject([
      { with: february, territories: ['CA', 'US'], devices: ['tv'] },
      { with: march, days: days('2026-03-01', '2026-03-31') },
    ]);
    expectUnchanged(title);
  });

  it('C2: is legal if it begins when another ends', () => {
    const title = aTitle({ assigned: [march] });

    title.assign(february);

    expect(title.assignments).toHaveLength(2);
  });
});

describe('unassigning offers', () => {
  it('keeps the others', () => {
    const title = aTitle({ assigned: [february, march] });

    title.unassign([refOf(february)]);

    expect(title.assignments).toEqual([march]);
    expect(title.change).toEqual({
      kind: 'offers-unassigned',
      assignments: [assignmentData(february)],
    });
  });

  it('has no effect without offers', () => {
    const title = aTitle();

    title.unassign([]);

    expectUnchanged(title);
  });

  it('C1: is refused if none would be left', () => {
    const title = aTitle({ assigned: [february, march] });

    const refusal = refusalOf(LastAssignment, () => {
      title.unassign([february, march].map(refOf));
    });

    expect(refusal.title).toBe(title.details.title);
    expectUnchanged(title);
  });

  it('is refused if one is not assigned, and removes none', () => {
    const title = aTitle({ assigned: [february, march] });

    const refusal = refusalOf(AssignmentGone, () => {
      title.unassign([refOf(february), refOf(spring)]);
    });

    expect(refusal).toMatchObject({ title: title.details.title, ref: refOf(spring) });
    expectUnchanged(title);
  });
});

describe('moving an assignment', () => {
  it('C1: replaces the only offer', () => {
    const title = aTitle({ assigned: [february] });

    title.move(refOf(february), march);

    expect(title.assignments).toEqual([march]);
    expect(title.change).toEqual({
      kind: 'assignment-moved',
      from: assignmentData(february),
      to: assignmentData(march),
    });
  });

  it('C2: may clash with the offer that it replaces', () => {
    const title = aTitle({ assigned: [february] });

    title.move(refOf(february), spring);

    expect(title.assignments).toEqual([spring]);
  });

  it('C2: is refused if it clashes with an offer that stays', () => {
    const title = aTitle({ assigned: [february, march] });

    const refusal = refusalOf(OfferClash, () => {
      title.move(refOf(february), spring);
    });

    expect(refusal.clashes.map((clash) => clash.with)).toEqual([march]);
    expectUnchanged(title);
  });

  it('to the same offer has no effect', () => {
    const title = aTitle({ assigned: [february] });

    title.move(refOf(february), february);

    expectUnchanged(title);
  });

  it('to another offer of the title is refused', () => {
    const title = aTitle({ assigned: [february, march] });

    expect(() => {
      title.move(refOf(february), march);
    }).toThrow(AlreadyAssigned);
    expectUnchanged(title);
  });

  it('of an offer that is not assigned is refused', () => {
    const title = aTitle({ assigned: [february] });

    expect(() => {
      title.move(refOf(march), spring);
    }).toThrow(AssignmentGone);
    expectUnchanged(title);
  });
});

describe('editing a title', () => {
  it('records the details before and after', () => {
    const before = someContentDetails();
    const after = someContentDetails({ releaseYear: 2025 });
    const title = aTitle({ details: before });

    title.correct(after);

    expect(title.details.toData()).toEqual(after);
    expect(title.change).toEqual({ kind: 'content-corrected', before, after });
  });

  it('without a difference has no effect', () => {
    const details = someContentDetails();
    const title = aTitle({ details });

    title.correct({ ...details, title: ` ${details.title} ` });

    expectUnchanged(title);
  });

  it('cannot change its kind', () => {
    const details = someContentDetails();
    const title = aTitle({ details });

    expect(() => {
      title.correct({ ...details, kind: 'short' });
    }).toThrow(KindFixed);
    expectUnchanged(title);
  });

  it('is refused with an invalid detail', () => {
    const title = aTitle();

    expect(() => {
      title.correct(someContentDetails({ releaseYear: 1 }));
    }).toThrow(InvalidNumber);
    expectUnchanged(title);
  });
});

it('a title accepts one change at a time, and keeps the version at which it was read', () => {
  const title = aTitle({ version: 4, assigned: [february] });
  title.assign(march);

  expect(() => {
    title.unassign([refOf(february)]);
  }).toThrow('one change');
  expect(title.version).toBe(4);
});

it('a title identifies an offer by its license and first day', () => {
  const title = aTitle({ assigned: [february] });

  expect(title.has(refOf(february))).toBe(true);
  expect(title.has({ ...refOf(february), startsOn: '2026-02-02' })).toBe(false);
  expect(title.has(refOf(march))).toBe(false);
});

function expectUnchanged(title: Content): void {
  expect(title.change).toBeNull();
  expect(title.assignments).not.toContain(spring);
}
