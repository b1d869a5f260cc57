import { expect, it } from 'vitest';
import type { CopyPlan } from '../../../src/domain/bulk/license-copy';
import { copyLicense, undoLicenseCopy } from '../../../src/service/bulk/copy-license';
import { previewLicenseCopy } from '../../../src/service/bulk/preview-license-copy';
import { arrangeTitles } from '../../../src/service/content/arrange-titles';
import { recordContract } from '../../../src/service/contract/contract-service';
import { findingsIn } from '../../race/answer-log';
import { aCommand, contractDetails } from '../../builders/command-builders';
import { someContentDetails } from '../../builders/content-builders';
import { anId, days, someDetails } from '../../builders/license-builders';
import { testDatabase } from '../support';
import { offerFor } from '../support-titles';

/* A license is copied with its offers and titles by one command: tried, done, told in the history, and taken back by one. */

const database = await testDatabase();
const { unitOfWork } = database;

const spring = offerFor('Spring', days('2026-03-01', '2026-03-31'));
const april = offerFor('April', days('2026-04-01', '2026-04-30'));
const TITLES = 40;

it('comes with its offers and titles in one step, and goes in one', async () => {
  const { licenseId, titles, plan } = await given();
  const before = await stateOf(titles);
  const copyId = anId();
  const command = { ...aCommand(), licenseId, expectedVersion: 1, copyId, plan };

  const { copy: tried } = await previewLicenseCopy(command, unitOfWork);
  expect(tried).toMatchObject({ blockedTitles: 0, blockedOffers: [], twin: null });
  expect(tried.titles).toHaveLength(TITLES);
  expect(await stateOf(titles)).toEqual(before);

  const done = await copyLicense(command, unitOfWork);
  expect(await copyLicense(command, unitOfWork)).toEqual({ ...done, replayed: true });
  expect(done).toMatchObject({ id: copyId, version: 1 });
  expect(await stateOf(titles)).toEqual(
    before.map((row) => ({
      offers: [...row.offers, 'Copy April 2027-04-01', 'Copy Spring 2027-03-01'],
    })),
  );
  const lines = await linesOf(command.key);
  expect(lines.filter(({ aggregate }) => aggregate === 'content')).toHaveLength(TITLES);
  expect(lines.filter(({ aggregate }) => aggregate === 'license')).toMatchObject([
    { change: { copyOf: { licenseId } } },
  ]);

  const undo = { ...aCommand(), licenseId: copyId, expectedVersion: 1, titlesSeen: TITLES };
  await undoLicenseCopy(undo, unitOfWork);
  expect(await stateOf(titles)).toEqual(before);
  expect(await linesOf(undo.key)).toHaveLength(TITLES + 1);
  expect(await findingsIn(database.url)).toEqual([]);
});

it('comes without the titles that would have two prices, as the dry run says', async () => {
  const { licenseId, titles, plan } = await given();
  const same = { ...plan, shift: null, territories: ['US', 'DE'] };
  const command = { ...aCommand(), licenseId, expectedVersion: 1, copyId: anId(), plan: same };

  const { copy: tried } = await previewLicenseCopy(command, unitOfWork);
  expect(tried).toMatchObject({ titles: [], blockedTitles: TITLES });
  await expect(copyLicense(command, unitOfWork)).rejects.toMatchObject({ code: 'titles-clash' });
  const chosen = { ...same, titles: tried.titles };
  await copyLicense({ ...command, ...aCommand(), plan: chosen }, unitOfWork);

  expect((await stateOf(titles)).every(({ offers }) => offers.length === 2)).toBe(true);
  expect(await findingsIn(database.url)).toEqual([]);
});

/** A license that is granted with two offers, which some titles have, and a plan to copy it to the next year. */
async function given() {
  const [contractId, licenseId] = [anId(), anId()];
  const details = { ...someDetails({ terms: { territories: ['US'] } }), name: 'Original' };
  const licenses = [{ licenseId, details, offers: [spring, april] }];
  await recordContract(
    { ...aCommand(), contractId, details: contractDetails(), licenses },
    unitOfWork,
  );
  const titles = Array.from({ length: TITLES }, anId);
  await arrangeTitles(
    {
      ...aCommand(),
      titles: titles.map((contentId) => ({
        ...{ contentId, expectedVersion: 0, details: someContentDetails(), take: [] },
        give: [spring, april].map((offer) => ({ licenseId, offer })),
      })),
    },
    unitOfWork,
  );
  const plan: CopyPlan = {
    ...{ contractId, name: 'Copy', territories: ['US'], shift: { unit: 'months', by: 12 } },
    ...{ offers: null, titles: null },
  };
  return { licenseId, titles, plan };
}

function stateOf(titles: readonly string[]) {
  return database.rows<{ offers: readonly string[] }>(
    `SELECT array_agg(l.name || ' ' || o.name || ' ' || o.starts_on ORDER BY l.name DESC, o.name) AS offers
     FROM assignments a JOIN licenses l ON l.id = a.license_id
     JOIN offers o ON o.license_id = a.license_id AND o.starts_on = a.offer_starts_on
     WHERE a.content_id = ANY ($1) GROUP BY a.content_id ORDER BY a.content_id`,
    [titles],
  );
}

function linesOf(key: string) {
  return database.rows<{ aggregate: string; change: object }>(
    'SELECT aggregate, change FROM history WHERE command_key = $1',
    [key],
  );
}
