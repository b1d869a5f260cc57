import type { Page } from '@playwright/test';
import { formatDay, isoDate } from '../../src/domain/values/date-range';
import { expectAccessible } from '../accessible';
import { availsFile, movieRow } from '../files/avails-workbook';
import { anotherBrowser, expect, offerRow, tabTo } from '../fixtures';
import { on, test, unique } from '../seed-data';

const SPRING = { name: 'Spring', price: '4.99', firstDay: on('02-01'), lastDay: on('04-30') };
const AUTUMN = { name: 'Autumn', price: '3.99', firstDay: on('09-01'), lastDay: on('11-30') };

type Named = readonly ['button' | 'checkbox' | 'form' | 'link' | 'textbox', string | RegExp];

/** Expects that an editor sees each of these controls on a page, and a viewer none of them. */
async function expectForEditors(
  [editor, viewer]: readonly [Page, Page],
  address: string,
  named: readonly Named[],
): Promise<void> {
  await Promise.all([editor.goto(address), viewer.goto(address)]);
  const heading = editor.getByRole('heading', { level: 1 });
  await expect(viewer.getByRole('heading', { level: 1 })).toHaveText(await heading.innerText());
  for (const [role, name] of named) {
    await expect(
      editor.getByRole(role, { name, exact: true }).first(),
      `${address} ${name}`,
    ).toBeVisible();
    await expect(viewer.getByRole(role, { name, exact: true }), `${address} ${name}`).toHaveCount(
      0,
    );
  }
}

test('a viewer can read every page and gets no controls to change anything', async ({
  browser,
  page,
  seed,
}) => {
  test.slow();
  const license = await seed.license({ offers: [SPRING, AUTUMN] });
  const { contract } = license;
  const bare = await seed.license({ contract });
  const title = await seed.title({ license, offer: AUTUMN });
  const series = await seed.title({ license, offer: AUTUMN, kind: 'series' });
  const viewer = await anotherBrowser(browser, 'vera');
  const both = [page, viewer] as const;

  await expectForEditors(both, license.address, [
    ['button', /^Undo Seed’s change: /],
    ['link', 'Export'],
    ['button', 'Amend terms'],
    ['button', /^New offer( N)?$/],
    ['button', /^New offer in the slot/],
    ['button', 'Assign titles'],
  ]);
  await expectAccessible(viewer, 'a license that is only looked at');
  await expectForEditors(both, bare.address, [['button', /^New offer in the slot/]]);
  await expectForEditors(both, '/licenses', [
    ['link', 'Export'],
    ['link', 'New license'],
    ['form', 'Select licenses to export'],
    ['checkbox', /^Select/],
  ]);
  await expectForEditors(both, '/contracts', [
    ['link', 'New contract'],
    ['form', 'Select contracts to export'],
    ['checkbox', /^Select/],
  ]);
  await expectForEditors(both, contract.address, [
    ['link', 'Export'],
    ['link', 'Edit details'],
    ['link', 'Grant a license'],
  ]);
  await expectForEditors(both, (await seed.contract()).address, [['link', 'Grant a license']]);
  await expectForEditors(both, '/content', [
    ['link', 'Register a title'],
    ['form', 'Select titles to export'],
    ['checkbox', /^Select/],
  ]);
  await expectAccessible(viewer, 'a list that nothing is chosen from');
  await expectForEditors(both, title.address, [
    ['link', 'Export'],
    ['link', 'Edit details'],
    ['button', 'Assign offer'],
    ['button', 'Assign Spring'],
    ['button', 'Move Autumn to another offer'],
    ['button', 'Unassign Autumn'],
  ]);
  const hole = viewer.getByRole('list', { name: 'Gaps' }).getByRole('listitem');
  await expect(
    hole
      .filter({ hasText: 'not assigned to this title: Spring' })
      .getByRole('link', { name: `Open ${license.name}` }),
  ).toBeVisible();
  await expectAccessible(viewer, 'a title that is only looked at');
  await expectForEditors(both, series.address, [['link', 'Register a part']]);
  await expectForEditors(both, '/calendar', [['link', 'Subscribe']]);
  const asked = `territory=US&device=tv&rights=TVOD&first=${on('03-01')}&last=${on('03-01')}`;
  await expectForEditors(both, `/availability?${asked}&q=${encodeURIComponent(title.title)}`, [
    ['link', 'Assign offer'],
  ]);
  await expect(viewer.getByRole('link', { name: 'Open title' })).toBeVisible();

  for (const address of [
    ...['/licenses/new', '/contracts/new', '/content/new', '/people', '/calendar/feeds'],
    ...[`${contract.address}/edit`, `${title.address}/edit`],
  ]) {
    const response = await viewer.goto(address);
    expect(response?.status(), address).toBe(403);
    await expect(
      viewer.getByRole('heading', { name: 'Your role does not allow this' }),
    ).toBeVisible();
  }
  await expectAccessible(viewer, 'a page that the role does not reach');
  await viewer.context().close();
});

