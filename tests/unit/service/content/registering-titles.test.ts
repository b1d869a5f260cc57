import { describe, expect, it } from 'vitest';
import type { ContentDetailsData } from '../../../../src/domain/content/content-details';
import {
  InvalidNumber,
  ParentMissing,
  ParentUnfit,
} from '../../../../src/domain/content/content-details';
import { KindFixed } from '../../../../src/domain/content/content-errors';
import { InvalidContentKind } from '../../../../src/domain/content/content-kind';
import { IdentifierTaken, InvalidIdentifier } from '../../../../src/domain/content/identifier';
import { InvalidText } from '../../../../src/domain/values/text';
import {
  assignOffer,
  correctContent,
  registerContent,
  unassignOffer,
} from '../../../../src/service/content/content-service';
import { KeyReused, NotFound } from '../../../../src/service/errors';
import { aCommand } from '../../../builders/command-builders';
import { someContentDetails } from '../../../builders/content-builders';
import { anId } from '../../../builders/license-builders';
import { givenLicenses, givenTitle } from './support-titles';

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
