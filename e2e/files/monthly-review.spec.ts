import type { Page } from '@playwright/test';
import type { AvailCells } from './avails-workbook';
import { expect } from '../fixtures';
import { on, test, unique } from '../seed-data';
import { availsFile, movieRow } from './avails-workbook';
import {
  commitBar,
  fileName,
  reviewLine,
  save,
  savedNotice,
  studio,
  uploadAndCheck,
} from './import-pages';

const TITLES = 20;
const FORMATS = ['SD', 'HD', 'UHD'] as const;

/** A month's full extract: every title to buy in three formats, each with its rating. */
function extract(of: (title: string) => Parameters<typeof movieRow>[0], titles: readonly string[]) {
  return titles.flatMap((title, place) =>
    FORMATS.map((format, step): AvailCells =>
      movieRow(of(title), {
        'AvailTrans/LicenseType': 'EST',
        'AvailTrans/FormatProfile': format,
        // Titles at different prices have licenses of their own.
        'AvailTrans/PriceValue': `${place + 5 + 3 * step}.99`,
        'AvailMetadata/RatingSystem': 'MPAA',
        'AvailMetadata/RatingValue': 'PG',
      }),
    ),
  );
}

test('a monthly full extract with three changes is reviewed and saved with few keys', async ({
  page,
  seed,
}) => {
  test.slow();
  const { of } = await studio(seed);
  const titles = Array.from({ length: TITLES }, (_, place) => unique(`Title ${place}`));
  await uploadAndCheck(page, availsFile(fileName(), extract(of, titles)));
  await save(page, `${TITLES} licenses`);

  const [rated, cheaper, shorter] = [titles[3] ?? '', titles[8] ?? '', titles[15] ?? ''];
  const rows = extract(of, titles).map((row): AvailCells => {
    const [title, format] = [
      row['AvailMetadata/TitleInternalAlias'],
      row['AvailTrans/FormatProfile'],
    ];
    if (title === rated) return { ...row, 'AvailMetadata/RatingValue': 'PG-13' };
    if (title === cheaper && format === 'UHD') return { ...row, 'AvailTrans/PriceValue': '11.49' };
    if (title === shorter) return { ...row, 'AvailTrans/End': on('06-30') };
    return row;
  });
  await uploadAndCheck(page, availsFile(fileName(), rows));
  await expect(
    page.getByRole('list', { name: 'Outcomes' }).getByRole('link', { name: /^To look at/ }),
  ).toHaveAttribute('aria-current', 'true');
  await expect(page.getByRole('table', { name: 'Review' })).not.toContainText('Unchanged');

  const keys = keysOf(page);
  const lines = await page.locator('[data-line]').count();
  for (let line = 0; line < lines; line += 1) {
    await keys.press('j');
    await expect(page.locator('[data-line]').nth(line)).toBeFocused();
  }
  await expect(reviewLine(page, 'title', rated)).toContainText('RatingValue: PG');
  await expect(reviewLine(page, 'offer', cheaper)).toContainText('UHD $19.99');
  await expect(reviewLine(page, 'offer', cheaper)).toContainText('UHD $11.49');
  await expect(reviewLine(page, 'license', shorter)).toBeVisible();
  await expect(commitBar(page).getByRole('button', { name: /^Save 3/ })).toBeEnabled();
  await keys.press('Control+Enter');
  await expect(savedNotice(page)).toContainText('Saved by');
  expect(keys.count()).toBeLessThanOrEqual(8);
});

/** Presses keys and counts them. */
function keysOf(page: Page) {
  let count = 0;
  return {
    press: async (key: string) => {
      count += 1;
      await page.keyboard.press(key);
    },
    count: () => count,
  };
}
