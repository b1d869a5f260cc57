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

/** What is known of a record that something on the page follows. */
interface Followed {
  newest: NewestChange | null;
  readonly listeners: Set<() => void>;
  readonly stop: () => void;
}

const followed = new Map<string, Followed>();

/** Follows a record while the tab is visible; `null` until the first change arrives. All that follow it share one event stream. */
export function useNewestChange(id: string): NewestChange | null {
  const listen = useCallback((listener: () => void) => join(id, listener), [id]);
  return useSyncExternalStore(
    listen,
    () => followed.get(id)?.newest ?? null,
    () => null,
  );
}

/** Listens to the changes of a record. The returned function stops that, and the stream with the last listener. */
function join(id: string, listener: () => void): () => void {
  const record = followed.get(id) ?? begin(id);
  record.listeners.add(listener);
  return () => {
    record.listeners.delete(listener);
    if (record.listeners.size > 0) return;
    record.stop();
    followed.delete(id);
  };
}

function begin(id: string): Followed {
  const stop = follow(id, (change) => {
    if (record.newest !== null && record.newest.version >= change.version) return;
    record.newest = change;
    for (const listener of record.listeners) listener();
  });
  const record: Followed = { newest: null, listeners: new Set(), stop };
  followed.set(id, record);
  return record;
}

/** Opens the event stream of a record, and opens it again when it is refused. The returned function closes it. */
function follow(id: string, onChange: (change: NewestChange) => void): () => void {
  let stream: EventSource | null = null;
  let retry: ReturnType<typeof setTimeout> | undefined;

  const take = ({ data }: MessageEvent<string>) => {
    const { version, actor, actorId, kind, at } = JSON.parse(data) as ChangeMessage;
    const isFresh = Math.abs(Date.now() - Date.parse(at)) < MAX_FRESH_AGE_MS;
    onChange({ version, actor, actorId, kind, isFresh });
  };
  const close = () => {
    clearTimeout(retry);
    stream?.close();
    stream = null;
  };
  const open = () => {
    close();
    stream = new EventSource(`/api/v1/events?id=${id}`);
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
  readonly version: number;
  readonly actor: string;
  readonly actorId: string | null;
  readonly kind: string;
  readonly at: string;
}
