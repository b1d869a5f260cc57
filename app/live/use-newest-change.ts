'use client';

import { useEffect, useState } from 'react';

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

/** Follows a record over one event stream while the tab is visible; `null` until the first change arrives. */
export function useNewestChange(id: string): NewestChange | null {
  const [newest, setNewest] = useState<NewestChange | null>(null);

  useEffect(() => {
    let stream: EventSource | null = null;
    let retry: ReturnType<typeof setTimeout> | undefined;

    const take = ({ data }: MessageEvent<string>) => {
      const { version, actor, actorId, kind, at } = JSON.parse(data) as ChangeMessage;
      const isFresh = Math.abs(Date.now() - Date.parse(at)) < MAX_FRESH_AGE_MS;
      setNewest((known) =>
        known !== null && known.version >= version
          ? known
          : { version, actor, actorId, kind, isFresh },
      );
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
  }, [id]);
  return newest;
}

interface ChangeMessage {
  readonly version: number;
  readonly actor: string;
  readonly actorId: string | null;
  readonly kind: string;
  readonly at: string;
}
