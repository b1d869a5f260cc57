'use client';

import { useEffect, useState, type ComponentType } from 'react';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/overlays/notice';
import { SideSheet } from '@/ui/overlays/side-sheet';

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

function NotLoaded({ onClose, onRetry }: { onClose: () => void; onRetry: () => void }) {
  return (
    <SideSheet isOpen onClose={onClose} title="Form not loaded">
      <Notice
        tone="attention"
        role="alert"
        title="This form could not be loaded."
        actions={
          <Button variant="secondary" onPress={onRetry}>
            Retry
          </Button>
        }
      >
        Check your connection, then retry.
      </Notice>
    </SideSheet>
  );
}
