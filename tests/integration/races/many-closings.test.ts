import { expect, it } from 'vitest';
import { closeContract, reopenContract } from '../../../src/service/contract/close-contract';
import { recordContract } from '../../../src/service/contract/contract-service';
import { arrangeTitles } from '../../../src/service/content/arrange-titles';
import { closeLicenses, MAX_LICENSES } from '../../../src/service/license/close-license';
import { previewClosing } from '../../../src/service/license/closing-preview';
import { reopenLicenses } from '../../../src/service/license/reopen-licenses';
import { findingsIn } from '../../race/answer-log';
import { aCommand, contractDetails } from '../../builders/command-builders';
import { someContentDetails } from '../../builders/content-builders';
import { aName, anId, days, someTerms } from '../../builders/license-builders';
import { testDatabase } from '../support';
import { offerFor } from '../support-titles';

/*
 * A contract with more licenses than fit a statement each into the time of a command: its licenses end, become void and come
 * back by one command.
 */

const LICENSES = 260;
const TITLES_EACH = 4;
const END = { kind: 'ended', lastDay: '2026-06-30', reason: 'Contract expired' } as const;
const across = offerFor('Across', days('2026-06-01', '2026-07-31'));
const after = offerFor('After', days('2026-09-01', '2026-09-30'));

const database = await testDatabase();
const { unitOfWork } = database;

it('of hundreds of licenses, their offers and titles is one command, and so is each way back', async () => {
  const contract = await aContractOfMany();
  const atVersion = (expectedVersion: number) =>
    contract.licenseIds.map((licenseId) => ({ licenseId, expectedVersion }));
  const before = await contract.state();

  const closing = { ...aCommand(), licenses: atVersion(1), plan: END };
  const preview = await previewClosing({ ...closing, today: '2026-05-01' }, unitOfWork);
  expect(preview.closing).toMatchObject({
    ...{ titles: LICENSES * TITLES_EACH, retiredTitles: LICENSES * (TITLES_EACH - 1) },
  });
  const { closed } = await closeLicenses({ ...closing, ...aCommand() }, unitOfWork);
  expect(closed).toHaveLength(LICENSES);
  expect(await contract.state()).toEqual({
    ...{ ended: LICENSES, voided: 0, offers: LICENSES, cut: LICENSES },
    ...{ assignments: LICENSES, retired: LICENSES * (TITLES_EACH - 1), covered: LICENSES },
  });
  expect(await findingsIn(database.url)).toEqual([]);

  await reopenLicenses({ ...aCommand(), licenses: atVersion(2) }, unitOfWork);
  expect(await contract.state()).toEqual(before);

  const voiding = { ...aCommand(), contractId: contract.id, expectedVersion: 1, reason: 'Twice' };
  await closeContract({ ...voiding, licenses: atVersion(3) }, unitOfWork);
  expect(await contract.state()).toEqual({
    ...{ ended: 0, voided: LICENSES, offers: 0, cut: 0 },
    ...{ assignments: 0, retired: LICENSES * TITLES_EACH, covered: 0 },
  });
  const back = { ...aCommand(), contractId: contract.id, expectedVersion: 2, withLicenses: true };
  await reopenContract(back, unitOfWork);
  expect(await contract.state()).toEqual(before);
  expect(await findingsIn(database.url)).toEqual([]);
});

it('that writes more than a thousand versions gets the time of a large command, and no other does', async () => {
  const contract = await aContractOfMany();
  await database.rows(`
    CREATE TABLE seen_limits (statement text, transaction text);
    CREATE FUNCTION see_limits() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      INSERT INTO seen_limits VALUES (current_setting('statement_timeout'), current_setting('transaction_timeout'));
      RETURN NULL;
    END $$;
    CREATE TRIGGER see_limits AFTER UPDATE ON licenses FOR EACH STATEMENT EXECUTE FUNCTION see_limits()`);
  const [first = '', ...others] = contract.licenseIds;
  const end = (ids: readonly string[]) =>
    closeLicenses(
      {
        ...{ ...aCommand(), plan: END },
        licenses: ids.map((licenseId) => ({ licenseId, expectedVersion: 1 })),
      },
      unitOfWork,
    );

  await end([first]);
  await end(others);

  expect(await database.rows('SELECT * FROM seen_limits')).toEqual([
    { statement: '4s', transaction: '6s' },
    { statement: '20s', transaction: '25s' },
  ]);
});

it('of more licenses than one command takes says how many it takes, and writes nothing', async () => {
  const licenses = Array.from({ length: MAX_LICENSES + 1 }, () => ({
    ...{ licenseId: anId(), expectedVersion: 1 },
  }));

  await expect(
    closeLicenses({ ...aCommand(), licenses, plan: END }, unitOfWork),
  ).rejects.toMatchObject({
    code: 'too-many-licenses',
    message:
      'These are 1,001 licenses; at most 1,000 can be closed at once. Close them in several steps.',
  });
});

/** Licenses with an offer across the end and one after it; one of the titles of each has both, the others the one after it. */
async function aContractOfMany() {
  const id = anId();
  const licenseIds = Array.from({ length: LICENSES }, anId).sort();
  const terms = someTerms({
    ...{ devices: ['tv', 'mobile'], window: { startsOn: '2026-01-01', endsOn: '2027-01-01' } },
  });
  const licenses = licenseIds.map((licenseId) => ({
    ...{ licenseId, details: { name: aName('License'), notes: '', terms } },
    offers: [across, after],
  }));
  await recordContract(
    { ...aCommand(), contractId: id, details: contractDetails(), licenses },
    unitOfWork,
  );
  const titles = licenseIds.flatMap((licenseId) =>
    Array.from({ length: TITLES_EACH }, (_, index) => ({
      ...{ contentId: anId(), expectedVersion: 0, details: someContentDetails(), take: [] },
      give: (index === 0 ? [across, after] : [after]).map((offer) => ({ licenseId, offer })),
    })),
  );
  for (let first = 0; first < titles.length; first += 1_000)
    await arrangeTitles({ ...aCommand(), titles: titles.slice(first, first + 1_000) }, unitOfWork);
  const titleIds = titles.map(({ contentId }) => contentId);
  const state = async () => {
    const [counts] = await database.rows(
      `SELECT
        (SELECT count(*)::int FROM licenses WHERE id = ANY ($1) AND closing ->> 'kind' = 'ended') AS ended,
        (SELECT count(*)::int FROM licenses WHERE id = ANY ($1) AND closing ->> 'kind' = 'void') AS voided,
        (SELECT count(*)::int FROM offers WHERE license_id = ANY ($1)) AS offers,
        (SELECT count(*)::int FROM offers WHERE license_id = ANY ($1) AND ends_on = '2026-07-01') AS cut,
        (SELECT count(*)::int FROM assignments WHERE content_id = ANY ($2)) AS assignments,
        (SELECT count(*)::int FROM content WHERE id = ANY ($2) AND closing ->> 'kind' = 'retired') AS retired,
        (SELECT count(*)::int FROM content_coverage WHERE content_id = ANY ($2)) AS covered`,
      [licenseIds, titleIds],
    );
    return counts;
  };
  return { id, licenseIds, state };
}
