import type { Option } from './select-field';
import { findByName } from '../../../src/domain/names/find-by-name';

/** The options that a typed text means, the best match first. */
export function optionsFound(options: readonly Option[], typed: string): readonly Option[] {
  return findByName(options, typed, ({ label, detail = '', aliases = [] }) => ({
    code: detail,
    name: label,
    aliases: [...aliases, detail],
  }));
}
