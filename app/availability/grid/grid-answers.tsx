import type { IsoDate } from '../../../src/domain/values/date-range';
import type { AskedCell } from '../question';
import type { Asked } from '../question';
import { EmptyState } from '@/ui/lists/empty-state';
import { LinkButton } from '@/ui/link-button';
import { Pager } from '@/ui/lists/pager';
import { answeredGrid, gridTally } from '../../../src/service/content/answered-grid';
import { answerViews } from '../answer-views';
import { CopyLink } from '../copy-link';
import { questionAddress } from '../question-address';
import { AnswerGrid } from './answer-grid';
import { GridTallyLinks } from './grid-tally';
import { WhyPanel } from './why-panel';

const PAGE_SIZE = 25;

/** The answers to a question about several places: titles by places, their totals, and why one is as it is. */
export async function GridAnswers({ asked, today }: { asked: Asked; today: IsoDate }) {
  const { typed, grid: questions, filter, gridAnswer: answer, titles, cursor } = asked;
  const [page, tally] = await Promise.all([
    answeredGrid({ questions, filter, answer, titles, cursor }, today, PAGE_SIZE, answerViews()),
    gridTally({ questions, filter, titles }, today, answerViews()),
  ]);
  return (
    <section aria-label="Answers">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-4 py-2.5">
        <h2 className="min-w-0 flex-1 text-body font-emphasis text-ink">
          {tally.total.toLocaleString('en-US')} {tally.total === 1 ? 'title' : 'titles'} in{' '}
          {questions.length} places
        </h2>
        <GridTallyLinks typed={typed} tally={tally} />
        <CopyLink />
      </div>
      {page.rows.length === 0 ? (
        <EmptyState
          title="No titles with this answer"
          place="nothing to answer for"
          actions={
            <LinkButton href={questionAddress({ ...typed, answer: '', why: '' })}>
              Show every answer
            </LinkButton>
          }
        >
          The counts above cover all titles in your question.
        </EmptyState>
      ) : (
        <div className="flex items-stretch max-lg:flex-col">
          <div className="min-w-0 flex-1">
            <AnswerGrid rows={page.rows} questions={questions} tally={tally} typed={typed} />
            <Pager
              page={page}
              noun="title"
              address={(next) => questionAddress(typed, { cursor: next })}
            />
          </div>
          {asked.cell !== undefined && <Why asked={asked} cell={asked.cell} today={today} />}
        </div>
      )}
    </section>
  );
}

/** The open cell, wherever its title is in the list. */
async function Why({ asked, cell, today }: { asked: Asked; cell: AskedCell; today: IsoDate }) {
  const questions = [cell.question];
  const only = { questions, filter: {}, answer: undefined, titles: [cell.contentId] };
  const { rows } = await answeredGrid({ ...only, cursor: undefined }, today, 1, answerViews());
  const [row] = rows;
  const answer = row?.answers[0];
  if (row === undefined || answer === undefined) return null;
  return (
    <WhyPanel
      contentId={row.contentId}
      title={row.title}
      answer={answer}
      question={cell.question}
      closeAddress={questionAddress({ ...asked.typed, why: '' }, { cursor: asked.cursor })}
    />
  );
}
