import type { IsoDate } from '../../src/domain/values/date-range';
import { addDays, isoDate } from '../../src/domain/values/date-range';

/**
 * A day of the demo data: `M-14` is the first of the month fourteen months ago, `D+5` is five days from today, and a
 * calendar day is itself.
 */
export type DemoDay = `${'M' | 'D'}${'+' | '-'}${number}` | `${number}-${number}-${number}`;

/** Places the demo data around today, so that there is always something current, expiring and to come. */
export class DemoCalendar {
  readonly today: IsoDate;

  constructor(today: string) {
    this.today = isoDate(today);
  }

  day(day: DemoDay): IsoDate {
    const [, unit, count] = /^([MD])([+-]\d+)$/.exec(day) ?? [];
    if (unit === 'D') return addDays(this.today, Number(count));
    if (unit === 'M') return this.firstOfMonth(Number(count));
    return isoDate(day);
  }

  /** A text with its `{year}`, `{year-1}` and the like filled in: the years as seen from a day. */
  text(template: string, from: IsoDate = this.today): string {
    return template.replace(/\{year([+-]\d+)?\}/g, (_all, shift: string | undefined) =>
      String(Number(from.slice(0, 4)) + Number(shift ?? 0)),
    );
  }

  private firstOfMonth(later: number): IsoDate {
    const months = Number(this.today.slice(0, 4)) * 12 + Number(this.today.slice(5, 7)) - 1 + later;
    const year = String(Math.floor(months / 12)).padStart(4, '0');
    return isoDate(`${year}-${String((months % 12) + 1).padStart(2, '0')}-01`);
  }
}
