'use client';

import { X } from 'lucide-react';
import { useId, useState, useSyncExternalStore, type KeyboardEvent, type ReactNode } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { classes } from '../classes';
import { IconButton } from '../icon-button';

const DOCKED = '(width >= 80rem)';

function subscribe(changed: () => void): () => void {
  const query = matchMedia(DOCKED);
  query.addEventListener('change', changed);
  return () => {
    query.removeEventListener('change', changed);
  };
}

export interface SideSheetProps {
  isOpen: boolean;
  /** Asked to close: the cross, Esc, and a press outside where it lies over the page. */
  onClose: () => void;
  /** The quiet line above the title: "Offer 4 of 7". */
  eyebrow?: ReactNode;
  title: ReactNode;
  /** Icon buttons before the cross: previous, next. */
  actions?: ReactNode;
  children: ReactNode;
  /** The destructive action left, Save right. */
  footer?: ReactNode;
  /** 360 px instead of 320. */
  isWide?: boolean | undefined;
}

/**
 * The inspector: from 1280 px on a column of the page, docked at its right; below that a drawer over it; on a phone the whole
 * screen. Put it last in a row with the page's content.
 */
export function SideSheet(props: SideSheetProps) {
  // The server does not know the window. It draws the docked column, which the style sheet hides where it has no room.
  const hasRoom = useSyncExternalStore<boolean | null>(
    subscribe,
    () => matchMedia(DOCKED).matches,
    () => null,
  );
  // Once open, it stays what it is when the window changes: moving its form would lose what was typed into it.
  const [isDocked, setDocked] = useState(hasRoom);
  if (isDocked === null && hasRoom !== null) setDocked(hasRoom);
  const titleId = useId();
  const { isOpen, onClose, isWide = false } = props;
  const width = isWide ? 'w-90' : 'w-80';

  if (isDocked === false)
    return (
      <ModalOverlay
        isOpen={isOpen}
        isDismissable
        onOpenChange={(open) => {
          if (!open) onClose();
        }}
        className="fixed inset-0 z-40 flex justify-end bg-scrim transition-opacity duration-140 ease-arrive data-entering:opacity-0 data-exiting:opacity-0 data-exiting:ease-leave"
      >
        <Modal
          className={classes(
            'h-full bg-canvas text-ink shadow-3 outline-none transition-[translate] duration-140 ease-arrive motion-safe:data-entering:translate-x-8 motion-safe:data-exiting:translate-x-8 max-sm:w-full',
            width,
          )}
        >
          <Dialog aria-labelledby={titleId} className="flex h-full flex-col outline-none">
            <Inside {...props} titleId={titleId} />
          </Dialog>
        </Modal>
      </ModalOverlay>
    );

  if (!isOpen) return null;
  return (
    <aside
      ref={takeFocus}
      tabIndex={-1}
      aria-labelledby={titleId}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose();
      }}
      className={classes(
        'sticky top-(--top-bar) flex h-[calc(100dvh-var(--top-bar))] shrink-0 flex-col border-s border-line bg-canvas outline-none print:hidden',
        'max-xl:fixed max-xl:inset-y-0 max-xl:end-0 max-xl:z-40 max-xl:h-auto max-xl:shadow-3 max-sm:w-full',
        isDocked === null && 'max-xl:hidden',
        width,
      )}
    >
      <Inside {...props} titleId={titleId} />
    </aside>
  );
}

/** Whoever opens a sheet goes on in it, and closing it leads back: without a mouse the rest of the page lies between. */
function takeFocus(sheet: HTMLElement): () => void {
  const opener = document.activeElement;
  sheet.focus({ preventScroll: true });
  return () => {
    if (!sheet.contains(document.activeElement)) return;
    if (opener instanceof HTMLElement) opener.focus({ preventScroll: true });
  };
}

function Inside({
  onClose,
  eyebrow,
  title,
  actions,
  children,
  footer,
  titleId,
}: SideSheetProps & { titleId: string }) {
  return (
    <>
      <header className="flex min-h-15 items-center gap-2 border-b border-line px-4 py-2">
        <div className="min-w-0 flex-1">
          {eyebrow !== undefined && <p className="text-label text-ink-3">{eyebrow}</p>}
          <h2 id={titleId} className="text-panel-title">
            {title}
          </h2>
        </div>
        <div className="-me-2 flex items-center">
          {actions}
          <IconButton label="Close" icon={<X aria-hidden />} onPress={onClose} />
        </div>
      </header>
      <div className="min-h-0 flex-1 overflow-auto p-4">{children}</div>
      {footer !== undefined && (
        <footer className="flex flex-wrap items-center gap-2 border-t border-line px-4 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
          {footer}
        </footer>
      )}
    </>
  );
}
