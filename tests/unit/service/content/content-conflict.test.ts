import { describe, expect, it } from 'vitest';
import type { ContentDetailsData } from '../../../../src/domain/content/content-details';
import type { OfferData } from '../../../../src/domain/license/offer';
import type { TakedownPlan } from '../../../../src/domain/content/takedown';
import { bringTitleBack, takeDownTitle } from '../../../../src/service/content/takedown-service';
import type { ContentIntent } from '../../../../src/service/content/content-intent';
import { assignmentWords } from '../../../../src/domain/content/content-change';
import { isoDate } from '../../../../src/domain/values/date-range';
import { explainContentConflict } from '../../../../src/service/content/content-conflict';
import {
  assignOffer,
  correctContent,
  moveAssignment,
  unassignOffer,
} from '../../../../src/service/content/content-service';
import { NotFound } from '../../../../src/service/errors';
import { closeLicense } from '../../../../src/service/license/close-license';
import { withdrawOffers } from '../../../../src/service/license/license-service';
import { someContentDetails } from '../../../builders/content-builders';
import { anId, anOfferData, days } from '../../../builders/license-builders';
import { refusalFrom } from '../../../builders/refusal';
import { FakeLicenseViews } from '../../../fakes/fake-license-views';
import { FakeTitleViews } from '../../../fakes/fake-title-views';
import { GivenTitles } from '../given-titles';

const MARCH = anOfferData({ name: 'MAR', window: days('2026-03-01', '2026-03-31') });
const MAY = anOfferData({ name: 'MAY', window: days('2026-05-01', '2026-05-31') });
const JUNE = anOfferData({ name: 'JUN', window: days('2026-06-01', '2026-06-30') });
const BASE = someContentDetails({ title: 'Harbor', studio: 'Halcyon', releaseYear: 2024 });

describe('the explanation of a stale correction of a title', () => {
  it('keeps what only one of the two changed', async () => {
    const given = await givenTitle();
    await given.correct({ notes: 'Restored.' });

    const conflict = await given.explained(1, corrected({ title: 'Harbor of Glass' }));

    expect(conflict).toMatchObject({
      kind: 'content',
      madeAgainst: 1,
      latestVersion: 2,
      since: [{ version: 2, words: 'Edited notes' }],
      verdict: 'legal',
      details: { ...BASE, notes: 'Restored.' },
    });
    expect(conflict.ways.map(({ change }) => change)).toEqual([
      {
        kind: 'content-corrected',
        before: { ...BASE, notes: 'Restored.' },
        after: { ...BASE, notes: 'Restored.', title: 'Harbor of Glass' },
      },
    ]);
    expect(
      conflict.rows.map(({ label, yours, theirs, origin }) => [label, yours, theirs, origin]),
    ).toEqual([
      ['Title', 'Harbor of Glass', null, 'yours'],
      ['Notes', null, 'Restored.', 'theirs'],
    ]);
  });

  it('disputes what both changed to different values', async () => {
    const given = await givenTitle();
    await given.correct({ title: 'Theirs', releaseYear: 2025 });

    const { verdict, dispute, rows } = await given.explained(
      1,
      corrected({ title: 'Mine', releaseYear: 2025, notes: 'Mine' }),
    );

    expect([verdict, dispute?.fields]).toEqual(['disputed', ['title']]);
    expect(dispute).toMatchObject({
      yours: { after: { ...BASE, title: 'Mine', releaseYear: 2025, notes: 'Mine' } },
      theirs: { after: { ...BASE, title: 'Theirs', releaseYear: 2025, notes: 'Mine' } },
    });
    expect(rows.map(({ field, result, origin }) => [field, result, origin])).toEqual([
      ['title', null, null],
      ['releaseYear', '2025', 'both'],
      ['notes', 'Mine', 'yours'],
    ]);
  });

  it('takes identifiers in another order for the same', async () => {
    const ids = [
      { scheme: 'house', value: 'HAL-1' },
      { scheme: 'imdb', value: 'tt0111161' },
    ];
    const given = await givenTitle({ identifiers: ids });
    await given.correct({ identifiers: [{ scheme: 'house', value: 'HAL-2' }] });

    const { verdict, rows } = await given.explained(
      1,
      corrected({ identifiers: ids.toReversed(), notes: 'Mine' }),
    );

    expect(verdict).toBe('legal');
    expect(rows.map(({ label, result }) => [label, result])).toEqual([
      ['Identifiers', 'House id HAL-2'],
      ['Notes', 'Mine'],
    ]);
  });

  it('names what a title belongs to', async () => {
    const given = await givenTitle();
    const [first, second] = [
      await given.another({ title: 'Box one', kind: 'bundle' }),
      await given.another({ title: 'Box two', kind: 'bundle' }),
    ];
    await given.correct({ parentId: first });

    const { verdict, rows } = await given.explained(1, corrected({ parentId: second }));

    expect(verdict).toBe('disputed');
    expect(rows).toMatchObject([
      { field: 'parentId', before: '–', yours: 'Box two', theirs: 'Box one' },
    ]);
  });

  it('is refused by the rule it breaks', async () => {
    const given = await givenTitle();
    await given.correct({ notes: 'Theirs' });

    const { verdict, code, reason } = await given.explained(1, corrected({ kind: 'short' }));

    expect([verdict, code]).toEqual(['refused', 'kind-fixed']);
    expect(reason).toContain('The kind of a title cannot be changed.');
  });

  it('is settled when somebody made the same correction', async () => {
    const given = await givenTitle();
    await given.correct({ notes: 'Same' });

    const { verdict, ways } = await given.explained(1, corrected({ notes: 'Same' }));

    expect([verdict, ways]).toEqual(['settled', []]);
  });

  it('shows what became of the offers meanwhile', async () => {
    const given = await givenTitle();
    await given.assign(MAY);
    await given.unassign(MARCH);

    const { rows } = await given.explained(1, corrected({ notes: 'Mine' }));

    expect(rows.slice(1)).toMatchObject([
      { field: 'other', label: 'Assigned', theirs: given.words(MAY), result: 'kept' },
      { label: 'Unassigned', theirs: given.words(MARCH), result: 'stays unassigned' },
    ]);
  });

  it('is not to be had for a title that does not exist', async () => {
    const given = await givenTitle();

    await refusalFrom(NotFound, given.explained(1, corrected({}), anId()));
  });
});

