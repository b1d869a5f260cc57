import * as z from 'zod';
import { FileName } from '../../../src/wire/file-name';
import { identity } from '../../../src/wire/forms/typed';

/** An upload as its address states it. */
export const uploadInput = z.object({ importId: identity, fileName: FileName });
