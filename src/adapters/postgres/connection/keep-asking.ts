import type pg from 'pg';

/** In milliseconds. */
const PAUSE = 15_000;

/**
 * Asks something on a connection that mostly listens, until it ends: nothing tells such a connection that its host went
 * silent. What asks in vain loses the connection, as it would lose any other.
 *
 * @param pause milliseconds between an answer and the next question
 */
export function keepAsking(client: pg.ClientBase, pause = PAUSE): void {
  let timer: ReturnType<typeof setTimeout>;
  const askLater = () => {
    timer = setTimeout(() => {
      client.query('SELECT').then(askLater, () => undefined);
    }, pause);
    timer.unref();
  };
  client.once('end', () => clearTimeout(timer));
  askLater();
}
