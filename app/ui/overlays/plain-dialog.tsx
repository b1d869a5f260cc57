'use client';

import { useId, type ReactNode } from 'react';

/**
 * A short question or message in the browser's own modal dialog, which needs no code: for what must show when code cannot be
 * loaded. Everything else uses `Dialog`.
 */
export function PlainDialog({
  title,
  description,
  onClose,
  children,
}: {
  title: string;
  description: string;
  /** Called on Esc. */
  onClose: () => void;
  /** Buttons, primary last. */
  children: ReactNode;
}) {
  const id = useId();
  return (
    <dialog
      ref={openModally}
      role="alertdialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-description`}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      className="m-auto w-full max-w-120 bg-panel text-ink shadow-3 outline-none backdrop:bg-scrim max-sm:mb-0 max-sm:max-w-none sm:rounded-dialog"
    >
      <header className="px-4 pt-4 pb-3 sm:px-6 sm:pt-5">
        <h2 id={`${id}-title`} className="text-title">
          {title}
        </h2>
        <p id={`${id}-description`} className="mt-1 text-body text-ink-2">
          {description}
        </p>
      </header>
      <footer className="flex flex-wrap items-center justify-end gap-2 px-4 pt-4 pb-[max(1rem,env(safe-area-inset-bottom))] sm:px-6 sm:pb-5">
        {children}
      </footer>
    </dialog>
  );
}

/** The returned function gives the focus back to where it was. */
function openModally(dialog: HTMLDialogElement): () => void {
  dialog.showModal();
  return () => {
    dialog.close();
  };
}
