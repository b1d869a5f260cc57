import { describe, expect, it } from 'vitest';
import type { Attempt, DeliveryState } from '../../../../src/domain/events/delivery';
import { attemptWords, Delivery, isAccepted } from '../../../../src/domain/events/delivery';

const AT = '2026-06-10T10:00:00Z';
const EARLIER = '2026-06-09T10:00:00Z';
const ACCEPTED: Attempt = { kind: 'answered', status: 204, milliseconds: 12.3 };
const REFUSED: Attempt = { kind: 'answered', status: 503, milliseconds: 12.3 };

function aDelivery(state: DeliveryState): Delivery {
  const finishedAt = state === 'waiting' ? null : EARLIER;
  const data = { id: 'd1', webhookId: 'w1', state, tries: 2, answer: '500', finishedAt };
  return Delivery.reconstitute(data);
}

/** What each verb makes of a delivery in each state; `null` when it does nothing. */
const CASES: [DeliveryState, string, (delivery: Delivery) => boolean, object | null][] = [
  [
    'waiting',
    'an accepted attempt',
    (delivery) => delivery.tried(ACCEPTED, 'No Content', AT),
    { state: 'delivered', tries: 3, finishedAt: AT, answer: '204 No Content, after 12 ms.' },
  ],
  [
    'waiting',
    'a refused attempt',
    (delivery) => delivery.tried(REFUSED, 'Service Unavailable', AT),
    { state: 'waiting', tries: 3, finishedAt: null },
  ],
  [
    'waiting',
    'giving up',
    (delivery) => delivery.giveUp(AT),
    { state: 'failed', tries: 2, finishedAt: AT, answer: '500' },
  ],
  ['waiting', 'sending again', (delivery) => delivery.sendAgain(), null],
  ...(['delivered', 'failed'] as const).flatMap((state): (typeof CASES)[number][] => [
    [state, 'an attempt', (delivery) => delivery.tried(ACCEPTED, 'No Content', AT), null],
    [state, 'giving up', (delivery) => delivery.giveUp(AT), null],
    [
      state,
      'sending again',
      (delivery) => delivery.sendAgain(),
      { state: 'waiting', tries: 0, finishedAt: null },
    ],
  ]),
];

describe('a delivery', () => {
  it.each(CASES)('that is %s, after %s', (state, _verb, act, expected) => {
    const delivery = aDelivery(state);
    const before = delivery.data;

    expect(act(delivery)).toBe(expected !== null);
    expect(delivery.data).toMatchObject(expected ?? before);
  });
});

describe('an attempt', () => {
  it.each([
    [199, false],
    [200, true],
    [299, true],
    [300, false],
  ])('answered with %i is accepted: %s', (status, accepted) => {
    expect(isAccepted({ kind: 'answered', status, milliseconds: 1 })).toBe(accepted);
  });

  it('is told as a sentence', () => {
    const redirect: Attempt = { kind: 'answered', status: 302, milliseconds: 1 };

    expect(attemptWords(redirect, 'Found')).toBe('302 Found: redirects are not followed.');
    expect(attemptWords({ kind: 'no-response' }, '')).toBe('No response within 10 seconds.');
    expect(isAccepted({ kind: 'unreachable' })).toBe(false);
  });
});
