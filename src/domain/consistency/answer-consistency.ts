import type { ContentChange } from '../content/content-change';
import type { ContractChange } from '../contract/contract';
import type { PriceTableChange } from '../price-table/price-table-change';
import type { LicenseChange } from '../license/license-change';
import type { Finding, Problem } from './findings';

/** The responses that clients received. */
export interface Answers {
  readonly accepted: readonly {
    readonly key: string;
    readonly id: string;
    readonly version: number;
    /** `null` when the client cannot know it: an undo reverts whichever change is the newest. */
    readonly kind:
      | LicenseChange['kind']
      | ContractChange['kind']
      | ContentChange['kind']
      | PriceTableChange['kind']
      | null;
  }[];
  /** Keys of commands that were refused or changed nothing. */
  readonly refused: readonly string[];
}

/** The part of a history entry that is compared with responses. */
export interface RecordedChange {
  readonly key: string;
  readonly id: string;
  readonly version: number;
  readonly kind: string;
}

/** Finds differences between the responses that clients received and what is stored. */
export function findingsInAnswers(
  { accepted, refused }: Answers,
  recorded: Iterable<RecordedChange>,
): Finding[] {
  const byKey = new Map<string, RecordedChange[]>();
  for (const line of recorded) byKey.set(line.key, [...(byKey.get(line.key) ?? []), line]);
  const about = (key: string, problem: Problem, words: string): Finding => ({
    aggregate: 'command',
    id: key,
    problem,
    words,
  });
  return [
    ...accepted.flatMap(({ key, id, version, kind }) => {
      const acknowledged = `version ${version} of ${id}`;
      const lines = byKey.get(key) ?? [];
      // A withdrawal or a bulk assignment also changes titles, each of them once.
      const [line = lines[0], ...more] = lines.filter((one) => one.id === id);
      if (line === undefined)
        return [about(key, 'acknowledged-missing', `${acknowledged} is not there`)];
      if (more.length > 0)
        return [
          about(key, 'command-repeated', `${acknowledged} was made ${more.length + 1} times`),
        ];
      if (line.id === id && line.version === version && (kind ?? line.kind) === line.kind)
        return [];
      const stored = `version ${line.version} of ${line.id}, ${line.kind}`;
      return [
        about(
          key,
          'acknowledged-differs',
          `${acknowledged}, ${kind ?? 'undo'}, is stored as ${stored}`,
        ),
      ];
    }),
    ...refused
      .filter((key) => byKey.has(key))
      .map((key) => about(key, 'refused-present', 'it was refused, and its change is there')),
  ];
}
