import { describe, expect, it } from 'vitest';
import type { ContentDetailsData } from '../../../../src/domain/content/content-details';
import type { ChosenOffer } from '../../../../src/service/content/chosen-offer';
import {
  InvalidNumber,
  ParentMissing,
  ParentUnfit,
} from '../../../../src/domain/content/content-details';
import {
  AlreadyAssigned,
  AssignmentGone,
  KindFixed,
  LastAssignment,
  OfferClash,
} from '../../../../src/domain/content/content-errors';
import { InvalidContentKind } from '../../../../src/domain/content/content-kind';
import { InvalidDate } from '../../../../src/domain/values/date-range';
import { InvalidDevices } from '../../../../src/domain/values/device';
import { IdentifierTaken, InvalidIdentifier } from '../../../../src/domain/content/identifier';
import { OfferGone } from '../../../../src/domain/license/license-errors';
import { UnknownCurrency } from '../../../../src/domain/values/money';
import { InvalidText } from '../../../../src/domain/values/text';
import { MAX_TITLES, TooManyTitles } from '../../../../src/service/content/title-at-version';
import {
  assignOffer,
  correctContent,
  moveAssignment,
  registerContent,
  unassignOffer,
} from '../../../../src/service/content/content-service';
import { assignTitles, tryAssigning } from '../../../../src/service/content/assign-titles';
import { KeyReused, NotFound, Stale, VersionAhead } from '../../../../src/service/errors';
import { replaceOffer, withdrawOffers } from '../../../../src/service/license/license-service';
import { aCommand } from '../../../builders/command-builders';
import { someContentDetails } from '../../../builders/content-builders';
import { anId, anOfferData, days, prices } from '../../../builders/license-builders';
import { GivenTitles } from '../given-titles';
import { onePrice } from '../../../../src/domain/license/price-list';

const march = anOfferData({ name: 'MAR', window: days('2026-03-01', '2026-03-31') });
const may = anOfferData({ name: 'MAY', window: days('2026-05-01', '2026-05-31') });
const june = anOfferData({ name: 'JUN', window: days('2026-06-01', '2026-06-30') });
/** On another license of the same rights, where it clashes with March. */
const spring = anOfferData({ name: 'SPR', window: days('2026-03-31', '2026-04-30') });

describe('registering a title', () => {
  it('C1: stores it with its first offer at version 1, and says so', async () => {
    const { given, first } = await givenLicenses();
    const [contentId, details] = [anId(), someContentDetails()];

    const answer = await registerContent(
      { ...aCommand(), contentId, details, first },
      given.unitOfWork,
    );

    expect(answer).toEqual({ id: contentId, version: 1, replayed: false });
    expect(given.stored(contentId)).toEqual({
      version: 1,
      details,
      assignments: [{ licenseId: first.licenseId, startsOn: '2026-03-01' }],
      takedowns: [],
      closing: null,
    });
    expect(given.history(contentId)).toHaveLength(1);
  });

  it('leaves the license at its version', async () => {
    const { given, first } = await givenLicenses();

    await given.title([first]);

    expect(given.licenseVersion(first.licenseId)).toBe(2);
  });

  it.each<[string, Partial<ContentDetailsData>, new (...parts: never[]) => Error]>([
    ['no title', { title: '' }, InvalidText],
    ['a title of 10,000 characters', { title: 'x'.repeat(10_000) }, InvalidText],
    ['a control character', { title: 'a\u0000' }, InvalidText],
    ['an unknown kind', { kind: 'film' }, InvalidContentKind],
    ['a year that never was', { releaseYear: 20_240 }, InvalidNumber],
    ['an episode of nothing', { kind: 'episode' }, ParentMissing],
    ['a bundle in something', { kind: 'bundle', parentId: anId() }, ParentUnfit],
    ['a parent there is not', { parentId: anId() }, NotFound],
    ['a wrong EIDR', { identifiers: [{ scheme: 'eidr', value: '10.5240/1' }] }, InvalidIdentifier],
  ])('is refused with %s', async (_what, part, expected) => {
    const { given, first } = await givenLicenses();

    await given.refusal(expected, () =>
      registerContent(
        { ...aCommand(), contentId: anId(), details: someContentDetails(part), first },
        given.unitOfWork,
      ),
    );
  });

  it('is refused with an identifier that another title has, in any spelling', async () => {
    const { given, first } = await givenLicenses();
    const value = '10.5240/7791-8534-2C23-9030-8610-5';
    await given.title([first], { identifiers: [{ scheme: 'eidr', value }] });
    const identifiers = [{ scheme: 'eidr', value: 'eidr-s:7791-8534-2c23-9030-8610-5' }];

    const refusal = await given.refusal(IdentifierTaken, () =>
      given.title([first], { identifiers }),
    );

    expect(refusal.taken).toEqual({ scheme: 'eidr', value });
  });

  it('may use the value of another title’s identifier in another scheme', async () => {
    const { given, first } = await givenLicenses();
    await given.title([first], { identifiers: [{ scheme: 'house', value: '7' }] });

    const second = await given.title([first], { identifiers: [{ scheme: 'other', value: '7' }] });

    expect(given.stored(second).version).toBe(1);
  });

  it('is refused below a title of a kind it cannot belong to', async () => {
    const { given, first } = await givenLicenses();
    const [movie, series] = [
      await given.title([first]),
      await given.title([first], { kind: 'series' }),
    ];

    await given.refusal(ParentUnfit, () =>
      given.title([first], { kind: 'season', parentId: movie }),
    );
    const season = await given.title([first], { kind: 'season', parentId: series, position: 1 });

    expect(given.stored(season).details).toMatchObject({ parentId: series, position: 1 });
  });

  it('twice with the same key registers one title', async () => {
    const { given, first } = await givenLicenses();
    const command = { ...aCommand(), contentId: anId(), details: someContentDetails(), first };
    const answer = await registerContent(command, given.unitOfWork);

    const again = await registerContent(command, given.unitOfWork);

    expect(again).toEqual({ ...answer, replayed: true });
    expect(Object.keys(given.unitOfWork.contents.contents)).toHaveLength(1);
  });
});

