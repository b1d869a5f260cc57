import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { ImportView } from '../../../src/service/import/import-views';
import type { Committing, Loss } from '../review/commit-bar';
import type { ImportPart, ImportQuery } from '../import-address';
import { requirePerson } from '@/person';
import { ForEditors } from '@/ui/role';
import { importViews } from '../../../src/bootstrap';
import { identity } from '../../../src/wire/forms/typed';
import { canBeCheckedAgain } from '../../../src/domain/import/import';
import { CommitBar } from '../review/commit-bar';
import { Decisions } from '../decisions/decisions';
import { DecisionDesk } from '../review/decision-desk';
import { importAddress } from '../import-address';
import { ImportHeader } from '../import-header';
import { ImportParts } from '../import-parts';
import { ImportPlight } from '../import-plight';
import { IdleColumns } from '../review/idle-columns';
import { ImportWatch } from '../import-watch';
import { headline, isChecked, isRunning, openQuestions } from '../import-words';
import { importQuery } from '../import-query';
import { ProblemGroups } from '../review/problem-groups';
import { RejectedRows } from '../review/rejected-rows';
import { Review } from '../review/review';
import { RulesFacts } from '../rules/rules-facts';
import { savedNoun, thingsOf } from '../review/review-words';
import { RulesForm } from '../rules/rules-form';
import { SettledImport } from '../review/settled-import';
import { StaleNotice } from '../review/stale-notice';
import { typedRules } from '../rules/typed-rules';

export const metadata: Metadata = { title: 'Import' };

/** So many withdrawals are named before they are agreed to. */
const NAMED_WITHDRAWALS = 10;

export default async function ImportPage({
  params,
  searchParams,
}: {
  params: Promise<{ importId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { importId } = await params;
  if (!identity.safeParse(importId).success) notFound();
  await requirePerson(importAddress(importId));
  const view = await importViews().import(importId);
  if (view === null) notFound();
  return (
    <DecisionDesk>
      <ImportHeader view={view} />
      <ImportWatch
        importId={view.id}
        state={view.state}
        progress={view.progress}
        headline={headline(view)}
      />
      <ImportPlight view={view} />
      {isChecked(view) && !isRunning(view.state) && (
        <Checked view={view} query={importQuery(await searchParams)} />
      )}
    </DecisionDesk>
  );
}

/** What a check found, what can be decided about it, or what was decided. */
async function Checked({ view, query }: { view: ImportView; query: ImportQuery }) {
  const part = query.part ?? firstPart(view);
  return (
    <>
      {view.state === 'ready' ? (
        <>
          <div className="px-4 py-3 empty:hidden">
            <StaleNotice view={view} />
          </div>
          <CommitBar
            key={view.revision}
            committing={await committing(view)}
            hasKey={part === 'review' || part === 'problems'}
          />
        </>
      ) : (
        <SettledImport view={view} />
      )}
      <ImportParts view={view} open={part} />
      {view.state === 'ready' && part !== 'rules' && part !== 'decisions' && (
        <div className="border-b border-line px-4 py-2 empty:hidden">
          <RejectedRows view={view} />
        </div>
      )}
      {part !== 'rules' && <IdleColumns columns={view.idleColumns} />}
      {part === 'decisions' && <Decisions view={view} />}
      {part === 'problems' && (
        <ProblemGroups
          importId={view.id}
          groups={await importViews().problems(view.id)}
          query={query}
        />
      )}
      {part === 'review' && <Review view={view} query={query} />}
      {part === 'rules' && !canBeCheckedAgain(view.state) && <RulesFacts rules={view.rules} />}
      {part === 'rules' && canBeCheckedAgain(view.state) && (
        <ForEditors otherwise={<RulesFacts rules={view.rules} />}>
          <RulesForm
            key={view.revision}
            importId={view.id}
            revision={view.revision}
            rules={typedRules(view.rules)}
          />
        </ForEditors>
      )}
    </>
  );
}

/** What needs a person comes first. */
function firstPart(view: ImportView): ImportPart {
  if (view.state !== 'ready') return 'review';
  if (openQuestions(view) > 0) return 'decisions';
  return view.errors > 0 ? 'problems' : 'review';
}

/** What can be decided about the review, and what a commit would take away, the first few by name. */
async function committing(view: ImportView): Promise<Committing> {
  const losses = await Promise.all([lossOf(view, 'withdrawn'), lossOf(view, 'taken-down')]);
  return {
    importId: view.id,
    revision: view.revision,
    applicable: view.applicable,
    blocked: view.blocked,
    questions: openQuestions(view),
    leftOut: view.leftOutChanges,
    standing: thingsOf(view.counts, 'blocked') === '' ? 'stale' : 'blocked',
    rejected: view.rejected,
    ofOthers: view.leftOut,
    noun: savedNoun(view.counts),
    kept: thingsOf(view.counts, 'kept'),
    losses: losses.flatMap((loss) => loss ?? []),
  };
}

async function lossOf(view: ImportView, outcome: Loss['outcome']): Promise<Loss | null> {
  const words = thingsOf(view.counts, outcome);
  if (words === '') return null;
  const { rows } = await importViews().review(view.id, { outcome, pageSize: NAMED_WITHDRAWALS });
  return {
    outcome,
    words,
    withdrawals: rows.map(({ what, name, words: change }) => ({ what, name, words: change })),
  };
}
