import type { UnitOfWork } from '../../src/service/unit-of-work';

/** Two commands through it are both decided before either is written. */
export function meeting(unitOfWork: UnitOfWork): UnitOfWork {
  const bothAreDecided = gate(2);
  return {
    run: (command, work) =>
      unitOfWork.run(command, async (transaction) => {
        const result = await work(transaction);
        await bothAreDecided();
        return result;
      }),
  };
}

/** Holds everyone back until `count` have arrived; then it stays open. */
export function gate(count: number): () => Promise<void> {
  const { promise, resolve } = resolvable();
  let arrived = 0;
  return () => {
    arrived += 1;
    if (arrived === count) resolve();
    return promise;
  };
}

/** A promise, and what resolves it. */
export function resolvable(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((resolved) => {
    resolve = resolved;
  });
  return { promise, resolve };
}
