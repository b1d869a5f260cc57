'use client';

import { CircleOff, Ellipsis, CalendarX2 } from 'lucide-react';
import type { LicenseClosing } from '../../../src/domain/closing';
import { IconButton } from '@/ui/icon-button';
import { Menu, MenuItem } from '@/ui/overlays/menu';

/** What is seldom done with a license: ending it, and making it void. */
export function LicenseMenu({
  onClose,
}: {
  /** Opens the form that closes it. */
  onClose: (kind: LicenseClosing['kind']) => void;
}) {
  return (
    <Menu
      label="More actions"
      button={
        <IconButton label="More actions" variant="secondary" icon={<Ellipsis aria-hidden />} />
      }
    >
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
    </Menu>
  );
}
