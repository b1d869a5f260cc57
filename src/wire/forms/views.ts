import * as z from 'zod';
import type { ViewCommands } from '../../service/commands/view-commands';
import type { ViewedList } from '../../domain/views/saved-view';
import { MAX_SEARCH_LENGTH, VIEWED_LISTS } from '../../domain/views/saved-view';
import { identity, typed } from './typed';

const revision = z.int().min(0);
const saving = z.strictObject({
  viewId: identity,
  list: z.enum(Object.keys(VIEWED_LISTS) as ViewedList[]),
  name: typed,
  search: z.string().max(2 * MAX_SEARCH_LENGTH, 'These are too many filters to save.'),
  revision,
});
const removing = z.strictObject({ viewId: identity, revision });

/** The commands on saved views that a browser may send. */
export const VIEW_FORMS = {
  'save-view': saving,
  'save-shared-view': saving,
  'remove-view': removing,
  'remove-shared-view': removing,
} satisfies { readonly [K in keyof ViewCommands]?: z.ZodType<ViewCommands[K]['input']> };
