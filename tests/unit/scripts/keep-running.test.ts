import { describe, expect, it } from 'vitest';
import { keepRunning, pauseAfter } from '../../../scripts/processes/keep-running';

/** A part of the product whose ends and starts a test decides; a pause takes no time. */
function watchedPart({ starts }: { readonly starts: readonly ('ends' | 'fails' | 'runs')[] }) {
  const pauses: number[] = [];
  const reported: unknown[] = [];
  const isAsked = { toEnd: false };
  const left = [...starts];
  const kept = keepRunning({
    name: 'The part',
    running: { exited: Promise.resolve() },
    start: async () => {
      const next = left.shift();
      if (next === 'fails') throw new Error('no room');
      // The last one runs until the product is ended.
      if (next === undefined || next === 'runs') isAsked.toEnd = true;
      return { exited: Promise.resolve() };
    },
    isEnding: () => isAsked.toEnd,
    say: () => undefined,
    report: (error) => reported.push(error),
    pause: async (milliseconds) => pauses.push(milliseconds),
    now: () => 0,
  });
  return { kept, pauses, reported };
}

describe('a part of the product that ends by itself', () => {
  it('is started again, however often it ends', async () => {
    const ends = Array.from({ length: 40 }, () => 'ends' as const);
    const { kept, pauses } = watchedPart({ starts: [...ends, 'runs'] });
    await kept;
    expect(pauses).toHaveLength(41);
    expect(pauses.slice(0, 5)).toEqual([0, 500, 1_000, 2_000, 4_000]);
    expect(Math.max(...pauses)).toBe(30_000);
  });

  it('is started again when a start failed, after a longer pause', async () => {
    const { kept, pauses, reported } = watchedPart({ starts: ['fails', 'fails', 'runs'] });
    await kept;
    expect(pauses).toEqual([0, 500, 1_000]);
    expect(reported).toHaveLength(2);
  });

  it('is started again at once when it had run for long', async () => {
    const pauses: number[] = [];
    let minutes = 0;
    await keepRunning({
      name: 'The part',
      running: { exited: Promise.resolve() },
      start: async () => ({ exited: Promise.resolve() }),
      isEnding: () => pauses.length === 5,
      say: () => undefined,
      pause: async (milliseconds) => pauses.push(milliseconds),
      now: () => (minutes += 2) * 60_000,
    });
    expect(pauses).toEqual([0, 0, 0, 0, 0]);
  });

  it('is left alone when the product is being ended', async () => {
    await keepRunning({
      name: 'The part',
      running: { exited: Promise.resolve() },
      start: () => Promise.reject(new Error('It was started.')),
      isEnding: () => true,
      say: () => expect.unreachable(),
    });
  });

  it('never waits longer than half a minute', () => {
    expect(pauseAfter(1_000_000)).toBe(30_000);
  });
});
