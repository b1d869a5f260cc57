'use client';

import { Plus, Trash2 } from 'lucide-react';
import type { Addition } from './add-dialog';
import type { PriceGrid } from './use-price-grid';
import { Button } from '@/ui/button';
import { IconButton } from '@/ui/icon-button';
import { SegmentedControl } from '@/ui/fields/segmented-control';
import { SelectField } from '@/ui/fields/select-field';
import { ForEditors } from '@/ui/role';
import { formatDay } from '../../src/domain/values/date-range';
import { viewKey, viewWords } from './grid-parts';
import { currentDay } from './price-grid';
import { EVERY_FORMAT } from './use-price-grid';

const ADDITIONS: readonly (readonly [Addition['kind'], string])[] = [
  ['tier', 'Tier'],
  ['column', 'Columns'],
  ['view', 'Rights type'],
  ['day', 'New day'],
];

/** What of the table is shown, from which day on, and what can be added to it. */
export function GridToolbar({
  grid,
  today,
  removable,
  isBusy,
  onAdd,
  onRemoveDay,
}: {
  grid: PriceGrid;
  /** ISO 8601 day. */
  today: string;
  /** Whether the day that is shown can be removed. */
  removable: boolean;
  isBusy: boolean;
  onAdd: (kind: Addition['kind']) => void;
  onRemoveDay: () => void;
}) {
  const { views, view, days, day, formats, format } = grid;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-4 py-2">
      <SelectField
        label="Rights type and kind of price"
        isLabelHidden
        value={viewKey(view)}
        onChange={grid.showView}
        options={views.map((one) => ({
          value: viewKey(one),
          label: viewWords(one),
        }))}
        className="min-w-44"
      />
      {days.length > 0 && (
        <SegmentedControl
          label="Valid from"
          isLabelShown
          className="flex-row items-center"
          value={day}
          onChange={grid.showDay}
          options={days.map((one) => ({
            value: one,
            label:
              one === currentDay(days, today) && one <= today
                ? `Now, ${formatDay(one)}`
                : formatDay(one),
          }))}
        />
      )}
      {formats.length > 1 && (
        <SelectField
          label="Formats shown"
          isLabelHidden
          value={format}
          onChange={grid.showFormat}
          options={[
            { value: EVERY_FORMAT, label: 'Every format' },
            ...formats.map((one) => ({ value: one, label: one })),
          ]}
          className="min-w-32"
        />
      )}
      <ForEditors>
        <div className="flex flex-wrap gap-1">
          {ADDITIONS.map(([kind, label]) => (
            <Button
              key={kind}
              variant="quiet"
              size="toolbar"
              onPress={() => {
                onAdd(kind);
              }}
            >
              <Plus aria-hidden /> {label}
            </Button>
          ))}
          {removable && (
            <IconButton
              label={`Remove ${formatDay(day)}`}
              size="toolbar"
              icon={<Trash2 aria-hidden />}
              isDisabled={isBusy}
              onPress={() => {
                onRemoveDay();
              }}
            />
          )}
        </div>
      </ForEditors>
    </div>
  );
}
