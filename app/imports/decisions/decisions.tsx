import { Link } from '@/ui/link';
import type { ImportRules } from '../../../src/domain/avails/import-rules';
import type { ImportView } from '../../../src/service/import/import-views';
import type { RuleOption } from '../rules/rule-options';
import { listed } from '../../../src/domain/values/words';
import { ForEditors } from '@/ui/role';
import { StateMark } from '@/ui/state-mark';
import { partAddress } from '../import-address';
import { openQuestions, studioWords } from '../import-words';
import { countOf } from '../review/review-words';
import { END_DATES, HANDOVERS, LICENSES, REDUCTIONS } from '../rules/rule-options';
import { typedRules } from '../rules/typed-rules';
import { DecisionForm, type Asked } from './decision-form';

/** Everything that a checked file asks people, on one sheet, and what is known already. */
export function Decisions({ view }: { view: ImportView }) {
  const asked: Asked = {
    studio: studioWords(view),
    contract: view.contractQuestion,
    licensees: view.licensees,
  };
  const isNothing = asked.contract === null && asked.licensees.length === 0;
  return (
    <section aria-label="Decisions">
      <p className="flex flex-wrap gap-x-3 border-b border-line bg-canvas px-4 py-3 text-body">
        <span className="font-heading">
          {isNothing ? 'Nothing new to decide.' : 'Everything this file needs from you, once.'}
        </span>
        {openQuestions(view) === 0 && (
          <Link
            href={partAddress(view.id, 'review')}
            scroll={false}
            className="underline underline-offset-2"
          >
            Go to the review
          </Link>
        )}
        <span className="ms-auto text-table text-ink-2">
          {(view.rows - view.rejected).toLocaleString('en-US')} of {countOf(view.rows, 'row')} are
          clear already
        </span>
      </p>
      {!isNothing && (
        <ForEditors otherwise={<OpenQuestions />}>
          <DecisionForm
            key={view.revision}
            importId={view.id}
            revision={view.revision}
            rules={typedRules(view.rules)}
            asked={asked}
          />
        </ForEditors>
      )}
      <Known view={view} />
    </section>
  );
}

function OpenQuestions() {
  return (
    <p className="px-4 py-4 text-body text-ink-2">
      This file has open questions. A person who may change licenses has to answer them.
    </p>
  );
}

/** The rules that no question is about, in a line. */
function Known({ view }: { view: ImportView }) {
  const { rules } = view;
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-1 border-b border-line px-4 py-3 text-table">
      <StateMark state="ok" className="font-heading">
        Known already
      </StateMark>
      {factsOf(rules).map(([name, value]) => (
        <span key={name} className="text-ink-2">
          {name} <span className="text-ink">{value}</span>
        </span>
      ))}
      {view.tiers.length > 0 && (
        <span className="text-ink-2">
          Tiers{' '}
          <Link href="/price-tables" className="text-ink underline underline-offset-2">
            {listed(view.tiers.slice(0, NAMED), view.tiers.length)}
          </Link>
        </span>
      )}
      <Link
        href={partAddress(view.id, 'rules')}
        scroll={false}
        className="inline-flex min-h-6 items-center text-ink underline underline-offset-2"
      >
        Change
      </Link>
    </div>
  );
}

/** So many tiers are named. */
const NAMED = 6;

function factsOf(rules: ImportRules): readonly (readonly [string, string])[] {
  const label = <Value extends string>(options: readonly RuleOption<Value>[], value: Value) =>
    (options.find((option) => option.value === value)?.label ?? '').toLowerCase();
  return [
    ['End is', label(END_DATES, rules.endDates)],
    ['Windows that meet on one day', label(HANDOVERS, rules.sameDayHandover)],
    ['Temporary prices', label(REDUCTIONS, rules.reductions)],
    ['Rows that no license covers', label(LICENSES, rules.licenses)],
    ['Blank currency', rules.currency],
  ];
}
