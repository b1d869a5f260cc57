'use server';

import type { Option } from '@/ui/fields/select-field';
import { contractViews } from '../../../src/bootstrap';
import { searched } from '../../../src/wire/address';
import { currentPerson } from '../../person';
import { today } from '../../today';

/** How many are shown to choose from: who does not see the right one types more of it. */
const MAX_FOUND = 12;

/** The contracts in use that a text names: what a license can be copied under. */
export async function findContracts(text: string): Promise<readonly Option[]> {
  const parsed = searched.safeParse(text);
  if (!parsed.success || (await currentPerson()) === null) return [];
  const { rows } = await contractViews().list({
    ...{ text: parsed.data, today: today(), pageSize: MAX_FOUND },
  });
  return rows.map(({ id, studio, reference }) => ({
    ...{ value: id, label: reference, detail: studio },
  }));
}
