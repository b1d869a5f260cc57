import { randomUUID } from 'node:crypto';
import type { SentCommand } from '../../src/wire/forms/forms';
import type { AppServer } from './app-server';
import { addDays, isoDate } from '../../src/domain/values/date-range';
import { DEVICES } from '../../src/domain/values/device';

/**
 * Adds an offer of a week, as the form in a browser does. Every license gets one more in each round, on the days after its
 * last one.
 *
 * @param licenseIds of version 2, without offers from 2090 on
 * @returns the answer, as it was sent
 * @throws Error when it was not saved
 */
export async function offerWeek(
  app: AppServer,
  licenseIds: readonly string[],
  turn: number,
): Promise<string> {
  const round = Math.floor(turn / licenseIds.length);
  const licenseId = inTurn(licenseIds, turn);
  const firstDay = addDays(isoDate('2090-01-01'), round * 7);
  const sent: SentCommand<'generate-offers'> = {
    kind: 'generate-offers',
    key: randomUUID(),
    input: {
      licenseId,
      expectedVersion: 2 + round,
      plan: {
        kind: 'at',
        offers: [
          {
            name: 'Week',
            prices: [{ format: '', kind: 'SRP', price: '4.99' }],
            currency: 'USD',
            devices: [...DEVICES],
            firstDay,
            lastDay: addDays(firstDay, 6),
          },
        ],
      },
    },
  };
  const response = await fetch(`${app.address}/licenses/${licenseId}`, {
    method: 'POST',
    headers: {
      'next-action': app.actionId('runCommandAction'),
      'content-type': 'text/plain;charset=UTF-8',
      accept: 'text/x-component',
      origin: app.address,
      cookie: `${app.cookie.name}=${app.cookie.value}`,
    },
    body: JSON.stringify([sent]),
  });
  const answer = await response.text();
  if (!answer.includes('"status":"saved"'))
    throw new Error(`A command was not saved: ${answer.slice(0, 300)}`);
  return answer;
}

/** The licenses one after another, again and again. @throws Error when there are none */
export function inTurn(licenseIds: readonly string[], turn: number): string {
  const id = licenseIds[turn % licenseIds.length];
  if (id === undefined) throw new Error('There are no licenses.');
  return id;
}
