'use client';

import { Ellipsis } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '../icon-button';
import { Menu } from './menu';

/** The menu of what is seldom done on a page, at the end of its actions. */
export function MoreActions({ children }: { children: ReactNode }) {
  return (
    <Menu
      label="More actions"
      button={
        <IconButton label="More actions" variant="secondary" icon={<Ellipsis aria-hidden />} />
      }
    >
      {children}
    </Menu>
  );
}
