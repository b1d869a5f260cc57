import { describe, expect, it } from 'vitest';
import type { ChosenOffer } from '../../../../src/service/content/chosen-offer';
import {
  AlreadyAssigned,
  AssignmentGone,
  LastAssignment,
  OfferClash,
} from '../../../../src/domain/content/content-errors';
import { MAX_TITLES, TooManyTitles } from '../../../../src/service/content/title-at-version';
import {
  assignOffer,
  moveAssignment,
  unassignOffer,
} from '../../../../src/service/content/content-service';
import { assignTitles, tryAssigning } from '../../../../src/service/content/assign-titles';
import { NotFound, Stale, VersionAhead } from '../../../../src/service/errors';
import { aCommand } from '../../../builders/command-builders';
import { anId, days } from '../../../builders/license-builders';
import { may, givenLicenses, givenTitle } from './support-titles';

describe('assigning an offer', () => {
  it('C2: that clashes is refused, with where and when', async () => {
    const { given, contentId, clashing } = await givenTitle();

    const refusal = await given.refusal(OfferClash, () =>
      assignOffer({ ...given.command(contentId), chosen: clashing }, given.unitOfWork),
    );

    expect(refusal.clashes).toMatchObject([
      { territories: ['CA', 'US'], devices: ['tv'], days: days('2026-03-31', '2026-03-31') },
    ]);
  });

  it('that the title has changes nothing', async () => {
    const { given, contentId, first } = await givenTitle();

    const answer = await assignOffer(
      { ...given.command(contentId), chosen: first },
      given.unitOfWork,
    );

    expect(answer.version).toBe(2);
  });
});

describe('unassigning an offer', () => {
  it('C1: that is the only one is refused, with what else could be assigned from today on', async () => {
    const { given, first } = await givenLicenses();
    const contentId = await given.title([first]);
    const [assignment] = given.stored(contentId).assignments;
    if (assignment === undefined) throw new Error('There is no assignment.');
    const unassign = (at: string) => () =>
      unassignOffer({ ...given.command(contentId), at, assignment }, given.unitOfWork);

    const refusal = await given.refusal(LastAssignment, unassign('2026-03-04T05:06:07.000Z'));
    const tooLate = await given.refusal(LastAssignment, unassign('2026-06-01T05:06:07.000Z'));

    expect(refusal.alternatives.map(({ offer }) => offer.name)).toEqual(['MAY']);
    expect(tooLate.alternatives).toEqual([]);
  });

  it('that the title does not have is refused', async () => {
    const { given, contentId, has } = await givenTitle();

    await given.refusal(AssignmentGone, () =>
      unassignOffer(
        { ...given.command(contentId), assignment: { ...has, startsOn: '2026-03-02' } },
        given.unitOfWork,
      ),
    );
  });
});

describe('moving an assignment', () => {
  it('C1, C2: puts a clashing offer in the place of the one it clashes with', async () => {
    const { given, contentId, has, clashing } = await givenTitle();

    await moveAssignment(
      { ...given.command(contentId), from: has, to: clashing },
      given.unitOfWork,
    );

    expect(given.assigned(contentId)).toEqual(['2026-03-31', '2026-05-01']);
  });

  it('is refused where it clashes, where the title is already, and from where it is not', async () => {
    const { given, contentId, first, has, other, clashing } = await givenTitle();
    const move = (from: typeof has, to: ChosenOffer) => () =>
      moveAssignment({ ...given.command(contentId), from, to }, given.unitOfWork);

    await given.refusal(OfferClash, move(other, clashing));
    await given.refusal(AlreadyAssigned, move(other, first));
    await given.refusal(AssignmentGone, move({ ...has, licenseId: anId() }, clashing));
  });
});

