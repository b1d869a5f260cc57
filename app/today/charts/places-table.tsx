import { Link } from '@/ui/link';
import type { PlaceCount } from '../../../src/service/content/calendar-views';
import type { TodayScope } from '../../../src/service/today/today-views';
import { territoryName } from '../../../src/domain/values/territory';
import { totalWords } from '@/words/total-words';
import { boardAddress } from '../today-address';

const [MAX_ROWS, MAX_COLUMNS] = [7, 4];

/** Titles that go dark by territory and rights type; every number leads to its titles. */
export function PlacesTable({
  places,
  scope,
}: {
  places: readonly PlaceCount[];
  scope: TodayScope;
}) {
  if (places.length === 0) return null;
  const territories = [...new Set(places.map(({ territory }) => territory))];
  const types = [...new Set(places.map(({ rightsType }) => rightsType))];
  const columns = types.slice(0, MAX_COLUMNS);
  const rows = territories.slice(0, MAX_ROWS);
  const left = [
    ...moreOf(territories.length - rows.length, 'territory', 'territories'),
    ...moreOf(types.length - columns.length, 'rights type', 'rights types'),
  ];
  return (
    <div className="min-w-0 px-4 pt-3 max-sm:hidden">
      <table className="w-full text-table">
        <caption className="pb-1 text-start font-heading text-ink">
          Where and as what <span className="font-normal text-ink-3">within 90 days, titles</span>
        </caption>
        <thead>
          <tr className="text-ink-3">
            <th scope="col" className="py-1 text-start font-normal">
              Territory
            </th>
            {columns.map((type) => (
              <th key={type} scope="col" className="py-1 text-end font-normal">
                {type}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((territory) => (
            <tr key={territory} className="border-t border-line">
              <th scope="row" className="py-0.5 text-start font-normal text-ink">
                {territoryName(territory)}
              </th>
              {columns.map((rightsType) => (
                <td key={rightsType} className="py-0.5 text-end">
                  <Cell
                    titles={
                      places.find(
                        (place) => place.territory === territory && place.rightsType === rightsType,
                      )?.titles ?? 0
                    }
                    label={`${rightsType} in ${territoryName(territory)}`}
                    href={boardAddress('going-dark', scope, { territory, rightsType })}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="border-t border-line pt-1.5 text-table text-ink-3">
        {left.length > 0 && (
          <>
            <Link
              href={boardAddress('going-dark', scope)}
              prefetch={false}
              className="inline-flex min-h-6 items-center text-ink-2 underline underline-offset-2"
            >
              {left.join(', ')}
            </Link>
            .{' '}
          </>
        )}
        A title counts where its last offer ends and none follows.
      </p>
    </div>
  );
}

function Cell({ titles, label, href }: { titles: number; label: string; href: string }) {
  if (titles === 0) return <span className="text-ink-3">–</span>;
  return (
    <Link
      href={href}
      prefetch={false}
      aria-label={`${totalWords(titles)} ${titles === 1 ? 'title' : 'titles'}, ${label}`}
      className="inline-flex min-h-6 min-w-6 items-center justify-end font-emphasis text-ink underline underline-offset-2"
    >
      {totalWords(titles)}
    </Link>
  );
}

function moreOf(count: number, one: string, many: string): string[] {
  return count === 0 ? [] : [`${count} more ${count === 1 ? one : many}`];
}