describe('the explanation of a stale change of offers', () => {
  it('assigns what still can be, beside what others assigned', async () => {
    const given = await givenTitle();
    await given.assign(MAY);

    const { verdict, ways, rows } = await given.explained(1, given.assigning(JUNE));

    expect([verdict, ways]).toMatchObject([
      'legal',
      [{ change: { kind: 'offer-assigned', assignment: { offer: JUNE } } }],
    ]);
    const june = given.words(JUNE);
    expect(rows).toEqual([
      {
        field: 'other',
        label: 'Assign',
        before: null,
        yours: june,
        theirs: null,
        result: june,
        origin: 'yours',
      },
      expect.objectContaining({ label: 'Assigned', theirs: given.words(MAY), origin: 'theirs' }),
    ]);
  });

  it('is settled where the title has the offer already', async () => {
    const given = await givenTitle();
    await given.assign(MAY);

    const { verdict, ways, rows } = await given.explained(1, given.assigning(MAY));

    expect([verdict, ways]).toEqual(['settled', []]);
    expect(rows).toMatchObject([{ yours: given.words(MAY), theirs: given.words(MAY) }]);
  });

  it('is refused where the offer is gone', async () => {
    const given = await givenTitle();
    await given.correct({ notes: 'Theirs' });
    await given.withdraw(JUNE);

    const { verdict, code, ways, rows } = await given.explained(1, given.assigning(JUNE));

    expect([verdict, code, ways]).toEqual(['refused', 'offer-gone', []]);
    expect(rows).toMatchObject([
      { label: 'Assign', result: null },
      { label: 'Details', theirs: 'Edited notes', result: 'kept' },
    ]);
  });

  it('unassigns an offer that is not the only one', async () => {
    const given = await givenTitle();
    await given.assign(MAY);

    const { verdict, rows } = await given.explained(1, given.unassigning(MARCH));

    expect(verdict).toBe('legal');
    expect(rows[0]).toEqual({
      field: 'other',
      label: 'Unassign',
      before: given.words(MARCH),
      yours: 'unassigned',
      theirs: null,
      result: 'unassigned',
      origin: 'yours',
    });
  });

  it('proposes others of the license instead of the only offer, without those that are over', async () => {
    const given = await givenTitle();
    await given.correct({ notes: 'Theirs' });

    const { verdict, code, reason, ways, rows } = await given.explained(
      1,
      given.unassigning(MARCH),
      given.contentId,
      '2026-06-01',
    );

    expect([verdict, code]).toEqual(['refused', 'last-assignment']);
    expect(reason).toContain('Assign another first, such as JUN');
    expect(ways).toMatchObject([
      {
        label: 'JUN, 1 – 30 Jun 2026',
        change: { kind: 'assignment-moved', from: { offer: MARCH }, to: { offer: JUNE } },
      },
    ]);
    expect(rows[0]).toMatchObject({ result: given.words(JUNE), origin: 'adjusted' });
  });

  it('tells that an offer comes back which somebody else took', async () => {
    const given = await givenTitle();
    await given.assign(MAY);
    await given.unassign(MAY);

    const { rows } = await given.explained(2, given.unassigning(MARCH));

    expect(rows).toMatchObject([
      { label: 'Unassign', result: given.words(MAY), origin: 'adjusted' },
      { label: 'Unassigned', theirs: given.words(MAY), result: 'assigned again' },
    ]);
  });

  it('is refused where the offer to go was taken by somebody else', async () => {
    const given = await givenTitle();
    await given.assign(MAY);
    await given.unassign(MARCH);

    const { verdict, code, rows } = await given.explained(1, given.unassigning(MARCH));

    expect([verdict, code]).toEqual(['refused', 'assignment-gone']);
    expect(rows).toMatchObject([
      { label: 'Unassign', before: given.words(MARCH), theirs: 'unassigned' },
      { label: 'Assigned', theirs: given.words(MAY) },
    ]);
  });

  it('moves to another offer', async () => {
    const given = await givenTitle();
    await given.assign(MAY);

    const { verdict, ways, rows } = await given.explained(1, given.moving(MARCH, JUNE));

    expect([verdict, ways[0]?.change.kind]).toEqual(['legal', 'assignment-moved']);
    expect(rows[0]).toMatchObject({
      label: 'Move',
      before: given.words(MARCH),
      yours: given.words(JUNE),
      result: given.words(JUNE),
    });
  });

  it('names licenses that are closed by now as closed', async () => {
    const given = await givenTitle();
    await given.assign(MAY);
    await given.end('2026-06-30');

    const { rows } = await given.explained(1, given.assigning(JUNE));

    expect(rows).toMatchObject([
      { label: 'Assign', yours: given.words(JUNE, ', ended') },
      { label: 'Assigned', theirs: given.words(MAY, ', ended') },
    ]);
  });

  it('is refused where another move left nothing to move', async () => {
    const given = await givenTitle();
    await given.move(MARCH, MAY);

    const { verdict, code } = await given.explained(1, given.moving(MARCH, JUNE));

    expect([verdict, code]).toEqual(['refused', 'assignment-gone']);
  });
});

