import { Link } from '@/ui/link';
import type {
  Availability,
  AvailabilityQuestion,
} from '../../../src/domain/content/availability-question';
import type { GridRow } from '../../../src/service/content/answered-grid';
import type { GridTally } from '../../../src/service/content/availability-views';
import type { TypedQuestion } from '../question-address';
import { classes } from '@/ui/classes';
import { CONTENT_KINDS, contentKind } from '../../../src/domain/content/content-kind';
import { deviceName } from '../../../src/domain/values/device';
import { territoryName } from '../../../src/domain/values/territory';
import { verdictWords } from '../answer-words';
import { questionAddress } from '../question-address';
import { VerdictMark } from '../verdict-mark';
import { GridKeys } from './grid-keys';

/** Titles by places: a column for each device of each territory, and in each cell the answer there. */
export function AnswerGrid({
  rows,
  questions,
  tally,
  typed,
}: {
  rows: readonly GridRow[];
  questions: readonly AvailabilityQuestion[];
  tally: GridTally;
  typed: TypedQuestion;
}) {
  const territories = [...new Set(questions.map(({ territory }) => territory))];
  const isOpenHere = rows.some(({ contentId }) => typed.why.startsWith(`${contentId}.`));
  const perTerritory = questions.length / territories.length;
  return (
    <GridKeys>
      <table aria-label="Answers" className="min-w-full border-collapse text-table">
        <thead className="text-ink-2">
          <tr>
            <td className={TITLE_CELL} />
            {territories.map((territory) => (
              <th
                key={territory}
                scope="colgroup"
                colSpan={perTerritory}
                className="border-s border-line px-2 pt-2 text-center font-heading text-ink"
              >
                {territoryName(territory)}
              </th>
            ))}
          </tr>
          <tr className="border-b border-line-strong">
            <th scope="col" className={classes(TITLE_CELL, 'py-1.5 text-start font-normal')}>
              Title
            </th>
            {questions.map((question, place) => (
              <th
                key={placeOf(question)}
                scope="col"
                className={classes(
                  'min-w-22 px-2 py-1.5 text-center font-normal',
                  place % perTerritory === 0 && 'border-s border-line',
                )}
              >
                <span className="inline-block first-letter:uppercase">
                  {deviceName(question.device)}
                </span>
              </th>
            ))}
          </tr>
          <tr className="border-b border-line bg-canvas">
            <th
              scope="row"
              className={classes(TITLE_CELL, 'bg-canvas py-1 text-start font-normal')}
            >
              Yes, of {tally.total.toLocaleString('en-US')}
            </th>
            {questions.map((question, place) => (
              <td
                key={placeOf(question)}
                className={classes(
                  'text-center',
                  place % perTerritory === 0 && 'border-s border-line',
                )}
              >
                <Link
                  href={questionAddress({
                    ...typed,
                    ...{ territory: question.territory, device: question.device },
                    ...{ answer: 'yes', why: '' },
                  })}
                  prefetch={false}
                  aria-label={`${(tally.yes[place] ?? 0).toLocaleString('en-US')} yes in ${placeWords(question)}`}
                  className="inline-flex min-h-6 min-w-6 items-center justify-center font-emphasis text-ink underline underline-offset-2"
                >
                  {(tally.yes[place] ?? 0).toLocaleString('en-US')}
                </Link>
              </td>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, line) => (
            <tr key={row.contentId} className="border-b border-line">
              <th scope="row" className={classes(TITLE_CELL, 'py-1 text-start font-normal')}>
                <Link
                  href={`/content/${row.contentId}`}
                  prefetch={false}
                  className="flex min-h-6 items-center font-emphasis text-ink hover:underline"
                >
                  <span className="truncate">{row.title}</span>
                </Link>
                {row.kind !== null && (
                  <span className="block truncate text-ink-3">
                    {CONTENT_KINDS[contentKind(row.kind)]}
                  </span>
                )}
              </th>
              {questions.map((question, place) => {
                const answer = row.answers[place];
                const why = `${row.contentId}.${placeOf(question)}`;
                return (
                  <td
                    key={placeOf(question)}
                    className={classes(
                      'h-10 p-0',
                      place % perTerritory === 0 && 'border-s border-line',
                    )}
                  >
                    {answer !== undefined && (
                      <Cell
                        answer={answer}
                        href={questionAddress({ ...typed, why })}
                        label={`${row.title}, ${placeWords(question)}`}
                        isOpen={typed.why === why}
                        isEntry={isOpenHere ? typed.why === why : line + place === 0}
                      />
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </GridKeys>
  );
}

const TITLE_CELL =
  'sticky start-0 z-1 w-64 min-w-40 max-w-64 bg-panel px-4 max-sm:w-40 max-sm:max-w-40 max-sm:px-3';

function placeOf({ territory, device }: AvailabilityQuestion): string {
  return `${territory}.${device}`;
}

function placeWords({ territory, device }: AvailabilityQuestion): string {
  return `${territoryName(territory)}, ${deviceName(device)}`;
}

/** One answer; it leads to its checks. One cell of the grid is a tab stop, arrows reach the others. */
function Cell({
  answer,
  href,
  label,
  isOpen,
  isEntry,
}: {
  answer: Availability;
  href: string;
  label: string;
  isOpen: boolean;
  isEntry: boolean;
}) {
  const { word, extent } = verdictWords(answer);
  return (
    <Link
      href={href}
      prefetch={false}
      scroll={false}
      data-cell
      tabIndex={isEntry ? 0 : -1}
      aria-current={isOpen ? 'true' : undefined}
      className={classes(
        'flex h-full min-h-10 items-center justify-center px-1.5 hover:bg-ink/5 focus-visible:-outline-offset-2',
        isOpen && 'bg-ink/6 shadow-[inset_0_0_0_2px_var(--ink)] forced-colors:outline-2',
      )}
    >
      <span className="sr-only">{`${label}: `}</span>
      <VerdictMark verdict={answer.verdict} className="gap-1.5">
        <span className={classes(answer.verdict === 'partly' ? 'text-straw-ink' : 'sr-only')}>
          {answer.verdict === 'partly' ? extent : word}
        </span>
      </VerdictMark>
    </Link>
  );
}
