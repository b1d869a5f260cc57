import { expect, it } from 'vitest';
import { AssignmentGone, TitlesStranded } from '../../../src/domain/content/content-errors';
import {
  assignTitles,
  tryUnassigning,
  unassignTitles,
} from '../../../src/service/content/assign-titles';
import { MAX_TITLES, TooManyTitles } from '../../../src/service/content/title-at-version';
import { NotFound } from '../../../src/service/errors';
import { ChangedSince } from '../../../src/service/changed-since';
import { aCommand } from '../../builders/command-builders';
import { anId, anOfferData, days } from '../../builders/license-builders';
import { GivenTitles } from './given-titles';

const march = anOfferData({ name: 'MAR', window: days('2026-03-01', '2026-03-31') });
const may = anOfferData({ name: 'MAY', window: days('2026-05-01', '2026-05-31') });

it('undoes an assignment to many titles, at the versions which that answered', async () => {
  const { given, assignment, titles, undo } = await givenAssigned();

  const answer = await undo();

  expect(answer.assigned.map(({ version }) => version)).toEqual([3, 3]);
  for (const { contentId } of titles) {
    expect(given.assigned(contentId)).toEqual(['2026-03-01']);
    expect(given.history(contentId).at(-1)).toMatchObject({
      change: { kind: 'offers-unassigned', assignments: [{ licenseId: assignment.licenseId }] },
    });
  }
  await given.refusal(AssignmentGone, () =>
    unassignTitles(
      {
        ...{ ...aCommand(), assignment },
        titles: titles.map(({ contentId }) => ({ contentId, expectedVersion: 3 })),
      },
      given.unitOfWork,
    ),
  );
});

it('takes it from none when some of them were changed meanwhile, and names all of those', async () => {
  const { given, licenseId, titles, undo } = await givenAssigned();
  await unassignTitles(
    { ...{ ...aCommand(), assignment: { licenseId, startsOn: '2026-03-01' } }, titles },
    given.unitOfWork,
  );

  const refusal = await given.refusal(ChangedSince, undo);

  expect(refusal.things.map(({ id }) => id)).toEqual(titles.map(({ contentId }) => contentId));
});

it('C1: is refused where it is all that some title has, naming exactly those', async () => {
  const { given, licenseId, titles } = await givenAssigned();
  const only = await given.title([{ licenseId, offer: march }]);

  const refusal = await given.refusal(TitlesStranded, () =>
    unassignTitles(
      {
        ...{ ...aCommand(), assignment: { licenseId, startsOn: '2026-03-01' } },
        titles: [...titles, { contentId: only, expectedVersion: 1 }],
      },
      given.unitOfWork,
    ),
  );

  expect(refusal.titles.map(({ id }) => id)).toEqual([only]);
});

it('is tried first: says of each title what would become of it, as the command then does, and changes nothing', async () => {
  const { given, licenseId, titles, assignment } = await givenAssigned();
  const [first, second] = titles.map(({ contentId }) => contentId);
  const only = await given.title([{ licenseId, offer: may }]);
  const without = await given.title([{ licenseId, offer: march }]);
  const before = given.unitOfWork.contents;
  const contentIds = [first ?? '', only, without, second ?? '', only];

  const trial = await tryUnassigning({ ...aCommand(), assignment, contentIds }, given.unitOfWork);

  expect(trial.titles.map(({ contentId, outcome }) => [contentId, outcome])).toEqual([
    [first, 'unassigned'],
    [only, 'blocked'],
    [without, 'absent'],
    [second, 'unassigned'],
  ]);
  expect(trial.titles.map(({ reason }) => reason)).toEqual([
    null,
    `This is the only offer of ${given.stored(only).details.title}, and a title needs at least one. Assign another first, or retire the title.`,
    null,
    null,
  ]);
  expect(given.unitOfWork.contents).toEqual(before);
  const ready = trial.titles.filter(({ outcome }) => outcome === 'unassigned');
  const { assigned } = await unassignTitles(
    {
      ...{ ...aCommand(), assignment },
      titles: ready.map(({ contentId, version }) => ({ contentId, expectedVersion: version })),
    },
    given.unitOfWork,
  );
  expect(assigned.map(({ id }) => id)).toEqual([first, second]);
});

it('is tried on titles that are there, and on no more than can be changed at once', async () => {
  const { given, assignment, titles } = await givenAssigned();
  const attempt = (contentIds: readonly string[]) => () =>
    tryUnassigning({ ...aCommand(), assignment, contentIds }, given.unitOfWork);

  await given.refusal(NotFound, attempt([...titles.map(({ contentId }) => contentId), anId()]));
  await given.refusal(TooManyTitles, attempt([]));
  await given.refusal(TooManyTitles, attempt(Array.from({ length: MAX_TITLES + 1 }, () => anId())));
});

async function givenAssigned() {
  const given = await GivenTitles.begin();
  const licenseId = await given.license([march, may]);
  const ids = [
    await given.title([{ licenseId, offer: march }]),
    await given.title([{ licenseId, offer: march }]),
  ];
  const { assigned } = await assignTitles(
    {
      ...{ ...aCommand(), chosen: { licenseId, offer: may } },
      titles: ids.map((contentId) => ({ contentId, expectedVersion: 1 })),
    },
    given.unitOfWork,
  );
  const titles = assigned.map(({ id, version }) => ({ contentId: id, expectedVersion: version }));
  const assignment = { licenseId, startsOn: may.window.startsOn };
  const undo = () => unassignTitles({ ...aCommand(), assignment, titles }, given.unitOfWork);
  return { given, licenseId, assignment, titles, undo };
}
