import type { Command, Outcome, Transaction, UnitOfWork } from '../../service/unit-of-work';
import type { Operations } from './operations';

/** Tells operators of every command, by the kinds of what it changed. */
export class ObservedUnitOfWork implements UnitOfWork {
  constructor(
    private readonly inner: UnitOfWork,
    private readonly operations: Operations,
  ) {}

  async run<T extends object>(
    command: Command,
    work: (transaction: Transaction) => Promise<T>,
  ): Promise<Outcome<T>> {
    const kinds = new Set<string>();
    const { key, actor } = command;
    const kind = aboutWhat(command);
    return this.operations.watch(
      { kind, key, actor },
      () =>
        this.inner.run(command, (transaction) => {
          kinds.clear();
          return work(noting(transaction, kinds));
        }),
      () => [...kinds].sort().join('+') || kind,
    );
  }
}

/** What a command is about that has changed nothing yet. */
function aboutWhat(command: Command): string {
  if ('contentId' in command) return 'content';
  if ('licenseId' in command) return 'license';
  if ('contractId' in command) return 'contract';
  return 'titles';
}

interface Changed {
  readonly change: { readonly kind: string } | null;
}

/** The same transaction, with the kinds of what is written through it noted. */
function noting(transaction: Transaction, kinds: Set<string>): Transaction {
  const note = (changed: Changed | readonly Changed[]) => {
    for (const { change } of [changed].flat()) if (change !== null) kinds.add(change.kind);
  };
  const noted = <R extends object>(repository: R, removal: string): R =>
    new Proxy(repository, {
      get(target, name, receiver) {
        const member: unknown = Reflect.get(target, name, receiver);
        if (typeof member !== 'function') return member;
        return (...args: unknown[]): unknown => {
          if (name === 'add' || name === 'save') note(args[0] as Changed | readonly Changed[]);
          if (name === 'remove') kinds.add(removal);
          return Reflect.apply(member, target, args);
        };
      },
    });
  return {
    contracts: noted(transaction.contracts, 'contract-removed'),
    licenses: noted(transaction.licenses, 'license-removed'),
    contents: noted(transaction.contents, 'content-removed'),
  };
}
