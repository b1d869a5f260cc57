'use server';

import { meantLines, type MeantLines } from '../../../src/wire/meant-lines';
import type { TitleOption } from '../title-option';
import { contentViews } from '../../../src/bootstrap';
import { MAX_TITLES } from '../../../src/service/content/title-at-version';
import { currentPerson } from '../../person';
import { isSameOrigin } from '../../same-origin';
import { today } from '../../today';
import { contentFilterOf } from '../list/content-address';
import { contentQuery } from '../list/content-query';
import { titleOption } from '../title-option';

const CHOICE = meantLines(MAX_TITLES);

/**
 * The titles of a choice that are in the catalog, by name, as far as they can be assigned at once, and how many there are.
 * `null` for who is not signed in, and for what the catalog does not ask.
 *
 * @param choice can be anything, whatever its type says
 */
export async function matchingTitles(
  choice: MeantLines,
): Promise<{ readonly titles: readonly TitleOption[]; readonly total: number } | null> {
  if (!(await isSameOrigin()) || (await currentPerson()) === null) return null;
  const { data } = CHOICE.safeParse(choice);
  if (data === undefined) return null;
  const filter =
    data.kind === 'chosen' ? { ids: data.ids } : contentFilterOf(contentQuery(data.search));
  const { rows, total } = await contentViews().list({
    ...{ filter, today: today(), pageSize: MAX_TITLES },
  });
  return { titles: rows.map(titleOption), total };
}
