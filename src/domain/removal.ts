/**
 * The removal of an aggregate: an import created it and was undone before anything depended on it. Contracts, licenses and
 * titles are never removed in any other way.
 */
export interface Removal {
  readonly kind: 'contract-removed' | 'license-removed' | 'content-removed';
  /** Its name before the removal. */
  readonly name: string;
}

const NAMES: Record<Removal['kind'], string> = {
  'contract-removed': 'Contract',
  'license-removed': 'License',
  'content-removed': 'Title',
};

/** Describes a removal in one line, for the history. */
export function describeRemoval({ kind, name }: Removal): string {
  return `${NAMES[kind]} ${name} removed: its import was undone`;
}
