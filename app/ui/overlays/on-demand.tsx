'use client';

import { useCallback, useEffect, useState, type ComponentType } from 'react';
import { Button } from '../button';
import { PlainDialog } from './plain-dialog';

/** What of its props a part shows by; both are left out by one that stands in the page. */
interface Closable {
  readonly onClose?: (() => void) | undefined;
  /** Whether it shows; left out by what is only rendered while it does. */
  readonly isOpen?: boolean | undefined;
}

/** A component whose code comes apart from the page. */
export type OnDemand<Props> = ComponentType<Props> & {
  /** Fetches the code ahead, where somebody is about to open it. What does not arrive is fetched again when it is opened. */
  readonly preload: () => void;
};

/**
 * A form, menu, dialog or notice whose code is loaded when it is first shown, or before, by `preload`. Once it is there, it
 * renders at once: `dynamic` would suspend, which hides a page that has a skeleton, and React shows what was suspended 300 ms
 * later at the earliest. Where it does not arrive (the browser is offline), a dialog says so and offers to retry, or a line
 * where there is nothing to close; it also retries by itself as soon as the browser is online. The server draws nothing of it.
 *
 * @param load imports the component
 */
export function onDemand<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): OnDemand<Props> {
  let loaded: ComponentType<Props> | null = null;
  const fetchCode = async () => (loaded ??= await load());
  function LoadedOnDemand(props: Props) {
    const [Part, setPart] = useState(() => loaded);
    const [hasFailed, setFailed] = useState(false);
    const { onClose, isOpen: isShown }: Closable = props;
    const isOpen = isShown !== false;
    const retry = useCallback(() => {
      fetchCode().then((part) => {
        setPart(() => part);
      }, console.warn);
    }, []);
    useEffect(() => {
      if (!isOpen) return;
      fetchCode().then(
        (part) => {
          setPart(() => part);
        },
        (error: unknown) => {
          console.warn(error);
          setFailed(true);
          if (navigator.onLine) retry();
        },
      );
      window.addEventListener('online', retry);
      return () => {
        window.removeEventListener('online', retry);
      };
    }, [isOpen, retry]);
    if (Part !== null) return <Part {...props} />;
    if (!hasFailed || !isOpen) return null;
    if (onClose === undefined) return <NotLoadedHere onRetry={retry} />;
    const close = () => {
      setFailed(false);
      onClose();
    };
    return <NotLoaded onClose={close} onRetry={retry} />;
  }
  return Object.assign(LoadedOnDemand, {
    preload: () => {
      fetchCode().catch(console.warn);
    },
  });
}

/**
 * The same for a part that the server draws where a link opens it, inside `dynamic`.
 *
 * @param load imports the component
 */
export async function orOnDemand<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): Promise<ComponentType<Props>> {
  try {
    return await load();
  } catch (error) {
    console.warn(error);
    return onDemand(load);
  }
}

const WHAT = 'This part of the page could not be loaded';
const WHAT_TO_DO = 'Check your connection, then retry.';

function NotLoaded({ onClose, onRetry }: { onClose: () => void; onRetry: () => void }) {
  return (
    <PlainDialog title={WHAT} description={WHAT_TO_DO} onClose={onClose}>
      <Button variant="quiet" onPress={onClose}>
        Close
      </Button>
      <Button variant="primary" onPress={onRetry}>
        Retry
      </Button>
    </PlainDialog>
  );
}

function NotLoadedHere({ onRetry }: { onRetry: () => void }) {
  return (
    <p role="alert" className="flex flex-wrap items-center gap-3 text-table text-ink-2">
      {WHAT}. {WHAT_TO_DO}
      <Button size="toolbar" onPress={onRetry}>
        Retry
      </Button>
    </p>
  );
}
