'use client';

import { useEffect, useState, type ComponentType } from 'react';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/overlays/dialog';

/**
 * Loads the code of a panel when it is first opened. Where it does not arrive (the browser is offline), the panel says so and
 * offers to retry; it also retries by itself as soon as the browser is online.
 *
 * @param load imports the panel
 */
export async function onDemand<Props extends { onClose: () => void }>(
  load: () => Promise<ComponentType<Props>>,
): Promise<ComponentType<Props>> {
  try {
    return await load();
  } catch (error) {
    console.warn(error);
    return function LateComer(props: Props) {
      const [Panel, setPanel] = useState<ComponentType<Props> | null>(null);
      const retry = () => {
        load().then((panel) => {
          setPanel(() => panel);
        }, console.warn);
      };
      useEffect(() => {
        const again = () => {
          load().then((panel) => {
            setPanel(() => panel);
          }, console.warn);
        };
        if (navigator.onLine) again();
        window.addEventListener('online', again);
        return () => {
          window.removeEventListener('online', again);
        };
      }, []);
      return Panel === null ? (
        <NotLoaded onClose={props.onClose} onRetry={retry} />
      ) : (
        <Panel {...props} />
      );
    };
  }
}

/** A dialog, since that comes with the page: a sheet would have to be loaded as well. */
function NotLoaded({ onClose, onRetry }: { onClose: () => void; onRetry: () => void }) {
  return (
    <Dialog
      isOpen
      role="alertdialog"
      onClose={onClose}
      title="This form could not be loaded"
      description="Check your connection, then retry."
      footer={
        <>
          <Button variant="quiet" onPress={onClose}>
            Close
          </Button>
          <Button variant="primary" onPress={onRetry}>
            Retry
          </Button>
        </>
      }
    />
  );
}
