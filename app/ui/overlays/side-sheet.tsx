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
  /** Called on the close button, on Esc, and on a press outside if the sheet overlays the page. */
  onClose: () => void;
  /** Secondary line above the title: "Offer 4 of 7". */
  eyebrow?: ReactNode;
  title: ReactNode;
  /** Icon buttons before the close button: previous, next. */
  actions?: ReactNode;
  children: ReactNode;
  /** Destructive action on the left, Save on the right. */
  footer?: ReactNode;
  /** 360 px instead of 320. */
  isWide?: boolean | undefined;
  /** 440 px: for forms that show what they do. */
  isWidest?: boolean | undefined;
}

/**
 * The inspector. From 1280 px, a column docked at the right of the page; below that, a drawer over it; on a phone, full
 * screen. Place it last in a row with the page's content.
 */
export function SideSheet(props: SideSheetProps) {
  // The server does not know the window width. It renders the docked column, which CSS hides on narrow screens.
  const hasRoom = useSyncExternalStore<boolean | null>(
    subscribe,
    () => matchMedia(DOCKED).matches,
    () => null,
  );
  // Once open, it keeps its layout when the window is resized, because moving the form would lose its input.
  const [isDocked, setDocked] = useState(hasRoom);
  if (isDocked === null && hasRoom !== null) setDocked(hasRoom);
  const titleId = useId();
  const { isOpen, onClose, isWide = false, isWidest = false } = props;
  const width = isWidest ? 'w-110' : isWide ? 'w-90' : 'w-80';

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

/** What is typed into, and not what is chosen from. */
const TYPED =
  'input:not([type=hidden], [type=radio], [type=checkbox], [role=combobox], [readonly], :disabled), textarea:not([readonly], :disabled)';

/**
 * Moves the focus to the first field of the sheet, or to the sheet where there is none. The returned function restores it on
 * closing, so that keyboard users keep their place.
 */
function takeFocus(sheet: HTMLElement): () => void {
  const opener = document.activeElement;
  const field = sheet.querySelector<HTMLElement>(TYPED);
  (field ?? sheet).focus({ preventScroll: true });
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
