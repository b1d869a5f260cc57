import type { Metadata } from 'next';
import type { AvailabilityQuestion } from '../../src/domain/content/availability-question';
import type { Tally } from '../../src/service/content/availability-views';
import type { AnsweredPage } from '../../src/service/content/answered-titles';
import type { Asked, SearchParameters } from './question';
import type { QuestionChoices } from './question-form';
import { buttonLook } from '@/ui/button-look';
import { EmptyState } from '@/ui/lists/empty-state';
import { LinkButton } from '@/ui/link-button';
import { Notice } from '@/ui/overlays/notice';
import { Pager } from '@/ui/lists/pager';
import { ForEditors } from '@/ui/role';
import { today } from '@/today';
import { requirePerson } from '@/person';
import { contractViews } from '../../src/bootstrap';
import { DEVICES, deviceName } from '../../src/domain/values/device';
import { compareNames } from '../../src/domain/names/folding';
import { RIGHTS_TYPES } from '../../src/domain/values/rights-type';
import { KIND_OPTIONS } from '../content/details/kind-options';
import { languageOptions } from '../words/language-options';
import { territoryOptions } from '../words/territory-options';
import { SavedViews } from '../views/saved-views';
import { AnswerList } from './answer-list';
import { answerViews } from './answer-views';
import { questionWords } from './answer-words';
import { AnswerTally } from './answer-tally';
import { CopyLink } from './copy-link';
import { GridAnswers } from './grid/grid-answers';
import { answeredTitles, tallyOf } from '../../src/service/content/answered-titles';
import { askedQuestion, unknownTitles } from './question';
import { AVAILABILITY_CSV, questionAddress, viewedQuestion } from './question-address';
import { QuestionForm } from './question-form';

export const metadata: Metadata = { title: 'Availability' };

const PAGE_SIZE = 50;

export default async function AvailabilityPage({
  searchParams,
}: {
  searchParams: Promise<SearchParameters>;
}) {
  const day = today();
  const asked = askedQuestion(await searchParams, day);
  const person = await requirePerson(questionAddress(asked.typed));
  const { question } = asked;
  const [studios, page, tally] = await Promise.all([
    contractViews().studios(),
    question === null ? null : answeredTitles(asked, question, day, PAGE_SIZE, answerViews()),
    question === null ? null : tallyOf(asked, question, day, answerViews()),
  ]);
  const errors =
    page === null || page.unknown.length === 0
      ? asked.errors
      : { ...asked.errors, titles: unknownTitles(page.unknown) };
  return (
    <>
      <header className="flex min-h-12 items-center px-4 py-2">
        <h1 className="text-panel-title">Availability</h1>
      </header>
      <SavedViews
        list="availability"
        personId={person.id}
        search={viewedQuestion(asked.typed, day)}
        all="New question"
      />
      <QuestionForm typed={asked.typed} errors={errors} choices={choices(studios)} />
      {asked.grid.length > 0 && <GridAnswers asked={asked} today={day} />}
      {question !== null && page !== null && tally !== null && (
        <Answers asked={asked} question={question} page={page} tally={tally} />
      )}
      {question === null && asked.grid.length === 0 && <NoQuestion errors={errors} />}
    </>
  );
}

function Answers({
  asked,
  question,
  page,
  tally,
}: {
  asked: Asked;
  question: AvailabilityQuestion;
  page: AnsweredPage;
  tally: Tally;
}) {
  return (
    <section aria-label="Answers">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-4 py-2.5">
        <h2 className="min-w-0 flex-1 basis-72 text-body font-emphasis text-ink">
          {questionWords(question, { filter: asked.filter, named: asked.titles.length })}
        </h2>
        <AnswerTally typed={asked.typed} tally={tally} />
        <CopyLink />
        {page.rows.length > 0 && (
          <a
            href={questionAddress(asked.typed, { path: AVAILABILITY_CSV })}
            download
            className={buttonLook('secondary', 'toolbar')}
          >
            Export CSV
          </a>
        )}
      </div>
      {page.rows.length === 0 ? (
        <NoTitles asked={asked} />
      ) : (
        <>
          <AnswerList rows={page.rows} question={question} />
          <Pager
            page={page}
            noun="title"
            address={(cursor) => questionAddress(asked.typed, { cursor })}
          />
        </>
      )}
    </section>
  );
}

function NoQuestion({ errors }: { errors: Asked['errors'] }) {
  const [first] = Object.values(errors);
  if (first !== undefined)
    return (
      <div className="p-4">
        <Notice tone="refused" role="alert" title="Fix the filters to see answers.">
          {first}
        </Notice>
      </div>
    );
  return (
    <EmptyState title="Check availability" place="the answers go here">
      Choose territories, devices and a rights type; the date defaults to today. Each title shows
      yes, no or partly, with the license and offer behind the answer. The link holds your question:
      bookmark or share it.
    </EmptyState>
  );
}

function NoTitles({ asked }: { asked: Asked }) {
  if (asked.verdict !== undefined)
    return (
      <EmptyState
        title="No titles with this answer"
        place="nothing to answer for"
        actions={
          <LinkButton href={questionAddress({ ...asked.typed, answer: '' })}>
            Show every answer
          </LinkButton>
        }
      >
        The counts above cover all titles in your question.
      </EmptyState>
    );
  const isNarrow = Object.values(asked.filter).some((value) => value !== undefined);
  return (
    <EmptyState
      title="No titles match"
      place="nothing to answer for"
      actions={
        isNarrow || asked.titles.length > 0 ? (
          <LinkButton
            href={questionAddress({
              ...asked.typed,
              q: '',
              studio: '',
              kind: '',
              answer: '',
              titles: [],
            })}
          >
            Show all titles
          </LinkButton>
        ) : (
          <ForEditors>
            <LinkButton href="/content/new" variant="primary">
              Register a title
            </LinkButton>
          </ForEditors>
        )
      }
    >
      {isNarrow
        ? 'Remove a filter or shorten your search.'
        : 'Register a title to check its availability.'}
    </EmptyState>
  );
}

function choices(studios: readonly string[]): QuestionChoices {
  return {
    territories: territoryOptions().sort((a, b) => compareNames(a.label, b.label)),
    devices: DEVICES.map((value) => ({ value, label: deviceName(value) })),
    rightsTypes: Object.entries(RIGHTS_TYPES).map(([value, detail]) => ({
      value,
      label: value,
      detail,
    })),
    languages: languageOptions(),
    studios: studios.map((value) => ({ value, label: value })),
    kinds: KIND_OPTIONS,
  };
}