test('a viewer can read an offer, and neither key nor click opens a form', async ({
  browser,
  seed,
}) => {
  const license = await seed.license({ offers: [SPRING, AUTUMN] });
  const page = await anotherBrowser(browser, 'vera');
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(license.address);
  const sheets = page.getByRole('complementary');
  await page.keyboard.press('n');
  await page.getByRole('gridcell', { name: /^Free 1 May/ }).click();
  await page.keyboard.press('Enter');
  const row = offerRow(page, 'Spring').getByRole('button', { name: 'Spring' });
  await tabTo(page, row);
  await expect(sheets).toHaveCount(0);

  await page.keyboard.press('Enter');
  const inspector = page.getByRole('complementary', { name: 'Spring' });
  for (const words of [
    '$4.99',
    formatDay(isoDate(SPRING.firstDay)),
    formatDay(isoDate(SPRING.lastDay)),
  ])
    await expect(inspector.getByRole('definition').getByText(words)).toBeVisible();
  await expect(inspector).toContainText('No titles have this offer.');
  await expect(inspector.getByRole('textbox')).toHaveCount(0);
  await expect(inspector.getByRole('spinbutton')).toHaveCount(0);
  await expect(inspector.getByRole('button')).toHaveCount(3);
  for (const name of ['Previous offer', 'Next offer', 'Close'])
    await expect(inspector.getByRole('button', { name })).toBeVisible();
  await expectAccessible(page, 'an offer that is only looked at');
  await inspector.getByRole('button', { name: 'Close' }).click();

  await page.setViewportSize({ width: 390, height: 844 });
  const agenda = page.getByRole('region', { name: `Offers of ${license.name}` });
  await expect(agenda.getByText('1 May – 31 Aug').first()).toBeVisible();
  await agenda.getByRole('button', { name: /^Spring/ }).click();
  await expect(agenda.getByRole('button', { name: 'Open', exact: true })).toBeVisible();
  for (const name of [/^Edit/, /^Withdraw/, /^Add an offer/])
    await expect(agenda.getByRole('button', { name })).toHaveCount(0);
  await agenda.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(page.getByRole('dialog', { name: 'Spring' })).toContainText('$4.99');
  await page.context().close();
});

test('a viewer can read the review and results of an import, and download an export', async ({
  browser,
  page,
  seed,
}) => {
  test.slow();
  const contract = await seed.contract();
  const of = (title: string) => ({
    ...{ studio: contract.studio, contract: contract.reference },
    title: unique(title),
  });
  const file = availsFile(`${unique('viewed').replace(' ', '-')}.xlsx`, [
    movieRow(of('Lantern')),
    movieRow({ ...of('Quarry'), contract: '' }),
    movieRow(of('Harbor'), { 'AvailTrans/Territory': 'UK' }),
  ]);
  await seed.contract(contract.studio);
  const viewer = await anotherBrowser(browser, 'vera');
  const both = [page, viewer] as const;
  await expectForEditors(both, '/imports', [['button', 'Upload and check']]);
  await page.getByLabel('Avails workbook').setInputFiles(file);
  await page.getByRole('button', { name: 'Upload and check' }).click();
  await expect(page.getByRole('region', { name: 'Save this import' })).toBeVisible();
  const { pathname } = new URL(page.url());

  await expectForEditors(both, `${pathname}?part=problems`, [['button', /^Save 1 license/]]);
  await expect(viewer.getByRole('region', { name: 'Problems', exact: true })).toContainText('GB');
  await expect(viewer.getByRole('link', { name: 'Rejected rows as a workbook' })).toBeVisible();
  await expectForEditors(both, `${pathname}?part=decisions`, [
    ['form', 'Decisions'],
    ['button', /^Check again with these answers/],
  ]);
  await expectForEditors(both, `${pathname}?part=rules`, [
    ['form', 'Rules'],
    ['button', 'Check again with these rules'],
    ['textbox', 'Contract'],
  ]);
  const rules = viewer.getByRole('region', { name: 'Rules', exact: true });
  await expect(rules).toContainText('is the last day of the window');
  await expectAccessible(viewer, 'the rules of an import that is only looked at');

  await page.getByRole('button', { name: 'Save 1 license' }).click();
  await expect(page.getByRole('region', { name: 'Result' })).toBeVisible();
  await expectForEditors(both, pathname, [['button', 'Undo import']]);
  await expect(viewer.getByRole('region', { name: 'Result' })).toContainText('Saved by');

  await page.goto(`/exports?contract=${contract.id}`);
  await page
    .getByRole('form', { name: 'New export' })
    .getByRole('button', { name: 'Export' })
    .click();
  await expect(page.getByText('Export started. The file will appear below.')).toBeVisible();
  await expectForEditors(both, '/exports', [['form', 'New export']]);
  const made = viewer
    .getByRole('list', { name: 'Exports' })
    .getByRole('listitem')
    .filter({ hasText: contract.reference });
  const download = viewer.waitForEvent('download');
  await made.getByRole('link', { name: /^Download/ }).click();
  expect((await download).suggestedFilename()).toMatch(/\.xlsx$/);
  await expectAccessible(viewer, 'exports that are only looked at');
  await viewer.context().close();
});
