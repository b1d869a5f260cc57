import { expect, it } from 'vitest';
import type { LicenseFilter } from '../../../../src/service/license/license-views';
import { PrismaLicenseViews } from '../../../../src/adapters/postgres/license/license-views';
import { grantLicense } from '../../../../src/service/license/license-service';
import { aCommand } from '../../../builders/command-builders';
import {
  aName,
  anId,
  days,
  someDetails,
  type DetailsParts,
} from '../../../builders/license-builders';
import { testDatabase } from '../../support';
import { SeedData } from '../../support-titles';

const database = await testDatabase();
const views = new PrismaLicenseViews(database.prisma);
const studio = aName('Studio');
const contractId = await new SeedData(database.unitOfWork).contract(studio);

await grant('All', {});
await grant('HD and UHD', { formats: ['HD', 'UHD'] });
await grant('French', { languages: { allowed: ['fr'], heldBack: [] } });
await grant('Not Canadian French', { languages: { allowed: null, heldBack: ['fr-CA'] } });
await grant('Exclusive', { exclusive: true, formats: ['SD'] });

it.each<[LicenseFilter, readonly string[]]>([
  [{ format: 'UHD' }, ['All', 'French', 'HD and UHD', 'Not Canadian French']],
  [{ format: 'SD' }, ['All', 'Exclusive', 'French', 'Not Canadian French']],
  [{ language: 'fr' }, ['All', 'Exclusive', 'French', 'HD and UHD', 'Not Canadian French']],
  [{ language: 'fr-CA' }, ['All', 'Exclusive', 'French', 'HD and UHD']],
  [{ language: 'de' }, ['All', 'Exclusive', 'HD and UHD', 'Not Canadian French']],
  [{ exclusive: true }, ['Exclusive']],
  [{ exclusive: false }, ['All', 'French', 'HD and UHD', 'Not Canadian French']],
  [{ exclusive: true, format: 'UHD' }, []],
  [{ format: 'HD', language: 'fr-CA' }, ['All', 'French', 'HD and UHD']],
])('licenses that match %o are listed and counted', async (filter, names) => {
  const { rows, total } = await views.list({
    ...{ filter: { ...filter, studio }, today: '2026-06-01', pageSize: 50 },
    ...{ sort: 'name', descending: false, strip: days('2026-01-01', '2026-12-31') },
  });

  expect([rows.map(({ name }) => name), total]).toEqual([names, names.length]);
});

it('each language is counted as the list has it', async () => {
  const others = { studio, exclusive: false };
  const counts = await views.filterCounts('language', { ...others, language: 'de' }, '2026-06-01');
  expect([counts.fr, counts['fr-CA'], counts.de, counts['zh-Hant']]).toEqual([4, 3, 3, 3]);
  for (const language of ['fr', 'fr-CA', 'fr-FR', 'de', 'zh-Hant'])
    expect(await views.count({ ...others, language }, '2026-06-01')).toBe(counts[language]);
});

async function grant(name: string, terms: NonNullable<DetailsParts['terms']>) {
  await grantLicense(
    { ...aCommand(), licenseId: anId(), contractId, details: someDetails({ name, terms }) },
    database.unitOfWork,
  );
}