describe('assigning an offer to many titles', () => {
  it('gives it to each that does not have it, and says to which', async () => {
    const { given, first, second } = await givenLicenses();
    const [one, two, has] = [
      await given.title([first]),
      await given.title([first]),
      await given.title([first, second]),
    ];
    const titles = [one, two, has].map((id) => given.command(id));

    const answer = await assignTitles({ ...aCommand(), chosen: second, titles }, given.unitOfWork);

    expect(answer).toEqual({
      assigned: [
        { id: one, version: 2 },
        { id: two, version: 2 },
      ],
      replayed: false,
    });
    expect([one, two, has].map((id) => given.stored(id).version)).toEqual([2, 2, 2]);
  });

  it('C2: is refused whole when one title is blocked', async () => {
    const { given, first, clashing } = await givenLicenses();
    const free = await given.title([{ ...first, offer: may }]);
    const titles = [free, await given.title([first])].map((id) => given.command(id));

    await given.refusal(OfferClash, () =>
      assignTitles({ ...aCommand(), chosen: clashing, titles }, given.unitOfWork),
    );
  });

  it('is refused whole when one title was changed meanwhile or is not there', async () => {
    const { given, contentId, first, second } = await givenTitle();
    const fresh = given.command(await given.title([first]));
    const assign = (title: { contentId: string; expectedVersion: number }) => () =>
      assignTitles({ ...aCommand(), chosen: second, titles: [fresh, title] }, given.unitOfWork);

    await given.refusal(Stale, assign(given.command(contentId, 1)));
    await given.refusal(VersionAhead, assign(given.command(contentId, 9)));
    await given.refusal(NotFound, assign({ contentId: anId(), expectedVersion: 1 }));
  });

  it('takes 1 to 1,000 titles', async () => {
    const { given, contentId, second } = await givenTitle();
    const ids = Array.from({ length: MAX_TITLES + 1 }, anId);
    const assign = (contentIds: readonly string[]) => () =>
      assignTitles(
        {
          ...aCommand(),
          chosen: second,
          titles: contentIds.map((id) => ({ contentId: id, expectedVersion: 2 })),
        },
        given.unitOfWork,
      );
    const attempt = (contentIds: readonly string[]) => () =>
      tryAssigning({ ...aCommand(), chosen: second, contentIds }, given.unitOfWork);

    for (const act of [assign, attempt]) {
      await given.refusal(TooManyTitles, act([]));
      await given.refusal(TooManyTitles, act(ids));
      await given.refusal(NotFound, act(ids.slice(1)));
    }
    await assign(Array.from({ length: MAX_TITLES + 1 }, () => contentId))();

    expect(given.stored(contentId).version).toBe(3);
  });

  it('is answered once when it is sent twice', async () => {
    const { given, contentId, second } = await givenTitle();
    const command = { ...aCommand(), chosen: second, titles: [given.command(contentId)] };
    const first = await assignTitles(command, given.unitOfWork);

    const again = await assignTitles(command, given.unitOfWork);

    expect(again).toEqual({ ...first, replayed: true });
  });
});

describe('trying to assign an offer to many titles', () => {
  it('says of each what would become of it, and changes nothing', async () => {
    const { given, first, clashing } = await givenLicenses();
    const [free, blocked, has] = [
      await given.title([{ ...first, offer: may }]),
      await given.title([first]),
      await given.title([clashing]),
    ];
    const before = given.unitOfWork.contents;
    const command = { ...aCommand(), chosen: clashing, contentIds: [free, blocked, has, free] };

    const { titles } = await tryAssigning(command, given.unitOfWork);

    const trial = (contentId: string, outcome: string) => ({
      contentId,
      version: 1,
      title: given.stored(contentId).details.title,
      outcome,
      reason:
        outcome === 'blocked' ? (expect.stringContaining('two prices at once') as string) : null,
    });
    expect(titles).toEqual([
      trial(free, 'assigned'),
      trial(blocked, 'blocked'),
      trial(has, 'already'),
    ]);
    expect(given.unitOfWork.contents).toEqual(before);
  });

  it('says exactly what assigning then does', async () => {
    const { given, first, clashing } = await givenLicenses();
    const ids = [await given.title([{ ...first, offer: may }]), await given.title([first])];
    const command = { ...aCommand(), chosen: clashing, contentIds: ids };
    const { titles } = await tryAssigning(command, given.unitOfWork);
    const legal = titles.filter(({ outcome }) => outcome === 'assigned');

    const answer = await assignTitles(
      {
        ...aCommand(),
        chosen: clashing,
        titles: legal.map(({ contentId, version }) => ({ contentId, expectedVersion: version })),
      },
      given.unitOfWork,
    );

    expect(answer.assigned.map(({ id }) => id)).toEqual([ids[0]]);
  });
});
