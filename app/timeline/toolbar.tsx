'use client';

import { Minus, Plus } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { IconButton } from '@/ui/icon-button';
import { SegmentedControl } from '@/ui/fields/segmented-control';
import { StateMark } from '@/ui/state-mark';
import { ZOOM_LEVELS, type ZoomLevel } from './geometry/scale';

const LEVELS = ZOOM_LEVELS.map((level) => ({
  value: level,
  label: `${level.slice(0, 1).toUpperCase()}${level.slice(1)}`,
}));

/** Callbacks of the toolbar. */
export interface ToolbarActions {
  readonly onLevel: (level: ZoomLevel) => void;
  readonly onZoom: (to: 'closer' | 'farther') => void;
  readonly onToday: () => void;
}

/** The row above the timeline, 44 px high: title, zoom, Today and the legend of the glyphs. */
export const TimelineToolbar = memo(function TimelineToolbar({
  level,
  note,
  picture,
  actions: { onLevel, onZoom, onToday },
}: {
  level: ZoomLevel;
  /** Stands in place of the legend: that what is shown is not what is. */
  note?: ReactNode;
  /** What saves a picture of the timeline. */
  picture?: ReactNode;
  actions: ToolbarActions;
}) {
  const rest = note === undefined ? undefined : '@max-4xl:hidden';
  return (
    <div className="@container border-b border-line">
      <div
        className={classes(
          'flex min-h-11 items-center gap-x-4 gap-y-1 px-4',
          // What stands in the legend's place comes and goes, and nothing may move then.
          note === undefined && 'flex-wrap py-1',
        )}
      >
        <h2 className="text-body font-heading @max-2xl:sr-only">Timeline</h2>
        <SegmentedControl
          label="Zoom"
          className="shrink-0"
          options={LEVELS}
          value={LEVELS.find(({ value }) => value === level)?.value}
          onChange={onLevel}
        />
        <div className={classes('flex', rest)}>
          <IconButton
            label="Zoom out"
            keyCap="-"
            icon={<Minus aria-hidden />}
            size="toolbar"
            onPress={() => onZoom('farther')}
          />
          <IconButton
            label="Zoom in"
            keyCap="+"
            icon={<Plus aria-hidden />}
            size="toolbar"
            onPress={() => onZoom('closer')}
          />
        </div>
        <Button size="toolbar" keyCap="T" onPress={onToday}>
          Today
        </Button>
        <div className={classes('flex', rest)}>{picture}</div>
        {note === undefined ? (
          <div className="ml-auto flex shrink-0 gap-4 text-label @max-4xl:hidden">
            <StateMark state="ended">Ended</StateMark>
            <StateMark state="on-offer">On offer</StateMark>
            <StateMark state="upcoming">Upcoming</StateMark>
            <StateMark state="free">Free</StateMark>
          </div>
        ) : (
          <div className="ml-auto min-w-0">{note}</div>
        )}
      </div>
    </div>
  );
});
