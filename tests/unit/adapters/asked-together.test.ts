import { describe, expect, it } from 'vitest';
import { askedTogether } from '../../../src/adapters/postgres/connection/asked-together';
import { until } from '../../race/until';

/** What was asked so far, each question answered when the test says so. */
function questions() {
  const asked: {
    readonly keys: readonly string[];
    readonly answer: () => void;
    readonly fail: (error: Error) => void;
  }[] = [];
  const of = askedTogether(
    (keys: readonly string[]) =>
      new Promise<string[]>((resolve, reject) => {
        const number = asked.length + 1;
        const answer = () => resolve(keys.map((key) => `${key} of ${number}`));
        asked.push({ keys, answer, fail: reject });
      }),
  );
  const isAsked = (number: number) =>
    until(`question ${number} is asked`, () => asked.length === number);
  return { asked, isAsked, of, keys: () => asked.map((one) => one.keys) };
}

/** Lets everything happen that waits for no timer. */
async function everythingAtHand(): Promise<void> {
  for (let left = 10; left > 0; left -= 1) await Promise.resolve();
}

describe('those who ask at the same time', () => {
  it('share one question and get the answer to their own key', async () => {
    const { asked, isAsked, of, keys } = questions();
    const answers = Promise.all([of('a'), of('b'), of('a')]);
    await isAsked(1);
    asked[0]?.answer();
    expect(await answers).toEqual(['a of 1', 'b of 1', 'a of 1']);
    expect(keys()).toEqual([['a', 'b', 'a']]);
  });

  it('who come while a question is under way share the next one', async () => {
    const { asked, isAsked, of, keys } = questions();
    const first = of('a');
    await isAsked(1);
    const earlier = of('a');
    await everythingAtHand();
    const later = [earlier, of('b')];
    asked[0]?.answer();
    expect(await first).toBe('a of 1');
    await isAsked(2);
    asked[1]?.answer();
    expect(await Promise.all(later)).toEqual(['a of 2', 'b of 2']);
    expect(keys()).toEqual([['a'], ['a', 'b']]);
  });

  it('do not wait for ever for a question that nobody answers, and are asked once', async () => {
    const { asked, isAsked, of, keys } = questions();
    const first = of('a');
    await isAsked(1);
    const later = of('b');
    await isAsked(2);
    asked[1]?.answer();
    expect(await later).toBe('b of 2');
    asked[0]?.answer();
    expect(await first).toBe('a of 1');
    expect(keys()).toEqual([['a'], ['b']]);
  });

  it('all learn that their question failed, and the next is asked anew', async () => {
    const { asked, isAsked, of } = questions();
    const both = Promise.allSettled([of('a'), of('b')]);
    await isAsked(1);
    const next = of('c');
    const reason = new Error('away');
    asked[0]?.fail(reason);
    expect(await both).toEqual([
      { status: 'rejected', reason },
      { status: 'rejected', reason },
    ]);
    await isAsked(2);
    asked[1]?.answer();
    expect(await next).toBe('c of 2');
  });
});
