'use client';

import { useState } from 'react';
import type { TitleOption } from '../../content/title-option';
import type { NamedLine } from './search-actions';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/overlays/notice';
import { TextAreaField } from '@/ui/fields/text-area-field';
import { MAX_TITLES, TooManyTitles } from '../../../src/service/content/title-at-version';
import { NAMESAKES } from '../../../src/service/content/content-views';
import { linesOf, lotsOf } from './pasted-lines';
import { titlesNamed } from './search-actions';
import { titleCount } from './title-count';

/** What became of the lines that were looked up last. */
interface Outcome {
  readonly added: number;
  readonly unknown: readonly string[];
  readonly ambiguous: readonly NamedLine[];
}

/** Titles as lines of a list from elsewhere. What a line names is added; the lines that name none stay. */
export function TitlePaste({
  text,
  onText,
  onGather,
  onSearch,
}: {
  text: string;
  onText: (text: string) => void;
  /** @returns whether they were added: not when they would be too many */
  onGather: (titles: readonly TitleOption[]) => boolean;
  /** Goes to the search with a text. */
  onSearch: (text: string) => void;
}) {
  const [isLooking, setLooking] = useState(false);
  const [error, setError] = useState<string | undefined>();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const lookUp = async () => {
    const lines = linesOf(text);
    setOutcome(null);
    if (lines.length === 0 || lines.length > MAX_TITLES) {
      setError(
        lines.length === 0 ? 'Enter at least one line.' : new TooManyTitles(lines.length).message,
      );
      return;
    }
    setError(undefined);
    setLooking(true);
    try {
      const named = await lookedUp(lines);
      const clear = [...named.values()].filter(({ titles }) => titles.length === 1);
      if (!onGather(clear.flatMap(({ titles }) => titles))) return;
      const left = lines.filter((line) => named.get(line)?.titles.length !== 1);
      onText(left.join('\n'));
      setOutcome({
        added: clear.length,
        unknown: left.filter((line) => (named.get(line)?.titles.length ?? 0) === 0),
        ambiguous: [...named.values()].filter(({ titles }) => titles.length > 1),
      });
    } catch {
      setError('The server did not answer. Nothing was added; try again.');
    } finally {
      setLooking(false);
    }
  };
  return (
    <div className="flex flex-col gap-3">
      <TextAreaField
        label="Titles, one per line"
        description="House ids, EIDRs, ALIDs, other identifiers or whole titles"
        rows={6}
        value={text}
        errorMessage={error}
        spellCheck="false"
        onChange={(typed) => {
          onText(typed);
          setError(undefined);
        }}
      />
      <div>
        <Button isPending={isLooking} onPress={() => void lookUp()}>
          Look up and add
        </Button>
      </div>
      {outcome !== null && <PasteOutcome outcome={outcome} onSearch={onSearch} />}
    </div>
  );
}

/** What each line names; lines that are too long are not among them. */
async function lookedUp(lines: readonly string[]): Promise<Map<string, NamedLine>> {
  const named = new Map<string, NamedLine>();
  for (const lot of lotsOf(lines))
    for (const one of await titlesNamed(lot)) named.set(one.line, one);
  return named;
}

/** Lines that name no title or several, each a way to the search; the rest is counted. */
const MAX_NAMED = 20;

function PasteOutcome({
  outcome: { added, unknown, ambiguous },
  onSearch,
}: {
  outcome: Outcome;
  onSearch: (text: string) => void;
}) {
  const left = [
    ...unknown.map((line) => ({ line, words: 'not found' })),
    ...ambiguous.map(({ line, titles }) => ({
      line,
      words: `${titles.length === NAMESAKES ? 'at least ' : ''}${titles.length} titles have this name`,
    })),
  ];
  return (
    <Notice
      role="status"
      tone={left.length === 0 ? 'ok' : 'attention'}
      title={`${titleCount(added)} added.`}
    >
      {left.length > 0 && (
        <>
          {left.length === 1
            ? '1 line was not found. Search for its title.'
            : `${left.length.toLocaleString('en-US')} lines were not found. Search for their titles.`}
          <ul className="mt-1 flex flex-col">
            {left.slice(0, MAX_NAMED).map(({ line, words }) => (
              <li key={line} className="flex flex-wrap items-center gap-x-1.5">
                <button
                  type="button"
                  className="min-h-6 max-w-full truncate underline underline-offset-2"
                  onClick={() => {
                    onSearch(line.slice(0, 200));
                  }}
                >
                  {line}
                </button>{' '}
                <span>{words}</span>
              </li>
            ))}
            {left.length > MAX_NAMED && (
              <li>and {(left.length - MAX_NAMED).toLocaleString('en-US')} more</li>
            )}
          </ul>
        </>
      )}
    </Notice>
  );
}
