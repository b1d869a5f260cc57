import { DomainError } from '../errors';

/** `waiting` until the receiver accepts it, which makes it `delivered`, or until the last attempt, which makes it `failed`. */
export type DeliveryState = 'waiting' | 'delivered' | 'failed';

/** A delivery as it is stored, without its message. */
export interface DeliveryData {
  /** UUID: what the receiver recognizes a repetition by. */
  readonly id: string;
  readonly webhookId: string;
  readonly state: DeliveryState;
  /** How often it was tried. */
  readonly tries: number;
  /** What became of the last attempt, as a sentence; `null` before the first. */
  readonly answer: string | null;
  /** ISO 8601 in UTC; `null` while it is waiting. */
  readonly finishedAt: string | null;
}

/** What became of one attempt. */
export type Attempt =
  | { readonly kind: 'answered'; readonly status: number; readonly milliseconds: number }
  | { readonly kind: AttemptFailure };

/** Why an attempt got no answer, with the sentence for people. */
const FAILURES = {
  'private-address':
    'The URL points to a private network. Webhooks are sent only to public addresses.',
  'no-response': 'No response within 10 seconds.',
  'connection-refused': 'The connection was refused.',
  'unknown-host': 'The host name does not exist.',
  'unresolved-host': 'The host name could not be resolved.',
  'connection-closed': 'The connection closed before a response.',
  unreachable: 'The host could not be reached.',
  'invalid-certificate': 'The certificate is not valid.',
  'not-sent': 'The request could not be sent.',
} as const;

export type AttemptFailure = keyof typeof FAILURES;

/** How long an answer is waited for, in milliseconds. The sentence of `no-response` names it. */
export const ANSWER_TIMEOUT = 10_000;

/** Whether the receiver accepted a delivery. */
export function isAccepted(attempt: Attempt): boolean {
  return attempt.kind === 'answered' && attempt.status >= 200 && attempt.status < 300;
}

/**
 * What became of an attempt, as people read it.
 *
 * @param phrase the words of the HTTP status, such as `No Content`
 */
export function attemptWords(attempt: Attempt, phrase: string): string {
  if (attempt.kind !== 'answered') return FAILURES[attempt.kind];
  const { status, milliseconds } = attempt;
  const words = `${status} ${phrase}`.trim();
  return status >= 300 && status < 400
    ? `${words}: redirects are not followed.`
    : `${words}, after ${Math.round(milliseconds)} ms.`;
}

/** One change on its way to one webhook. */
export class Delivery {
  private constructor(private current: DeliveryData) {}

  /** For repositories only: a delivery as it was stored. */
  static reconstitute(data: DeliveryData): Delivery {
    return new Delivery(data);
  }

  get data(): DeliveryData {
    return this.current;
  }

  /** Notes an attempt. @returns whether it changed anything: a delivery that is over is not changed any more */
  tried(attempt: Attempt, phrase: string, at: string): boolean {
    if (this.current.state !== 'waiting') return false;
    const isOver = isAccepted(attempt);
    this.current = {
      ...this.current,
      state: isOver ? 'delivered' : 'waiting',
      tries: this.current.tries + 1,
      answer: attemptWords(attempt, phrase),
      finishedAt: isOver ? at : null,
    };
    return true;
  }

  /** Ends a delivery that was tried as often as it may be. @returns whether it was waiting */
  giveUp(at: string): boolean {
    if (this.current.state !== 'waiting') return false;
    this.current = { ...this.current, state: 'failed', finishedAt: at };
    return true;
  }

  /** Starts a delivery that is over once more. @returns whether it was over */
  sendAgain(): boolean {
    if (this.current.state === 'waiting') return false;
    this.current = { ...this.current, state: 'waiting', tries: 0, finishedAt: null };
    return true;
  }
}

export class NoSuchDelivery extends DomainError {
  readonly code = 'no-such-delivery';

  constructor() {
    super('This delivery no longer exists, or its webhook was removed.');
  }
}

/** The receiver did not accept an attempt: the queue tries again later. */
export class DeliveryNotAccepted extends DomainError {
  readonly code = 'delivery-not-taken';
}

/** The receiver accepted none of the attempts. */
export class DeliveryGivenUp extends DomainError {
  readonly code = 'delivery-given-up';

  constructor() {
    super('The receiver accepted none of the attempts. Check the address, then send it again.');
  }
}