describe.each<[string, (titles: Titles, chosen: ChosenOffer) => Promise<unknown>]>([
  [
    'registering with',
    ({ given }, first) =>
      registerContent(
        { ...aCommand(), contentId: anId(), details: someContentDetails(), first },
        given.unitOfWork,
      ),
  ],
  [
    'assigning',
    ({ given, contentId }, chosen) =>
      assignOffer({ ...given.command(contentId), chosen }, given.unitOfWork),
  ],
  [
    'moving to',
    ({ given, contentId, has }, to) =>
      moveAssignment({ ...given.command(contentId), from: has, to }, given.unitOfWork),
  ],
  [
    'assigning many titles',
    ({ given, contentId }, chosen) =>
      assignTitles({ ...aCommand(), chosen, titles: [given.command(contentId)] }, given.unitOfWork),
  ],
  [
    'trying to assign many titles',
    ({ given, contentId }, chosen) =>
      tryAssigning({ ...aCommand(), chosen, contentIds: [contentId] }, given.unitOfWork),
  ],
])('%s an offer', (_what, act) => {
  it('C3: that its license never had is refused', async () => {
    const titles = await givenTitle();
    const { given, second } = titles;

    const refusal = await given.refusal(OfferGone, () => act(titles, { ...second, offer: march }));

    expect(refusal.offer.toData()).toEqual(march);
  });

  it.each([
    ['withdrawn', null],
    ['replaced by one with another price', { ...june, prices: prices('9.99') }],
    ['replaced by one on other days', { ...june, window: days('2026-06-01', '2026-06-29') }],
  ])('C3: that was %s meanwhile is refused', async (_how, after) => {
    const titles = await givenTitle();
    const { given, second } = titles;
    const command = given.licenseCommand(second.licenseId);
    if (after === null) await withdrawOffers({ ...command, offers: [june] }, given.unitOfWork);
    else await replaceOffer({ ...command, before: june, after }, given.unitOfWork);

    await given.refusal(OfferGone, () => act(titles, second));
  });

  it('of a license there is not is refused', async () => {
    const titles = await givenTitle();
    const licenseId = anId();

    const refusal = await titles.given.refusal(NotFound, () =>
      act(titles, { licenseId, offer: june }),
    );

    expect(refusal).toMatchObject({ what: 'license', id: licenseId });
  });

  it.each<[string, object, new (...parts: never[]) => Error]>([
    [
      'a day that does not exist',
      { window: { startsOn: '2026-02-30', endsOn: null } },
      InvalidDate,
    ],
    ['an unknown currency', { prices: onePrice({ minor: 1, currency: 'ABC' }) }, UnknownCurrency],
    ['an unknown device', { devices: ['fridge'] }, InvalidDevices],
  ])('with %s is refused', async (_what, part, expected) => {
    const titles = await givenTitle();
    const { licenseId } = titles.second;

    await titles.given.refusal(expected, () =>
      act(titles, { licenseId, offer: { ...june, ...part } }),
    );
  });
});