describe('the explanation of a stale takedown', () => {
  const PLAN = { startsOn: '2026-03-10', territories: null, rightsTypes: null, reason: 'Dispute' };
  const TAKEN_DOWN = 'Taken down from 10 Mar 2026 everywhere: Dispute';
  const taking: ContentIntent = { kind: 'take-down', plan: PLAN };

  it('takes the title down beside what somebody else changed', async () => {
    const given = await givenTitle();
    await given.correct({ notes: 'Theirs' });

    const { verdict, ways, rows } = await given.explained(1, taking);

    expect(verdict).toBe('legal');
    expect(ways).toMatchObject([
      {
        label: TAKEN_DOWN,
        change: { kind: 'title-taken-down', takedown: { number: 3, reason: 'Dispute' } },
      },
    ]);
    expect(rows).toMatchObject([
      { label: 'Take down', yours: TAKEN_DOWN, result: TAKEN_DOWN, origin: 'yours' },
      { label: 'Details', theirs: 'Edited notes', result: 'kept' },
    ]);
  });

  it('is refused where somebody took the title down already', async () => {
    const given = await givenTitle();
    await given.takeDown(PLAN);

    const { verdict, code, rows } = await given.explained(1, taking);

    expect([verdict, code]).toEqual(['refused', 'taken-down-already']);
    expect(rows).toMatchObject([
      { label: 'Take down', result: null },
      { label: 'Takedown', theirs: TAKEN_DOWN },
    ]);
  });

  it('brings the title back from the takedown that was meant', async () => {
    const given = await givenTitle();
    await given.takeDown(PLAN);
    await given.correct({ notes: 'Theirs' });
    const back = 'Brought back from 1 Jun 2026 everywhere';

    const { verdict, rows } = await given.explained(2, {
      kind: 'bring-back',
      takedown: 2,
      from: '2026-06-01',
    });

    expect(verdict).toBe('legal');
    expect(rows[0]).toMatchObject({ before: TAKEN_DOWN, yours: back, result: back });
  });

  it('is refused where somebody brought the title back', async () => {
    const given = await givenTitle();
    await given.takeDown(PLAN);
    await given.bringBack(2, '2026-03-10');

    const { verdict, code, rows } = await given.explained(2, {
      kind: 'bring-back',
      takedown: 2,
      from: '2026-06-01',
    });

    expect([verdict, code]).toEqual(['refused', 'takedown-gone']);
    expect(rows[0]).toMatchObject({ before: TAKEN_DOWN, theirs: 'brought back', result: null });
  });
});

