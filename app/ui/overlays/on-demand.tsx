'use client';

import { useEffect, useState, type ComponentType } from 'react';
import { Button } from '../button';
import { PlainDialog } from './plain-dialog';

interface Closable {
  readonly onClose: () => void;
  /** Whether it shows; left out by what is only rendered while it does. */
  readonly isOpen?: boolean | undefined;
}

/** A component whose code comes apart from the page. */
export type OnDemand<Props> = ComponentType<Props> & {
  /** Fetches the code ahead, where somebody is about to open it. What does not arrive is fetched again when it is opened. */
  readonly preload: () => void;
};

/**
 * A form, menu or dialog whose code is loaded when it is first opened, or before, by `preload`. Once it is there, it renders
 * at once: `dynamic` would suspend, and React shows what was suspended 300 ms later at the earliest. Where it does not
 * arrive (the browser is offline), a dialog says so and offers to retry; it also retries by itself as soon as the browser is
 * online. The server draws nothing of it.
 *
 * @param load imports the component
 */
export function onDemand<Props extends Closable>(
  load: () => Promise<ComponentType<Props>>,
): OnDemand<Props> {
  let loaded: ComponentType<Props> | null = null;
  const fetchCode = async () => (loaded ??= await load());
  function LoadedOnDemand(props: Props) {
    const [Part, setPart] = useState(() => loaded);
    const [hasFailed, setFailed] = useState(false);
    const isOpen = props.isOpen !== false;
    const retry = () => {
      fetchCode().then((part) => {
        setPart(() => part);
      }, console.warn);
    };
    useEffect(() => {
      if (!isOpen) return;
      const again = () => {
        fetchCode().then((part) => {
          setPart(() => part);
        }, console.warn);
      };
      fetchCode().then(
        (part) => {
          setPart(() => part);
        },
        (error: unknown) => {
          console.warn(error);
          setFailed(true);
          if (navigator.onLine) again();
        },
      );
      window.addEventListener('online', again);
      return () => {
        window.removeEventListener('online', again);
      };
    }, [isOpen]);
    if (Part !== null) return <Part {...props} />;
    if (!hasFailed || !isOpen) return null;
    const close = () => {
      setFailed(false);
      props.onClose();
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
export async function orOnDemand<Props extends Closable>(
  load: () => Promise<ComponentType<Props>>,
): Promise<ComponentType<Props>> {
  try {
    return await load();
  } catch (error) {
    console.warn(error);
    return onDemand(load);
  }
}

function NotLoaded({ onClose, onRetry }: { onClose: () => void; onRetry: () => void }) {
  return (
    <PlainDialog
      title="This part of the page could not be loaded"
      description="Check your connection, then retry."
      onClose={onClose}
    >
      <Button variant="quiet" onPress={onClose}>
        Close
      </Button>
      <Button variant="primary" onPress={onRetry}>
        Retry
      </Button>
    </PlainDialog>
  );
}
