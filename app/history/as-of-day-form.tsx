'use client';

import { Button } from '@/ui/button';
import { DateDayField } from '@/ui/fields/date-field';

/** Asks for the state at the end of a day. */
export function AsOfDayForm({
  page,
  today,
}: {
  /** Path of the record: `/licenses/1`. */
  page: string;
  /** ISO 8601: the last day that can be asked for. */
  today: string;
}) {
  return (
    <form action={page} className="flex flex-wrap items-end gap-2 px-4 py-3">
      <DateDayField
        label="As it was at the end of this day (UTC)"
        name="asOf"
        defaultValue={today}
        maxValue={today}
      />
      <Button type="submit" variant="secondary">
        Show
      </Button>
    </form>
  );
}
