'use client';

import { FileImage, Image as Picture, Printer } from 'lucide-react';
import { useState } from 'react';
import type { TimelineModel } from '../model';
import type { PictureUse } from './save-picture';
import type { PictureWords } from './timeline-svg';
import { IconButton } from '@/ui/icon-button';
import { Menu } from '@/ui/overlays/menu';
import { MenuItem } from '@/ui/overlays/menu-item';

/** The whole timeline as a file or on paper. */
export function PictureMenu({ model, words }: { model: TimelineModel; words: PictureWords }) {
  const [hasFailed, setHasFailed] = useState(false);
  const save = (use: PictureUse) => () => {
    setHasFailed(false);
    import('./save-picture')
      .then(({ savePicture }) => savePicture(use, model, words))
      .catch((error: unknown) => {
        console.warn(error);
        setHasFailed(true);
      });
  };
  return (
    <>
      <Menu
        label="Picture of the timeline"
        button={
          <IconButton
            label="Picture of the timeline"
            size="toolbar"
            icon={<Picture aria-hidden />}
          />
        }
      >
        <MenuItem icon={<FileImage aria-hidden />} onAction={save('svg')}>
          Save as SVG
        </MenuItem>
        <MenuItem icon={<FileImage aria-hidden />} onAction={save('png')}>
          Save as PNG
        </MenuItem>
        <MenuItem icon={<Printer aria-hidden />} onAction={save('print')}>
          Print timeline
        </MenuItem>
      </Menu>
      <span role="alert" className="text-table text-clay-ink empty:hidden">
        {hasFailed ? 'The picture could not be made. Try again.' : ''}
      </span>
    </>
  );
}
