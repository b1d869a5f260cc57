'use client';

import { Archive, CircleOff, Ellipsis } from 'lucide-react';
import type { TitleClosing } from '../../../src/domain/closing';
import { IconButton } from '@/ui/icon-button';
import { Menu, MenuItem } from '@/ui/overlays/menu';

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
    <Menu
      label="More actions"
      button={
        <IconButton label="More actions" variant="secondary" icon={<Ellipsis aria-hidden />} />
      }
    >
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
    </Menu>
  );
}
