import * as z from 'zod';
import type { Change, ChangeBatch, ChangeFeed } from '../../src/service/events/events';
import type { PlaceUnreadable, TooSlow } from '../../src/service/events/events';
import { AGGREGATES } from '../../src/service/errors';
import { hasCode } from '../../src/domain/errors';
import { Problem } from '../problems/problem';

/** In milliseconds. */
interface Timing {
  /** So often something is said. Proxies cut a connection on which nothing is. */
  readonly heartbeat: number;
  /** For so long whoever may listen is told of changes without asking again: what was revoked is over within a second. */
  readonly trust: number;
  /** So long nothing may be taken of what waits, before whoever is there counts as gone. */
  readonly patience: number;
}

const USUAL: Timing = { heartbeat: 15_000, trust: 500, patience: 30_000 };

/** A stream on which nothing is told ends so soon when its token is revoked, or its session over. */
const ASK_AGAIN = 2_000;
/** So soon the database has to say where history is now. */
const FIRST_ANSWER = 5_000;
/** In bytes, what waits for one client to take it. */
const BUFFER = 256 * 1024;
/** A client that was cut off comes back so soon. */
const RETRY = 2_000;

/** So many streams one person, or one token, has open in a process: what is left open must not use up the process. */
const MAX_STREAMS = 50;

/** What a stream can be narrowed to, by its address. */
const QUERY = z.object({
  aggregate: z
    .array(
      z.enum(AGGREGATES, {
        error: 'This is license, contract, content or price-table.',
      }),
    )
    .max(AGGREGATES.length),
  id: z.array(z.uuid({ error: 'This is not an id.' })).max(100, { error: 'At most 100 ids.' }),
});

/** Neither kept nor compressed nor held back on the way. */
export const EVENT_STREAM_HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
} as const;

/** Who listens, and how that is asked again. */
export interface Listener {
  /** Of the person or the token. */
  readonly id: string;
  /** Whether they may still listen; it fails when that cannot be told now. */
  readonly isStillAllowed: () => Promise<boolean>;
}

/**
 * Answers with what is committed, as server-sent events; narrowed to ids, and from now on, it begins with the newest change
 * of each. The last event of what was read together has an id, with which a
 * client goes on without a hole; those before it are told again when it was cut off in between.
 *
 * @throws Problem: too-many-requests, invalid-input for a filter or a Last-Event-ID that is none, busy when history cannot be read now
 */
export async function eventStream(
  request: Request,
  feed: ChangeFeed,
  listener: Listener,
  timing: Partial<Timing> = {},
): Promise<Response> {
  const leave = enter(listener.id);
  try {
    return await begun(request, feed, listener, { ...USUAL, ...timing }, leave);
  } catch (error) {
    leave();
    throw error;
  }
}

const open = new Map<string, number>();

/** Counts a stream in; what is returned counts it out, once. */
function enter(id: string): () => void {
  const streams = open.get(id) ?? 0;
  if (streams >= MAX_STREAMS)
    throw new Problem('too-many-requests', `At most ${MAX_STREAMS} streams are open at once.`, {
      headers: { 'retry-after': '10' },
    });
  open.set(id, streams + 1);
  let hasLeft = false;
  return () => {
    if (hasLeft) return;
    hasLeft = true;
    const left = (open.get(id) ?? 1) - 1;
    if (left === 0) open.delete(id);
    else open.set(id, left);
  };
}

async function begun(
  request: Request,
  feed: ChangeFeed,
  listener: Listener,
  timing: Timing,
  leave: () => void,
): Promise<Response> {
  const { isWanted, ids } = filterOf(new URL(request.url));
  const since = request.headers.get('last-event-id');
  const stopping = new AbortController();
  request.signal.addEventListener('abort', () => {
    stopping.abort();
  });
  const { signal } = stopping;
  const batches = feed.subscribe(since === '' ? null : since, signal)[Symbol.asyncIterator]();
  const first = await firstOf(batches, stopping);
  const standing = since === null && ids.length > 0 ? await feed.newest(ids) : [];
  const stream = new Stream(batches, isWanted, listener, stopping, timing, leave);
  return new Response(stream.body(withStanding(first, standing)), {
    headers: EVENT_STREAM_HEADERS,
  });
}

async function firstOf(
  batches: AsyncIterator<ChangeBatch>,
  stopping: AbortController,
): Promise<IteratorResult<ChangeBatch>> {
  const tooLate = setTimeout(() => {
    stopping.abort();
  }, FIRST_ANSWER);
  try {
    const first = await batches.next();
    if (stopping.signal.aborted) throw BUSY;
    return first;
  } catch (error) {
    if (!hasCode<PlaceUnreadable>(error, 'place-unreadable')) throw BUSY;
    throw new Problem('invalid-input', 'Last-Event-ID is not the id of an event of this stream.');
  } finally {
    clearTimeout(tooLate);
  }
}

