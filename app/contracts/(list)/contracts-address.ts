/** The search of the list of contracts, as its address has it. */
export interface ContractsQuery {
  readonly q?: string | undefined;
  readonly closed?: 'void' | undefined;
  /** The saved view that is open, whose filters may have been changed since. */
  readonly view?: string | undefined;
  readonly cursor?: string | undefined;
}

/** URL of the list of contracts. */
export function contractsAddress(query: ContractsQuery): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== '') search.set(name, String(value));
  const text = search.toString();
  return text === '' ? '/contracts' : `/contracts?${text}`;
}
