'use client';

import { Ellipsis } from 'lucide-react';
import type { ViewTab } from './view-tab';
import { Button } from '@/ui/button';
import { IconButton } from '@/ui/icon-button';
import { Menu } from '@/ui/overlays/menu';
import { MenuItem } from '@/ui/overlays/menu-item';

/** What is seldom done with the view that is open. */
export function ViewMenu({
  name,
  onChange,
  onDelete,
}: {
  name: string;
  onChange: () => void;
  onDelete: () => void;
}) {
  return (
    <Menu
      label={`View ${name}`}
      button={<IconButton label={`View ${name}`} icon={<Ellipsis aria-hidden />} />}
    >
      <MenuItem onAction={onChange}>Rename or share</MenuItem>
      <MenuItem isDanger onAction={onDelete}>
        Delete view
      </MenuItem>
    </Menu>
  );
}

/** The views that have no tab. */
export function MoreViews({
  views,
  onOpen,
}: {
  views: readonly ViewTab[];
  onOpen: (view: ViewTab) => void;
}) {
  return (
    <Menu
      label="More views"
      button={
        <Button variant="quiet" size="toolbar">
          {views.length} more
        </Button>
      }
    >
      {views.map((view) => (
        <MenuItem
          key={view.id}
          onAction={() => {
            onOpen(view);
          }}
        >
          {view.name}
        </MenuItem>
      ))}
    </Menu>
  );
}
