/** The middle one of some numbers; of an even count, the upper of the two. */
export function median(numbers: readonly number[]): number {
  return percentile(numbers, 0.5);
}

/** The number that a share of some numbers lies below. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)];
  if (middle === undefined) throw new Error('Nothing was measured.');
  return middle;
}

/** A number with as many digits as a reader wants: three that mean something. */
export function rounded(number: number): number {
  return Number(number.toPrecision(3));
}

/** How long some work takes, in milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/**
 * Measures several ways of doing something in turns, a short round each, so that all of them see the same machine.
 *
 * @param ways each returns one figure for one round
 * @returns the figures of every way, in order of the rounds
 */
export async function inTurns<W extends string>(
  ways: Readonly<Record<W, () => Promise<number>>>,
  rounds: number,
): Promise<Record<W, number[]>> {
  const names = Object.keys(ways) as W[];
  const figures = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<
    W,
    number[]
  >;
  for (let round = 0; round < rounds; round += 1)
    for (const name of round % 2 === 0 ? names : names.toReversed())
      figures[name].push(await ways[name]());
  return figures;
}