function corrected(part: Partial<ContentDetailsData>): ContentIntent {
  return { kind: 'correct', details: { ...BASE, ...part } };
}

/** A title that has March of a license, which has May and June, too. */
async function givenTitle(details: Partial<ContentDetailsData> = {}) {
  const titles = await GivenTitles.begin();
  const licenseId = await titles.license([MARCH, MAY, JUNE]);
  const contentId = await titles.title([{ licenseId, offer: MARCH }], { ...BASE, ...details });
  const { unitOfWork } = titles;
  const views = {
    contents: new FakeTitleViews(unitOfWork),
    licenses: new FakeLicenseViews(unitOfWork),
  };
  const refOf = ({ window }: OfferData) => ({ licenseId, startsOn: window.startsOn });
  const nameOfLicense = unitOfWork.contents.licenses[licenseId]?.details.name ?? '';
  return {
    contentId,
    another: (other: Partial<ContentDetailsData>) =>
      titles.title([{ licenseId, offer: MARCH }], other),
    correct: (part: Partial<ContentDetailsData>) =>
      correctContent(
        { ...titles.command(contentId), details: { ...titles.stored(contentId).details, ...part } },
        unitOfWork,
      ),
    assign: (offer: OfferData) =>
      assignOffer({ ...titles.command(contentId), chosen: { licenseId, offer } }, unitOfWork),
    unassign: (offer: OfferData) =>
      unassignOffer({ ...titles.command(contentId), assignment: refOf(offer) }, unitOfWork),
    move: (from: OfferData, to: OfferData) =>
      moveAssignment(
        { ...titles.command(contentId), from: refOf(from), to: { licenseId, offer: to } },
        unitOfWork,
      ),
    withdraw: (offer: OfferData) =>
      withdrawOffers({ ...titles.licenseCommand(licenseId), offers: [offer] }, unitOfWork),
    end: (lastDay: string) =>
      closeLicense(
        {
          ...titles.licenseCommand(licenseId),
          plan: { kind: 'ended', lastDay, reason: 'Reverted' },
        },
        unitOfWork,
      ),
    takeDown: (plan: TakedownPlan) =>
      takeDownTitle({ ...titles.command(contentId), plan }, unitOfWork),
    bringBack: (takedown: number, from: string) =>
      bringTitleBack({ ...titles.command(contentId), takedown, from }, unitOfWork),
    assigning: (offer: OfferData): ContentIntent => ({
      kind: 'assign',
      chosen: { licenseId, offer },
    }),
    unassigning: (offer: OfferData): ContentIntent => ({
      kind: 'unassign',
      assignment: refOf(offer),
    }),
    moving: (from: OfferData, to: OfferData): ContentIntent => ({
      kind: 'move',
      from: refOf(from),
      to: { licenseId, offer: to },
    }),
    explained: (
      version: number,
      intent: ContentIntent,
      id: string = contentId,
      today = '2026-01-01',
    ) => explainContentConflict(id, version, intent, views, isoDate(today)),
    /** @param mark how the license is closed */
    words: (offer: OfferData, mark = '') =>
      assignmentWords({ licenseId, licenseName: `${nameOfLicense}${mark}`, offer }),
  };
}
