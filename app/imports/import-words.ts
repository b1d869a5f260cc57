import type { ImportState } from '../../src/domain/import/import';
import type { ImportSummary, ImportView, ReviewCount } from '../../src/service/import/import-views';
import type { MarkedState } from '@/ui/state-mark';
import type { Thing } from '../../src/service/import/review';
import { listed } from '../../src/domain/values/words';
import { THINGS } from '../../src/service/import/review';
import { countOf, lines, savedNoun } from './review/review-words';

interface StateWords {
  readonly words: string;
  readonly mark: MarkedState;
}

const STATES: Record<ImportState, StateWords> = {
  waiting: { words: 'Waiting', mark: 'waiting' },
  checking: { words: 'Being checked', mark: 'waiting' },
  unreadable: { words: 'Unreadable', mark: 'refused' },
  ready: { words: 'To review', mark: 'attention' },
  committing: { words: 'Being saved', mark: 'waiting' },
  committed: { words: 'Saved', mark: 'ok' },
  undoing: { words: 'Being undone', mark: 'waiting' },
  undone: { words: 'Undone', mark: 'ended' },
  cancelled: { words: 'Canceled', mark: 'ended' },
};

/** The state of an import as a word, and the mark that goes with it. */
export function stateWords(state: ImportState): StateWords {
  return STATES[state];
}

/** Whether a job is at work on it, or is about to be. */
export function isRunning(state: ImportState): boolean {
  return ['waiting', 'checking', 'committing', 'undoing'].includes(state);
}

/** Whether it was checked, so that there are problems, a review and rules to look at. */
export function isChecked({ state, version }: Pick<ImportView, 'state' | 'version'>): boolean {
  return version !== null && state !== 'unreadable' && state !== 'cancelled';
}

/** How many questions of a checked file nobody has answered yet. */
export function openQuestions(
  view: Pick<ImportView, 'contractQuestion' | 'licensees' | 'rules'>,
): number {
  const { contractQuestion, licensees, rules } = view;
  return [
    contractQuestion !== null && rules.contract === null,
    licensees.some(({ isUs }) => isUs === null),
  ].filter(Boolean).length;
}

/** Whose avails they are, as far as a line has room. */
export function studioWords({ studios }: Pick<ImportSummary, 'studios'>): string {
  const [first, second, ...rest] = studios;
  if (first === undefined) return '–';
  if (second === undefined) return first;
  return rest.length === 0 ? `${first}, ${second}` : `${first} and ${studios.length - 1} more`;
}

/** Where it stands in one sentence: what is said aloud when a job has ended. */
export function headline(view: ImportView): string {
  switch (view.state) {
    case 'waiting':
    case 'checking':
    case 'committing':
    case 'undoing':
      return '';
    case 'unreadable':
      return `${view.fileName} could not be read.`;
    case 'ready':
      return `${view.fileName} is checked: ${countOf(view.errors, 'error')}, ${countOf(view.applicable, savedNoun(view.counts))} to save.`;
    case 'committed':
      return view.applicable > 0
        ? `${view.fileName} is saved in part.`
        : `${view.fileName} is saved: ${savedWords(view)}.`;
    case 'undone':
      return `${view.fileName} is undone.`;
    case 'cancelled':
      return `${view.fileName} was canceled.`;
  }
}

/** What a commit brought, in words: `2 licenses, 5 offers and 3 titles`. */
export function savedWords({ counts }: Pick<ImportView, 'counts'>): string {
  const parts = THINGS.map((what) => ({ what, count: changes(counts, what) }))
    .filter(({ count }) => count > 0)
    .map(({ what, count }) => countOf(count, what));
  return parts.length === 0 ? 'nothing had to change' : listed(parts);
}

function changes(counts: readonly ReviewCount[], what: Thing): number {
  return (['created', 'changed', 'withdrawn', 'taken-down'] as const).reduce(
    (sum, outcome) => sum + lines(counts, { what, outcome }),
    0,
  );
}

/** A number of bytes as people read it: `870 bytes`, `12 KB`, `4.9 MB`. */
export function sizeWords(bytes: number): string {
  if (bytes < 1_024) return countOf(bytes, 'byte');
  const kilobytes = bytes / 1_024;
  if (kilobytes < 1_000) return `${Math.ceil(kilobytes)} KB`;
  return `${(kilobytes / 1_024).toFixed(1)} MB`;
}
