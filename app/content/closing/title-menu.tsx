'use client';

import { Archive, CircleOff } from 'lucide-react';
import type { TitleClosing } from '../../../src/domain/closing';
import { MenuItem } from '@/ui/overlays/menu-item';
import { MoreActions } from '@/ui/overlays/more-actions';

/** What is seldom done with a title: retiring it, and making it void. */
export function TitleMenu({
  closing,
  onClose,
}: {
  closing: TitleClosing | null;
  /** Opens the form that closes it. */
  onClose: (kind: TitleClosing['kind']) => void;
}) {
  return (
    <MoreActions>
      {closing === null && (
        <MenuItem
          icon={<Archive aria-hidden />}
          onAction={() => {
            onClose('retired');
          }}
        >
          Retire title
        </MenuItem>
      )}
      <MenuItem
        icon={<CircleOff aria-hidden />}
        isDanger
        onAction={() => {
          onClose('void');
        }}
      >
        Void title
      </MenuItem>
    </MoreActions>
  );
}
