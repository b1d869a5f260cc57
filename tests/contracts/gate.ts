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

function resolvable(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((resolved) => {
    resolve = resolved;
  });
  return { promise, resolve };
}
