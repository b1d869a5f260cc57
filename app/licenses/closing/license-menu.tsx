'use client';

import { CalendarX2, CircleOff } from 'lucide-react';
import type { LicenseClosing } from '../../../src/domain/closing';
import { MenuItem } from '@/ui/overlays/menu';
import { MoreActions } from '@/ui/overlays/more-actions';

/** What is seldom done with a license: ending it, and making it void. */
export function LicenseMenu({
  onClose,
}: {
  /** Opens the form that closes it. */
  onClose: (kind: LicenseClosing['kind']) => void;
}) {
  return (
    <MoreActions>
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
      <MenuItem
        icon={<CircleOff aria-hidden />}
        isDanger
        onAction={() => {
          onClose('void');
        }}
      >
        Void license
      </MenuItem>
    </MoreActions>
  );
}
