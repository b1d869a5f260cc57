'use client';

import { Link } from '../link';
import { useState } from 'react';
import type { Refusal } from '../../refusal';
import { Button } from '../button';
import { RefusalNotice } from '../overlays/notice';

/** A line of the list. */
export interface RevocableLine {
  readonly id: string;
  readonly name: string;
  /** Link to its details. */
  readonly href?: string;
  /** Purpose. */
  readonly words: string;
  /** Creator and time of creation. */
  readonly origin: string;
}

/** Result of a command on a line. */
type Answer = { readonly status: 'done' } | Refusal;

/** List of revocable items. Revoking takes two steps, because it cannot be undone. */
export function RevocableList({
  label,
  lines,
  verb = 'Revoke',
  warning,
  done,
  revoke,
  edit,
}: {
  label: string;
  lines: readonly RevocableLine[];
  /** Label of the revoke button. */
  verb?: string;
  /** Confirmation question. */
  warning: string;
  /** Message after revoking. */
  done: string;
  /** Left out for who may not: the lines are then to read. */
  revoke?: (id: string) => Promise<Answer>;
  /** Opens a line to change it; lines that do not change have none. */
  edit?: (id: string) => void;
}) {
  const [asked, setAsked] = useState<string | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const [result, setResult] = useState<Answer | null>(null);
  const revokeOne = async (id: string) => {
    if (revoke === undefined) return;
    setBusy(id);
    const answer = await revoke(id).catch(() => NO_ANSWER);
    setBusy(null);
    setAsked(null);
    setResult(answer);
  };
  return (
    <>
      <RefusalNotice refusal={result?.status === 'refused' ? result : null} className="mx-4 mb-2" />
      {result?.status === 'done' && (
        <p role="status" className="px-4 pb-2 text-table text-ink-2">
          {done}
        </p>
      )}
      <ul aria-label={label}>
        {lines.map(({ id, name, href, words, origin }) => (
          <li
            key={id}
            className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line px-4 py-2.5"
          >
            <span className="min-w-0 flex-1 basis-60">
              <span className="block truncate text-body font-emphasis text-ink">
                {href === undefined ? (
                  name
                ) : (
                  <Link href={href} className="underline-offset-2 hover:underline">
                    {name}
                  </Link>
                )}
              </span>
              <span className="block text-table text-ink-2">{words}</span>
              <span className="block text-table text-ink-3">{origin}</span>
            </span>
            {asked === id ? (
              <span className="flex flex-wrap items-center gap-2 text-table text-ink-2">
                {warning}
                <Button
                  variant="danger-text"
                  autoFocus
                  isPending={busy === id}
                  onPress={() => void revokeOne(id)}
                >
                  {verb} {name}
                </Button>
                <Button
                  variant="quiet"
                  onPress={() => {
                    setAsked(null);
                  }}
                >
                  Keep it
                </Button>
              </span>
            ) : (
              <span className="flex flex-wrap gap-2">
                {edit !== undefined && (
                  <Button
                    aria-label={`Edit ${name}`}
                    onPress={() => {
                      setResult(null);
                      edit(id);
                    }}
                  >
                    Edit
                  </Button>
                )}
                {revoke !== undefined && (
                  <Button
                    aria-label={`${verb} ${name}`}
                    onPress={() => {
                      setAsked(id);
                      setResult(null);
                    }}
                  >
                    {verb}
                  </Button>
                )}
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

const NO_ANSWER: Refusal = {
  status: 'refused',
  message: 'The server did not answer. Retrying is safe.',
  fieldErrors: {},
};
