'use server';

import type { ImportView } from '../../src/service/import/import-views';
import { importViews } from '../../src/bootstrap';
import { identity } from '../../src/wire/forms/typed';
import { currentPerson } from '../person';

/** Where an import is at the moment. */
export type ImportMoment = Pick<ImportView, 'state' | 'progress'>;

/** How far an import is, for a page that waits for it; `null` when there is no such import. */
export async function importProgressAction(importId: string): Promise<ImportMoment | null> {
  const id = identity.safeParse(importId);
  if (!id.success || (await currentPerson()) === null) return null;
  const view = await importViews().import(id.data);
  return view && { state: view.state, progress: view.progress };
}
