'use client';

import { X } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { buttonLook } from '../button-look';
import { classes } from '../classes';

const WIDTH = { small: 'sm:max-w-120', medium: 'sm:max-w-160', wide: 'sm:max-w-282' };

export interface DialogProps {
  isOpen: boolean;
  /** Called on Esc, on the close button, and on a press outside if that is allowed. */
  onClose: () => void;
  title: ReactNode;
  description?: ReactNode;
  children?: ReactNode;
  /** Note at the left of the footer, such as a count of conflicts. */
  footnote?: ReactNode;
  /** Buttons, primary last. */
  footer?: ReactNode;
  size?: keyof typeof WIDTH | undefined;
  /** Whether a press outside closes the dialog. Only for dialogs without input that could be lost. */
  isDismissable?: boolean | undefined;
  role?: 'dialog' | 'alertdialog' | undefined;
}

/** A centered modal dialog; full screen under 640 px. The body scrolls between a fixed header and footer. */
export function Dialog({
  isOpen,
  onClose,
  title,
  description,
  children,
  footnote,
  footer,
  size = 'small',
  isDismissable = false,
  role = 'dialog',
}: DialogProps) {
  const descriptionId = useId();
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      isDismissable={isDismissable}
      className="fixed inset-0 z-40 flex items-center justify-center bg-scrim max-sm:h-(--visual-viewport-height) transition-opacity duration-180 ease-arrive data-entering:opacity-0 data-exiting:opacity-0 data-exiting:ease-leave sm:p-6"
    >
      <Modal
        className={classes(
          'flex max-h-full w-full flex-col bg-panel text-ink outline-none max-sm:h-full sm:rounded-dialog sm:shadow-3',
          'transition-[scale,translate] duration-180 ease-arrive motion-safe:sm:data-entering:scale-98 motion-safe:max-sm:data-entering:translate-y-4',
          WIDTH[size],
        )}
      >
        <AriaDialog
          role={role}
          {...(description === undefined ? {} : { 'aria-describedby': descriptionId })}
          className="flex min-h-0 flex-1 flex-col outline-none"
        >
          <header className="flex items-start gap-4 px-4 pt-4 pb-3 sm:px-6 sm:pt-5">
            <div className="min-w-0 flex-1">
              <Heading slot="title" className="text-title">
                {title}
              </Heading>
              {description !== undefined && (
                <div id={descriptionId} className="mt-1 text-body text-ink-2">
                  {description}
                </div>
              )}
            </div>
            <Button
              slot="close"
              aria-label="Close"
              className={classes(buttonLook('quiet', 'regular', 'square'), '-me-2')}
            >
              <X aria-hidden />
            </Button>
          </header>
          {/* The padding leaves room for focus rings at the edges. */}
          <div className="min-h-0 flex-1 overflow-auto px-4 py-1 sm:px-6">{children}</div>
          {(footer !== undefined || footnote !== undefined) && (
            <footer className="flex flex-wrap items-center justify-end gap-2 px-4 pt-4 pb-[max(1rem,env(safe-area-inset-bottom))] sm:px-6 sm:pb-5">
              <div className="me-auto text-table text-ink-2">{footnote}</div>
              {footer}
            </footer>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
