import { Link } from '@/ui/link';
import { Fragment } from 'react';
import type { ReactNode } from 'react';
import type {
  AnsweredDays,
  AvailabilityQuestion,
} from '../../src/domain/content/availability-question';
import type { AnsweredTitle } from '../../src/service/content/answered-titles';
import { Languages } from '../../src/domain/values/languages';
import { ForEditors } from '@/ui/role';
import { obstacleWords } from '@/words/obstacle-words';
import { CONTENT_KINDS } from '../../src/domain/content/content-kind';
import { contentKind } from '../../src/domain/content/content-kind';
import { AnsweredPrices } from './answered-prices';
import { AnswerStrip } from './answer-strip';
import { lengthWords, licenseAddress, remedyFor, verdictWords } from './answer-words';
import { takeDownAddress } from '../content/title-address';
import { VerdictMark } from './verdict-mark';

/** Spans shown in an answer's row; the others open below it. */
const FIRST_SPANS = 2;
/** Maximum spans shown in total; the CSV has all of them. */
const MAX_SPANS = 40;

const ROW =
  'grid gap-x-4 gap-y-2 px-4 py-2.5 lg:grid-cols-[minmax(12rem,1fr)_minmax(11rem,0.8fr)_minmax(24rem,2.6fr)]';

/** Titles with their answers: yes, no or partly, with reasons and links to fix obstacles. */
export function AnswerList({
  rows,
  question,
}: {
  rows: readonly AnsweredTitle[];
  question: AvailabilityQuestion;
}) {
  return (
    <div role="table" aria-label="Answers" className="text-table">
      <div role="rowgroup">
        <div
          role="row"
          className={`${ROW} min-h-9 items-center border-b border-line-strong py-0! text-ink-3 max-lg:hidden`}
        >
          <span role="columnheader">Title</span>
          <span role="columnheader">Answer</span>
          <span role="columnheader">Offer or reason</span>
        </div>
      </div>
      <div role="rowgroup">
        {rows.map((row) => (
          <Line key={row.contentId} row={row} question={question} />
        ))}
      </div>
    </div>
  );
}

function Line({ row, question }: { row: AnsweredTitle; question: AvailabilityQuestion }) {
  const { contentId, title, kind, studio, availability } = row;
  const { word, extent, nextYes } = verdictWords(availability);
  const spans = availability.spans.slice(0, MAX_SPANS);
  const [shown, more] = [spans.slice(0, FIRST_SPANS), spans.slice(FIRST_SPANS)];
  const cut = availability.spans.length - spans.length;
  const line = (span: AnsweredDays) => (
    <SpanLine
      key={span.days.startsOn}
      span={span}
      isWhole={availability.spans.length === 1}
      contentId={contentId}
      question={question}
    />
  );
  return (
    <div role="row" className={`${ROW} border-b border-line hover:bg-ink/3`}>
      <span role="rowheader" className="min-w-0">
        <Link
          href={`/content/${contentId}`}
          prefetch={false}
          className="inline-flex min-h-6 max-w-full items-center font-emphasis text-body text-ink hover:underline"
        >
          <span className="truncate">{title}</span>
        </Link>
        {kind !== null && (
          <span className="block truncate text-ink-3">
            {CONTENT_KINDS[contentKind(kind)]} · {studio}
          </span>
        )}
      </span>
      <span role="cell" className="min-w-0">
        <VerdictMark verdict={availability.verdict} className="pt-1">
          <strong className="font-heading text-ink">{word}</strong>
          {extent !== null && <span className="text-ink">, {extent}</span>}
          {nextYes !== null && <span className="block text-ink-2">{nextYes}.</span>}
        </VerdictMark>
      </span>
      <div role="cell" className="flex min-w-0 flex-col gap-1">
        {availability.spans.length > 1 && (
          <span className="pt-1.5 pb-1">
            <AnswerStrip spans={availability.spans} />
          </span>
        )}
        <ul className="flex flex-col gap-1">{shown.map(line)}</ul>
        {more.length > 0 && (
          <details>
            <summary className="inline-flex min-h-6 items-center rounded-bar text-ink-2 underline underline-offset-2 hover:text-ink max-sm:min-h-9">
              {more.length === 1 ? 'One more span' : `${more.length + cut} more spans`}
            </summary>
            <ul className="mt-1 flex flex-col gap-1">{more.map(line)}</ul>
            {cut > 0 && (
              <p className="mt-1 text-ink-3">
                The other {cut.toLocaleString('en-US')} are in the CSV.
              </p>
            )}
          </details>
        )}
      </div>
    </div>
  );
}

function SpanLine({
  span,
  isWhole,
  contentId,
  question,
}: {
  span: AnsweredDays;
  /** Whether it is the whole answer, whose days are shown already. */
  isWhole: boolean;
  contentId: string;
  question: AvailabilityQuestion;
}) {
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
      {!isWhole && (
        <span className="w-64 shrink-0 text-ink-2 max-sm:w-full">
          <span className={span.available ? 'text-tide-ink' : 'text-clay-ink'}>
            {span.available ? 'Yes' : 'No'}
          </span>{' '}
          {span.days.toString()} <span className="text-ink-3">· {lengthWords(span.days)}</span>
        </span>
      )}
      <span className="min-w-0 flex-1 basis-60">
        {span.available ? (
          <Deciding span={span} question={question} contentId={contentId} />
        ) : (
          <Hindering span={span} question={question} contentId={contentId} />
        )}
      </span>
    </li>
  );
}

function Deciding({
  span,
  question,
  contentId,
}: {
  span: AnsweredDays & { available: true };
  question: AvailabilityQuestion;
  contentId: string;
}) {
  return (
    <>
      {[span, ...span.others].map(({ offer, license, prices }, index) => (
        <Fragment key={license.licenseId}>
          {index > 0 && <br />}
          <AnsweredPrices prices={prices} studio={license.studio} question={question} />
          {offer.name} <span className="text-ink-3">{offer.window.toString()}</span> ·{' '}
          <WayLink href={licenseAddress(license.licenseId)}>{license.licenseName}</WayLink>
          {!license.languages.equals(Languages.ALL) && (
            <span className="text-ink-3"> · {license.languages.toString()}</span>
          )}
        </Fragment>
      ))}
      <ForEditors>
        {' '}
        · <WayLink href={takeDownAddress(contentId, question)}>Take down</WayLink>
      </ForEditors>
    </>
  );
}

function Hindering({
  span: { obstacle },
  question,
  contentId,
}: {
  span: AnsweredDays & { available: false };
  question: AvailabilityQuestion;
  contentId: string;
}) {
  const { address, label, viewerLabel } = remedyFor(obstacle, contentId);
  return (
    <>
      <span className="text-ink">{obstacleWords(obstacle, question)}</span>{' '}
      <WayLink href={address}>
        <ForEditors otherwise={viewerLabel}>{label}</ForEditors>
      </WayLink>
    </>
  );
}

function WayLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link
      href={href}
      prefetch={false}
      className="inline-flex min-h-6 items-center font-emphasis text-ink underline underline-offset-2"
    >
      {children}
    </Link>
  );
}
