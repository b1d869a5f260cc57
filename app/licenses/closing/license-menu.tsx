'use client';

import { CalendarX2, CircleOff, Copy, ListChecks } from 'lucide-react';
import type { LicenseClosing } from '../../../src/domain/closing';
import { MenuItem } from '@/ui/overlays/menu-item';
import { MoreActions } from '@/ui/overlays/more-actions';

/** What is seldom done with a license: copying it, changing several offers, ending it, and making it void. */
export function LicenseMenu({
  isEnded,
  onCopy,
  onChangeOffers,
  onClose,
}: {
  /** Ended licenses are not closed again. */
  isEnded: boolean;
  /** Opens the form that copies it. */
  onCopy: () => void;
  /** Opens the form that changes several offers; left out where there are none. */
  onChangeOffers: (() => void) | undefined;
  /** Opens the form that closes it. */
  onClose: (kind: LicenseClosing['kind']) => void;
}) {
  return (
    <MoreActions>
      <MenuItem
        icon={<Copy aria-hidden />}
        keyCap="Shift C"
        textValue="Copy license"
        onAction={onCopy}
      >
        Copy license
      </MenuItem>
      {onChangeOffers !== undefined && (
        <MenuItem
          icon={<ListChecks aria-hidden />}
          keyCap="Shift O"
          textValue="Change offers"
          onAction={onChangeOffers}
        >
          Change offers
        </MenuItem>
      )}
      {!isEnded && (
        <MenuItem
          icon={<CalendarX2 aria-hidden />}
          keyCap="Shift E"
          textValue="End license"
          onAction={() => {
            onClose('ended');
          }}
        >
          End license
        </MenuItem>
      )}
      {!isEnded && (
        <MenuItem
          icon={<CircleOff aria-hidden />}
          isDanger
          onAction={() => {
            onClose('void');
          }}
        >
          Void license
        </MenuItem>
      )}
    </MoreActions>
  );
}
