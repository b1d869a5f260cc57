import type { Changed } from '@/forms/use-draft';
import type { ImportRules } from '../../../src/domain/avails/import-rules';
import type { TypedRules } from '../../../src/wire/forms/import';

/** The rules of an import as their form shows them first. */
export function typedRules(rules: ImportRules): TypedRules {
  const { devices, contract, licensees, ...switches } = rules;
  return {
    ...switches,
    devices: [...devices],
    contract: contract ?? '',
    licensees: Object.entries(licensees).map(([name, isUs]) => ({ name, isUs })),
  };
}

/** Rules that were typed, laid over the rules as they are now: what was not changed is as it is now. */
export function rebasedRules(
  { initial, values }: Changed<TypedRules>,
  now: TypedRules,
): TypedRules {
  const changed = Object.entries(values).filter(
    ([rule, value]) => JSON.stringify(value) !== JSON.stringify(initial[rule as keyof TypedRules]),
  );
  return { ...now, ...Object.fromEntries(changed) };
}
