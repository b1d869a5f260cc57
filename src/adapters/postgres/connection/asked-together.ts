import DataLoader from 'dataloader';

/** In milliseconds: whoever comes while a question is under way waits no longer than this for it to be answered. */
const PATIENCE = 20;

/**
 * Lets those who ask at the same time share one question. Nobody gets an answer to a question that was asked before he came:
 * whoever comes while one is under way waits for its end with all others who do, and the next one is asked for all of them.
 *
 * @param ask gets a key for each of those who ask, some of them equal, and answers in the same order
 * @returns the answer for a key; rejects as `ask` does
 */
export function askedTogether<Answer>(
  ask: (keys: readonly string[]) => Promise<readonly Answer[]>,
): (key: string) => Promise<Answer> {
  let underWay: Promise<unknown> | null = null;
  const questions = new DataLoader<string, Answer>(
    (keys) => {
      const answers = ask(keys);
      const asked = answers.finally(() => {
        if (underWay === asked) underWay = null;
      });
      underWay = asked;
      return asked;
    },
    {
      cache: false,
      batchScheduleFn: (dispatch) => {
        if (underWay === null) queueMicrotask(dispatch);
        else endOrPatience(underWay, dispatch);
      },
    },
  );
  return (key) => questions.load(key);
}

function endOrPatience(underWay: Promise<unknown>, then: () => void): void {
  let isWaiting = true;
  const goOn = () => {
    if (!isWaiting) return;
    isWaiting = false;
    clearTimeout(timer);
    then();
  };
  const timer = setTimeout(goOn, PATIENCE);
  underWay.then(goOn, goOn);
}
