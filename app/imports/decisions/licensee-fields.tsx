'use client';

import type { LicenseeShare } from '../../../src/domain/avails/avail-entry';
import { useBound } from '@/forms/fields/use-bound';
import { Checkbox } from '@/ui/fields/checkbox';
import { StateMark } from '@/ui/state-mark';
import { countOf } from '../review/review-words';

/** The licensees of a file, each a check box for "is us", with its rows and whether it is new. */
export function LicenseeFields({
  name,
  licensees,
}: {
  name: string;
  licensees: readonly LicenseeShare[];
}) {
  const { texts, control } = useBound(name);
  return (
    <fieldset>
      <legend className="sr-only">Licensees that are us</legend>
      {licensees.map(({ name: licensee, rows, isUs }) => (
        <div
          key={licensee}
          className="grid grid-cols-[minmax(0,1fr)_5rem_8rem] items-center gap-x-3 text-table"
        >
          <Checkbox
            isSelected={texts.includes(licensee)}
            onChange={(isSelected) => {
              control.onChange(
                licensees
                  .map((one) => one.name)
                  .filter((one) => (one === licensee ? isSelected : texts.includes(one))),
              );
            }}
          >
            <span className="break-words text-ink">{licensee}</span>
          </Checkbox>
          <span className="text-ink-2">{countOf(rows, 'row')}</span>
          {isUs === null ? (
            <StateMark state="attention">New in this file</StateMark>
          ) : (
            <span className="text-ink-3">As before</span>
          )}
        </div>
      ))}
    </fieldset>
  );
}
