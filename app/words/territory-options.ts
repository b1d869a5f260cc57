import type { Option } from '@/ui/fields/select-field';
import { territoryAliases } from '../../src/domain/names/territory-aliases';
import { ALL_TERRITORIES, territoryName } from '../../src/domain/values/territory';

/** All territories by code, searchable by each of their names. */
export function territoryOptions(): Option[] {
  return ALL_TERRITORIES.map((code) => {
    const aliases = territoryAliases(code);
    return {
      ...{ value: code, label: territoryName(code), detail: code },
      ...(aliases.length === 0 ? {} : { aliases }),
    };
  });
}
