import { describe, expect, it } from 'vitest';
import type { Given } from '../../given';
import { NothingToUndo, UndoOutOfOrder } from '../../../../../src/domain/license/license-errors';
import { Stale } from '../../../../../src/service/errors';
import { undoChange } from '../../../../../src/service/license/undo-change';
import { days, someDetails } from '../../../../builders/license-builders';
import { givenLicense } from '../../given';
import { march, may, june, amended, replace, withdraw, amend } from './support-commands';

describe('undoing the newest change', () => {
  it('of a generation withdraws the offers', async () => {
    const given = await givenLicense({ offers: [march, may] });

    await undo(given);

    expect(given.stored).toMatchObject({ version: 3, offers: [] });
  });

  it('of a replacement brings the former offer back', async () => {
    const given = await givenLicense({ offers: [march, may] });
    await replace(given, march, june);

    const answer = await undo(given);

    expect(answer.offers).toEqual([march]);
    expect(given.offers).toEqual([march, may]);
  });

  it('of a withdrawal brings the offers back', async () => {
    const given = await givenLicense({ offers: [march, may] });
    await withdraw(given, march, may);

    await undo(given);

    expect(given.offers).toEqual([march, may]);
  });

  it('of an amendment restores the details', async () => {
    const given = await givenLicense({ offers: [march] });
    const { details } = given.stored;
    await amend(given, someDetails({ terms: { window: days('2026-03-01', null) } }));

    await undo(given);

    expect(given.stored).toMatchObject({ version: 4, details });
  });

  it('twice makes the change again', async () => {
    const given = await givenLicense({ offers: [march] });
    await replace(given, march, june);
    await undo(given);

    await undo(given);

    expect(given.stored).toMatchObject({ version: 5, offers: [june] });
  });

  it('goes further back, change by change, where the version to undo is named', async () => {
    const given = await givenLicense({ offers: [march] });
    await replace(given, march, may);
    await replace(given, may, june);
    await undo(given);

    await undo(given, 3);
    expect(given.stored).toMatchObject({ version: 6, offers: [march] });
    await undo(given, 2);
    expect(given.stored).toMatchObject({ version: 7, offers: [] });
    await given.refusal(NothingToUndo, () => undo(given, 1));
  });

  it('is refused while a later change still counts', async () => {
    const given = await givenLicense({ offers: [march] });
    await replace(given, march, may);
    await amend(given, amended);

    const refusal = await given.refusal(UndoOutOfOrder, () => undo(given, 3));

    expect(refusal.message).toBe(
      'Version 3 cannot be undone yet. Undo the changes after it first.',
    );
  });

  it('is refused for what was taken back already', async () => {
    const given = await givenLicense({ offers: [march] });
    await replace(given, march, may);
    await undo(given);

    await given.refusal(UndoOutOfOrder, () => undo(given, 3));
  });

  it('leaves a line of history of its own', async () => {
    const given = await givenLicense({ offers: [march] });

    await undo(given);

    expect(given.unitOfWork.contents.history.at(-1)).toMatchObject({
      version: 3,
      change: { kind: 'offers-withdrawn', offers: [march] },
    });
  });

  it('of the grant is refused', async () => {
    const given = await givenLicense();

    await given.refusal(NothingToUndo, () => undo(given));
  });

  it('is stale rather than at its end when somebody changed the license meanwhile', async () => {
    const given = await givenLicense({ offers: [march] });

    await given.refusal(Stale, () =>
      undoChange(given.command({ expectedVersion: 1 }), given.unitOfWork),
    );
  });
});

/** @param undoes the version whose change is taken back, the newest unless given */
function undo(given: Given, undoes?: number) {
  return undoChange({ ...given.command(), undoes }, given.unitOfWork);
}