describe.each<[string, (titles: Titles, expectedVersion?: number) => Promise<{ version: number }>]>(
  [
    [
      'correcting',
      ({ given, contentId }, version) =>
        correctContent(
          { ...given.command(contentId, version), details: someContentDetails() },
          given.unitOfWork,
        ),
    ],
    [
      'assigning',
      ({ given, contentId, second }, version) =>
        assignOffer({ ...given.command(contentId, version), chosen: second }, given.unitOfWork),
    ],
    [
      'unassigning',
      ({ given, contentId, has }, version) =>
        unassignOffer({ ...given.command(contentId, version), assignment: has }, given.unitOfWork),
    ],
    [
      'moving',
      ({ given, contentId, has, second }, version) =>
        moveAssignment(
          { ...given.command(contentId, version), from: has, to: second },
          given.unitOfWork,
        ),
    ],
    [
      'assigning with others',
      async ({ given, contentId, second }, version) => {
        const titles = [given.command(contentId, version)];
        const command = { ...aCommand(), chosen: second, titles };
        const { assigned } = await assignTitles(command, given.unitOfWork);
        return { version: assigned[0]?.version ?? 0 };
      },
    ],
  ],
)('%s a title', (_what, act) => {
  it('against its latest version raises it by one, with one line of history', async () => {
    const titles = await givenTitle();

    const answer = await act(titles);

    expect([answer.version, titles.given.stored(titles.contentId).version]).toEqual([3, 3]);
    expect(titles.given.history(titles.contentId).map(({ version }) => version)).toEqual([1, 2, 3]);
  });

  it('is stale against an older version', async () => {
    const titles = await givenTitle();

    const refusal = await titles.given.refusal(Stale, () => act(titles, 1));

    expect(refusal).toMatchObject({ what: 'content', id: titles.contentId, expectedVersion: 1 });
  });

  it('is refused against a version that never was', async () => {
    const titles = await givenTitle();

    const refusal = await titles.given.refusal(VersionAhead, () => act(titles, 3));

    expect(refusal).toMatchObject({ expectedVersion: 3, latestVersion: 2 });
  });

  it('is refused where there is no such title', async () => {
    const titles = { ...(await givenTitle()), contentId: anId() };

    const refusal = await titles.given.refusal(NotFound, () => act(titles, 1));

    expect(refusal).toMatchObject({ what: 'content', id: titles.contentId });
  });
});

describe('a command on a title', () => {
  it('is answered once when it is sent twice', async () => {
    const { given, contentId, second } = await givenTitle();
    const command = { ...given.command(contentId), chosen: second };
    const first = await assignOffer(command, given.unitOfWork);

    const again = await assignOffer(command, given.unitOfWork);

    expect(again).toEqual({ ...first, replayed: true });
    expect(given.history(contentId)).toHaveLength(3);
  });

  it('with a key that was used for something else is refused', async () => {
    const { given, contentId, has, second } = await givenTitle();
    const command = { ...given.command(contentId), chosen: second };
    await assignOffer(command, given.unitOfWork);

    await given.refusal(KeyReused, () =>
      unassignOffer(
        { ...given.command(contentId, 1), key: command.key, assignment: has },
        given.unitOfWork,
      ),
    );
  });
});

describe('correcting a title', () => {
  it('to what it is changes nothing', async () => {
    const { given, contentId } = await givenTitle();
    const { details } = given.stored(contentId);

    const answer = await correctContent({ ...given.command(contentId), details }, given.unitOfWork);

    expect(answer.version).toBe(2);
    expect(given.history(contentId)).toHaveLength(2);
  });

  it('may keep its own identifiers', async () => {
    const { given, first } = await givenLicenses();
    const details = someContentDetails({ identifiers: [{ scheme: 'house', value: '7' }] });
    const contentId = await given.title([first], details);

    await correctContent(
      { ...given.command(contentId), details: { ...details, title: 'Other' } },
      given.unitOfWork,
    );

    expect(given.stored(contentId).details.title).toBe('Other');
  });

  it('is refused with another title’s identifier, another kind, or a parent that does not fit', async () => {
    const { given, first } = await givenLicenses();
    const identifiers = [{ scheme: 'house', value: '7' }];
    const other = await given.title([first], { identifiers });
    const details = someContentDetails();
    const contentId = await given.title([first], details);
    const correct = (part: Partial<ContentDetailsData>) => () =>
      correctContent(
        { ...given.command(contentId), details: { ...details, ...part } },
        given.unitOfWork,
      );

    await given.refusal(IdentifierTaken, correct({ identifiers }));
    await given.refusal(KindFixed, correct({ kind: 'short' }));
    await given.refusal(ParentUnfit, correct({ parentId: other }));
    await given.refusal(NotFound, correct({ parentId: anId() }));
    await given.refusal(InvalidText, correct({ title: ' ' }));
  });
});

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

type Titles = Awaited<ReturnType<typeof givenTitle>>;

/** One license with March and May, another of the same rights with the clashing offer and June. */
async function givenLicenses() {
  const given = await GivenTitles.begin();
  const [one, other] = [await given.license([march, may]), await given.license([spring, june])];
  const first: ChosenOffer = { licenseId: one, offer: march };
  const second: ChosenOffer = { licenseId: other, offer: june };
  const clashing: ChosenOffer = { licenseId: other, offer: spring };
  return { given, first, second, clashing };
}

/** A title with March and May, at version 2. */
async function givenTitle() {
  const licenses = await givenLicenses();
  const { given, first } = licenses;
  const contentId = await given.title([first, { ...first, offer: may }]);
  const has = { licenseId: first.licenseId, startsOn: march.window.startsOn };
  return { ...licenses, contentId, has, other: { ...has, startsOn: may.window.startsOn } };
}
