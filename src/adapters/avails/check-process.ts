import type { ImportRules } from '../../domain/avails/import-rules';
import type { IsoDate } from '../../domain/values/date-range';
import type { PackedFile } from './packed-file';
import type { UnreadableWorkbook } from '../../domain/avails/unreadable-workbook';
import { hasCode } from '../../domain/errors';
import { checkFile } from '../../domain/avails/checking/check-file';
import { unpack } from './archive';
import { LANGUAGES } from './languages';
import { packed } from './packed-file';
import { readWorkbook } from './workbook-reader';

/** The request to the process, sent once. */
export interface CheckTask {
  readonly bytes: Uint8Array;
  readonly rules: ImportRules;
  readonly today: IsoDate;
}

/** The response of the process: the checked file, the reason why it cannot be read, or an internal error. */
export type CheckAnswer =
  { readonly checked: PackedFile } | { readonly unreadable: string } | { readonly failed: unknown };

async function answer({ bytes, rules, today }: CheckTask): Promise<CheckAnswer> {
  try {
    return {
      checked: packed(checkFile(readWorkbook(await unpack(bytes)), rules, today, LANGUAGES)),
    };
  } catch (error) {
    return hasCode<UnreadableWorkbook>(error, 'unreadable-workbook')
      ? { unreadable: error.message }
      : { failed: error };
  }
}

process.once('message', (task: CheckTask) => {
  void answer(task).then((response) => process.send?.(response, () => process.disconnect()));
});
