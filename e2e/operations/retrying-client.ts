import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { openDatabase } from '../../src/adapters/postgres/connection/database';
import { addDays, isoDate } from '../../src/domain/values/date-range';
import { DEVICES } from '../../src/domain/values/device';
import { findingsIn } from '../../tests/race/answer-log';
import type { Fleet } from './fleet';
import { expect } from '../fixtures';
import { rows } from './fleet';
import { on, SeedData, YEAR } from '../seed-data';
import { onePrice } from '../../src/domain/license/price-list';

interface Version {
  readonly id: string;
  readonly version: number;
}

/** A change for the API. */
interface Change {
  readonly key: string;
  readonly path: string;
  /** Base version, if a single version identifies it. */
  readonly ifMatch: string | null;
  readonly body: object;
  readonly kind: 'offers-generated' | 'offer-assigned';
  /** Versions it should create, ordered by id. */
  readonly makes: readonly Version[];
}

/** The response, equal for every repetition. */
interface StoredAnswer {
  readonly status: number;
  readonly etag: string | null;
  readonly text: string;
}

export interface Attempted {
  readonly answer: StoredAnswer;
  readonly isReplayed: boolean;
  /** Failed attempts before it: problem codes that ask for a retry, or `lost` for a broken connection. */
  readonly before: readonly string[];
}

/** Adds weekly offers to a license and assigns each to two titles: a change of one aggregate, then one of several. */
export class ApiClient {
  private readonly accepted: { key: string; id: string; version: number; kind: Change['kind'] }[] =
    [];
  private made = 0;

  private constructor(
    private readonly fleet: Fleet,
    readonly licenseId: string,
    private readonly titleIds: readonly string[],
  ) {}

  static async of(fleet: Fleet): Promise<ApiClient> {
    const database = openDatabase(fleet.ownerUrl, { connections: 1 });
    const seed = new SeedData(database);
    const offer = { name: 'First', firstDay: on('01-01'), lastDay: on('01-31') };
    const license = await seed.license({ lastDay: null, offers: [offer] });
    const titles = [await seed.title({ license, offer }), await seed.title({ license, offer })];
    await database.close();
    return new ApiClient(fleet, license.id, titles.map(({ id }) => id).sort());
  }

  next(): Change {
    const week = Math.floor(this.made / 2);
    const isOffer = this.made % 2 === 0;
    this.made += 1;
    const key = randomUUID();
    const startsOn = addDays(isoDate(`${YEAR + 1}-01-01`), 7 * week);
    const offer = {
      name: `Week ${week}`,
      prices: onePrice({ minor: 499, currency: 'USD' }),
      window: { startsOn, endsOn: addDays(startsOn, 7) },
      devices: DEVICES,
    };
    // The license was granted at version 1 and has had its first offer since; so have the titles by being registered.
    const [license, title] = [week + 2, week + 1];
    if (isOffer)
      return {
        key,
        path: `/licenses/${this.licenseId}/offers`,
        ifMatch: `"${license}"`,
        body: { kind: 'at', offers: [offer] },
        kind: 'offers-generated',
        makes: [{ id: this.licenseId, version: license + 1 }],
      };
    return {
      key,
      path: `/licenses/${this.licenseId}/assignments`,
      ifMatch: null,
      body: {
        offer,
        titles: this.titleIds.map((contentId) => ({ contentId, version: title })),
      },
      kind: 'offer-assigned',
      makes: this.titleIds.map((id) => ({ id, version: title + 1 })),
    };
  }

  /**
   * Sends a change with its key to the addresses in turn until it gets a final response.
   *
   * @param onRetry is called before each retry
   */
  async sendUntilAnswered(
    change: Change,
    addresses: readonly string[],
    onRetry: () => void = () => undefined,
  ): Promise<Attempted> {
    const before: string[] = [];
    for (;;) {
      const address = addresses[before.length % addresses.length] ?? '';
      try {
        const response = await this.send(change, address);
        const { status, headers } = response;
        const text = await response.text();
        if (status !== 503)
          return {
            answer: { status, etag: headers.get('etag'), text },
            isReplayed: headers.get('idempotency-replayed') === 'true',
            before,
          };
        before.push((JSON.parse(text) as { code: string }).code);
        onRetry();
        await setTimeout(1_000 * Number(headers.get('retry-after')));
      } catch (error) {
        if (!(error instanceof TypeError)) throw error;
        before.push('lost');
        onRetry();
      }
    }
  }

  /** Expects that the change was stored once, that the response matches it, and that every process replays it. */
  async expectStoredOnce(change: Change, { answer }: Attempted): Promise<void> {
    expect(answer.status, answer.text).toBe(200);
    const stored = await rows<Version>(
      this.fleet.ownerUrl,
      `SELECT aggregate_id AS id, version FROM history WHERE command_key = '${change.key}' ORDER BY 1`,
    );
    expect(stored).toEqual(change.makes);
    expect(versionsIn(answer)).toEqual(stored);
    for (const address of this.addresses()) {
      const again = await this.sendUntilAnswered(change, [address]);
      expect(again).toMatchObject({ answer, isReplayed: true });
    }
    const { key, kind } = change;
    for (const one of stored) this.accepted.push({ key, kind, ...one });
  }

  /** Expects that the stored data satisfies every invariant and matches all responses. */
  async expectNoFindings(): Promise<void> {
    const answers = { accepted: this.accepted, refused: [] };
    expect(await findingsIn(this.fleet.ownerUrl, answers)).toEqual([]);
  }

  /** Addresses of the ready processes, starting with the one that alternates by round. */
  addresses(round = 0): readonly string[] {
    const { first, second } = this.fleet;
    const order = round % 2 === 0 ? [first, second] : [second, first];
    return order.filter(({ isReady }) => isReady).map(({ address }) => address);
  }

  private send({ key, path: resource, ifMatch, body }: Change, app: string): Promise<Response> {
    return fetch(`${app}/api/v1${resource}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${this.fleet.token}`,
        'content-type': 'application/json',
        'idempotency-key': key,
        ...(ifMatch === null ? {} : { 'if-match': ifMatch }),
      },
      body: JSON.stringify(body),
    });
  }
}

function versionsIn({ etag, text }: StoredAnswer): readonly Version[] {
  const body = JSON.parse(text) as Version | { assigned: readonly Version[] };
  const versions = 'assigned' in body ? body.assigned : [body];
  if (etag !== null) expect(versions.map(({ version }) => `"${version}"`)).toEqual([etag]);
  return versions
    .map(({ id, version }) => ({ id, version }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
