import type { IsoDate } from '../../../src/domain/values/date-range';
import type { ContentRow } from '../../../src/service/content/content-views';
import type { StripSpan } from '../../timeline/strip-span';
import { ListTable } from '@/ui/lists/list-table';
import { dayNumber } from '../../../src/domain/values/date-range';
import { ChooseHead } from '../../exports/choose-cell';
import { ContentLines } from './content-lines';
import { lineLook } from './line-look';
import { MiniAxis } from '../../timeline/mini-axis';

/** Titles, one line each, with coverage strips on one scale. */
export function ContentList({
  rows,
  label,
  strip,
  today,
  isChoosable = false,
}: {
  rows: readonly ContentRow[];
  /** Accessible name of the table. */
  label: string;
  strip: StripSpan;
  today: IsoDate;
  /** Whether the list is inside a `ChooseForm`. */
  isChoosable?: boolean;
}) {
  return (
    <ListTable
      label={label}
      columns={lineLook(isChoosable)}
      heads={
        <>
          {isChoosable && <ChooseHead />}
          <span role="columnheader">Title</span>
          <span role="columnheader">Kind</span>
          <span role="columnheader" className="text-end @max-[82rem]:hidden">
            Year
          </span>
          <span role="columnheader">Studio</span>
          <span role="columnheader" className="@max-[82rem]:hidden">
            Identifiers
          </span>
          <span role="columnheader" className="text-end">
            Offers
          </span>
          <span role="columnheader">
            <span className="sr-only">Days on offer</span>
            <MiniAxis
              from={dayNumber(strip.startsOn)}
              to={dayNumber(strip.endsOn)}
              today={dayNumber(today)}
            />
          </span>
          <span role="columnheader">Next change</span>
        </>
      }
    >
      <ContentLines lines={rows} strip={strip} today={today} isChoosable={isChoosable} />
    </ListTable>
  );
}