const BUSY = new Problem('busy', 'The history is unavailable. Try again later.', {
  headers: { 'retry-after': '2' },
});

/** The first batch with where things stand, which was read after it. */
function withStanding(
  first: IteratorResult<ChangeBatch>,
  standing: readonly Change[],
): IteratorResult<ChangeBatch> {
  if (first.done === true) return first;
  return { done: false, value: { ...first.value, changes: [...first.value.changes, ...standing] } };
}

interface Filter {
  readonly isWanted: (change: Change) => boolean;
  readonly ids: readonly string[];
}

function filterOf(url: URL): Filter {
  const list = (name: string) =>
    url.searchParams.getAll(name).flatMap((value) => value.split(',').map((one) => one.trim()));
  const parsed = QUERY.safeParse({ aggregate: list('aggregate'), id: list('id') });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Problem('invalid-input', `${String(issue?.path[0])}: ${issue?.message ?? ''}`);
  }
  const { aggregate, id } = parsed.data;
  const isWanted = (change: Change) =>
    (aggregate.length === 0 || aggregate.includes(change.aggregate)) &&
    (id.length === 0 || id.includes(change.id));
  return { isWanted, ids: id };
}

/** One client’s stream. */
class Stream {
  private readonly encoder = new TextEncoder();
  private controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  /** The place after everything written so far, and the last that was told. */
  private place = '';
  private told = '';
  private taken: () => void = () => undefined;
  /** In milliseconds of this process: until then it need not be asked whether they may still listen. */
  private trustedUntil = 0;

  constructor(
    private readonly batches: AsyncIterator<ChangeBatch>,
    private readonly isWanted: (change: Change) => boolean,
    private readonly listener: Listener,
    private readonly stopping: AbortController,
    private readonly timing: Timing,
    private readonly leave: () => void,
  ) {}

  body(first: IteratorResult<ChangeBatch>): ReadableStream<Uint8Array> {
    return new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          this.controller = controller;
          void this.run(first);
        },
        pull: () => {
          this.taken();
        },
        cancel: () => {
          this.controller = null;
          this.stopping.abort();
        },
      },
      new ByteLengthQueuingStrategy({ highWaterMark: BUFFER }),
    );
  }

  private async run(first: IteratorResult<ChangeBatch>): Promise<void> {
    const timers = [
      setInterval(() => {
        this.write(`: still here\n${this.place === this.told ? '' : `id: ${this.place}\n`}\n`);
        this.told = this.place;
      }, this.timing.heartbeat),
      setInterval(() => void this.askAgain(), ASK_AGAIN),
    ];
    try {
      this.write(`retry: ${RETRY}\n\n`);
      for (let next = first; next.done !== true; next = await this.batches.next()) {
        await this.tell(next.value);
        if (!(await this.hasRoom())) break;
      }
    } catch (error) {
      // A client that is too slow, or whose database is gone, comes back by itself.
      const isGone = this.stopping.signal.aborted || hasCode<TooSlow>(error, 'too-slow');
      if (!isGone) console.error('A stream of events ended:', error);
    } finally {
      timers.forEach(clearInterval);
      this.stopping.abort();
      this.leave();
      await this.batches.return?.();
      this.close();
    }
  }

  private async tell({ changes, place, isReset }: ChangeBatch): Promise<void> {
    const wanted = changes.filter(this.isWanted);
    if (wanted.length > 0 && performance.now() >= this.trustedUntil) await this.askAgain();
    if (this.stopping.signal.aborted) return;
    this.place = place;
    const events = [
      ...(isReset ? [`event: reset\ndata: {}\n`] : []),
      ...wanted.map((change) => `event: change\ndata: ${JSON.stringify(change)}\n`),
    ];
    // The first place is told also when nothing happened, so that whoever is cut off goes on from there.
    if (events.length === 0 && this.told !== '') return;
    this.told = place;
    this.write(`${events.join('\n')}id: ${place}\n\n`);
  }

  private async askAgain(): Promise<void> {
    const asked = performance.now();
    // What cannot be asked now is asked again.
    const isAllowed = await this.listener.isStillAllowed().catch(() => true);
    this.trustedUntil = asked + this.timing.trust;
    if (!isAllowed) this.stopping.abort();
  }

  private write(text: string): void {
    this.controller?.enqueue(this.encoder.encode(text));
  }

  /** Waits until the client has taken what waits for it; false when it does not. */
  private async hasRoom(): Promise<boolean> {
    if (this.controller === null) return false;
    if ((this.controller.desiredSize ?? 0) > 0) return true;
    return new Promise((resolve) => {
      const gone = setTimeout(() => {
        resolve(false);
      }, this.timing.patience);
      this.taken = () => {
        clearTimeout(gone);
        resolve(true);
      };
      this.stopping.signal.addEventListener('abort', this.taken, { once: true });
    });
  }

  private close(): void {
    const { controller } = this;
    this.controller = null;
    try {
      controller?.close();
    } catch {
      // The client has closed it already.
    }
  }
}
