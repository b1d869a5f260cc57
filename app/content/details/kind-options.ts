import type { Option } from '@/ui/fields/select-field';
import { CONTENT_KINDS } from '../../../src/domain/content/content-kind';

/** What a title can be, to choose from. */
export const KIND_OPTIONS: readonly Option[] = Object.entries(CONTENT_KINDS).map(
  ([value, label]) => ({ value, label }),
);
