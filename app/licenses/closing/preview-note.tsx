import type { LicenseClosing } from '../../../src/domain/closing';
import { dayOfNumber, formatDay } from '../../../src/domain/values/date-range';
import { StateMark } from '@/ui/state-mark';

/** Says above the timeline that it shows what is not saved. */
export function PreviewNote({ kind, from }: { kind: LicenseClosing['kind']; from: number }) {
  return (
    <p className="rounded-control bg-clay-tint px-2 py-0.5 text-table text-clay-ink">
      <StateMark state="ended-early" className="text-clay-ink!">
        <strong className="font-heading">Preview, not saved.</strong>{' '}
        {kind === 'void'
          ? 'As if the license were void.'
          : `As if the license ended after ${formatDay(dayOfNumber(from - 1))}.`}
      </StateMark>
    </p>
  );
}
