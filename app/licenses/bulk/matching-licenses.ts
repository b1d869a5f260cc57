'use server';

import { meantLines, type MeantLines } from '../../../src/wire/meant-lines';
import type { MatchingLicense } from '../../../src/service/license/license-views';
import { licenseViews } from '../../../src/bootstrap';
import { MAX_LICENSES } from '../../../src/service/license/close-license';
import { currentPerson } from '../../person';
import { isSameOrigin } from '../../same-origin';
import { today } from '../../today';
import { licenseFilter } from '../list/license-filter';
import { listQuery } from '../list/list-query';

const CHOICE = meantLines(MAX_LICENSES);

/**
 * The licenses of a choice at their latest versions, by name; one more than a command takes says that there are too many. `null`
 * for who is not signed in, and for what the list does not ask.
 *
 * @param choice can be anything, whatever its type says
 */
export async function matchingLicenses(
  choice: MeantLines,
): Promise<readonly MatchingLicense[] | null> {
  if (!(await isSameOrigin()) || (await currentPerson()) === null) return null;
  const { data } = CHOICE.safeParse(choice);
  if (data === undefined) return null;
  // What is chosen can be closed in any way: the dry run says what stands against it.
  const day = today();
  const filter =
    data.kind === 'chosen' ? { ids: data.ids } : await licenseFilter(listQuery(data.search), day);
  return licenseViews().matching(filter, day, MAX_LICENSES + 1);
}
