'use client';

import { useCallback, useSyncExternalStore } from 'react';

/** The newest change of the record on a page. */
export interface NewestChange {
  readonly version: number;
  readonly actor: string;
  /** Id of the person or the token; `null` for changes by the system. */
  readonly actorId: string | null;
  readonly kind: string;
  /** Whether it was made less than a minute before it was received. */
  readonly isFresh: boolean;
}

/** Delay before reconnecting to a stream that was refused. */
const RETRY_DELAY_MS = 10_000;
/** Maximum age of a change that counts as made just now. */
const MAX_FRESH_AGE_MS = 60_000;

/** The newest change of each record, by its id. */
type NewestChanges = ReadonlyMap<string, NewestChange>;

const NONE: NewestChanges = new Map();

/** So many records one stream can be narrowed to; beyond it, a stream has all changes of their kind. */
const MAX_IDS = 100;

/** What is known of records that something on the page follows. */
interface Followed {
  newest: NewestChanges;
  readonly listeners: Set<() => void>;
  readonly stop: () => void;
}

/** By the search of their stream. */
const followed = new Map<string, Followed>();

/** Follows a record while the tab is visible; `null` until the first change arrives. */
export function useNewestChange(id: string): NewestChange | null {
  return useChanges(`id=${id}`).get(id) ?? null;
}

/**
 * Follows several records of a kind while the tab is visible. Of more than `MAX_IDS`, only what is saved from now on is known.
 *
 * @param ids in any order; none follows nothing
 */
export function useNewestChanges(
  aggregate: 'license' | 'content',
  ids: readonly string[],
): NewestChanges {
  return useChanges(
    ids.length > MAX_IDS
      ? `aggregate=${aggregate}`
      : [...ids]
          .sort()
          .map((id) => `id=${id}`)
          .join('&'),
  );
}

/** All that follow the same share one event stream. */
function useChanges(search: string): NewestChanges {
  const listen = useCallback(
    (listener: () => void) => (search === '' ? () => undefined : join(search, listener)),
    [search],
  );
  return useSyncExternalStore(
    listen,
    () => followed.get(search)?.newest ?? NONE,
    () => NONE,
  );
}

/** Listens to the changes of a stream. The returned function stops that, and the stream with the last listener. */
function join(search: string, listener: () => void): () => void {
  const records = followed.get(search) ?? begin(search);
  records.listeners.add(listener);
  return () => {
    records.listeners.delete(listener);
    if (records.listeners.size > 0) return;
    records.stop();
    followed.delete(search);
  };
}

function begin(search: string): Followed {
  const stop = follow(search, (id, change) => {
    if ((records.newest.get(id)?.version ?? 0) >= change.version) return;
    records.newest = new Map([...records.newest, [id, change]]);
    for (const listener of records.listeners) listener();
  });
  const records: Followed = { newest: NONE, listeners: new Set(), stop };
  followed.set(search, records);
  return records;
}

/** Opens an event stream, and opens it again when it is refused. The returned function closes it. */
function follow(search: string, onChange: (id: string, change: NewestChange) => void): () => void {
  let stream: EventSource | null = null;
  let retry: ReturnType<typeof setTimeout> | undefined;

  const take = ({ data }: MessageEvent<string>) => {
    const { id, version, actor, actorId, kind, at } = JSON.parse(data) as ChangeMessage;
    const isFresh = Math.abs(Date.now() - Date.parse(at)) < MAX_FRESH_AGE_MS;
    onChange(id, { version, actor, actorId, kind, isFresh });
  };
  const close = () => {
    clearTimeout(retry);
    stream?.close();
    stream = null;
  };
  const open = () => {
    close();
    stream = new EventSource(`/api/v1/events?${search}`);
    stream.addEventListener('change', take);
    stream.addEventListener('error', () => {
      // After a broken connection, the browser reconnects by itself.
      if (stream?.readyState === EventSource.CLOSED) retry = setTimeout(open, RETRY_DELAY_MS);
    });
  };
  const followWhileVisible = () => {
    if (document.visibilityState === 'visible') open();
    else close();
  };
  followWhileVisible();
  document.addEventListener('visibilitychange', followWhileVisible);
  return () => {
    document.removeEventListener('visibilitychange', followWhileVisible);
    close();
  };
}

interface ChangeMessage {
  readonly id: string;
  readonly version: number;
  readonly actor: string;
  readonly actorId: string | null;
  readonly kind: string;
  readonly at: string;
}
