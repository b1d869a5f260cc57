/**
 * The end of an aggregate's story: an import had brought it, and was undone before anything built on it. Nothing else ever
 * takes a contract, a license or a title away.
 */
export interface Removal {
  readonly kind: 'contract-removed' | 'license-removed' | 'content-removed';
  /** What it was called. */
  readonly name: string;
}

const NAMES: Record<Removal['kind'], string> = {
  'contract-removed': 'Contract',
  'license-removed': 'License',
  'content-removed': 'Title',
};

/** A removal in one line, as people read it in the history. */
export function describeRemoval({ kind, name }: Removal): string {
  return `${NAMES[kind]} ${name} removed: its import was undone`;
}
