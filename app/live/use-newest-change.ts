'use client';

import { useEffect, useState } from 'react';

/** The newest change of what a page shows, as far as the page cares. */
export interface NewestChange {
  readonly version: number;
  readonly actor: string;
  /** Of the person or the token; `null` for what the product did by itself. */
  readonly actorId: string | null;
  readonly kind: string;
  /** Whether it came while the page was open, not before. */
  readonly isFresh: boolean;
}

/** In milliseconds: so soon a stream that was refused is asked for again. */
const AGAIN = 10_000;
/** In milliseconds; what is older than that was not made just now. */
const FRESH = 60_000;

/** Follows one thing while the tab can be seen, on one connection; `null` until something is known. */
export function useNewestChange(id: string): NewestChange | null {
  const [newest, setNewest] = useState<NewestChange | null>(null);

  useEffect(() => {
    let stream: EventSource | null = null;
    let again: ReturnType<typeof setTimeout> | undefined;

    const take = ({ data }: MessageEvent<string>) => {
      const { version, actor, actorId, kind, at } = JSON.parse(data) as Told;
      const isFresh = Math.abs(Date.now() - Date.parse(at)) < FRESH;
      setNewest((known) =>
        known !== null && known.version >= version
          ? known
          : { version, actor, actorId, kind, isFresh },
      );
    };
    const close = () => {
      clearTimeout(again);
      stream?.close();
      stream = null;
    };
    const open = () => {
      close();
      stream = new EventSource(`/api/v1/events?id=${id}`);
      stream.addEventListener('change', take);
      stream.addEventListener('error', () => {
        // What was only cut off, the browser opens again itself.
        if (stream?.readyState === EventSource.CLOSED) again = setTimeout(open, AGAIN);
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

interface Told {
  readonly version: number;
  readonly actor: string;
  readonly actorId: string | null;
  readonly kind: string;
  readonly at: string;
}
