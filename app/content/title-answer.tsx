'use client';

import type { CommandResult } from '../commands/command-result';
import type { TitleChange, ShownOffer } from './content-commands';
import type { ContentEditing } from './use-content-editing';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/overlays/notice';
import { CommandNotice } from '../commands/form-words';

/** What a change was answered with that was made on the page itself, with the way out. */
export function TitleAnswer({ editing, version }: { editing: ContentEditing; version: number }) {
  const { news, command, panel, conflict, change } = editing;
  if (panel !== null || conflict !== null) return null;
  if (news !== null) {
    return (
      <Notice
        tone="ok"
        role="status"
        // The page is another one then, without the button that had the focus.
        answer={news.undo.kind === 'close' || news.undo.kind === 'reopen' ? news : undefined}
        className="mx-4 mt-3"
        actions={
          <Button
            variant="quiet"
            size="toolbar"
            isDisabled={command.phase !== 'idle'}
            onPress={() => {
              editing.takeBack(news);
            }}
          >
            {news.takeBack}
          </Button>
        }
      >
        {news.words}
      </Notice>
    );
  }
  const instead = alternativesOf(command.result, change);
  if (command.result?.status === 'refused' && command.result.code === 'last-assignment')
    return (
      <Notice
        tone="refused"
        role="alert"
        answer={command.result}
        className="mx-4 mt-3"
        actions={
          <>
            {instead.map((move) => (
              <Button
                key={`${move.to.licenseId} ${move.to.offer.window.startsOn}`}
                variant="secondary"
                size="toolbar"
                onPress={() => {
                  editing.send(move, version);
                }}
              >
                Assign {move.to.offer.name} instead
              </Button>
            ))}
            <Button
              variant="secondary"
              size="toolbar"
              onPress={() => {
                editing.open({ kind: 'close', closing: 'retired', baseVersion: version });
              }}
            >
              Retire the title
            </Button>
          </>
        }
      >
        {command.result.message}
      </Notice>
    );
  if (command.result === null || command.result.status === 'saved') return null;
  return (
    <div className="mx-4 mt-3">
      <CommandNotice result={command.result} onAgain={editing.resend} />
    </div>
  );
}

/** The moves that do what unassigning the only offer of a title cannot. */
function alternativesOf(
  result: CommandResult | null,
  change: TitleChange | null,
): Extract<TitleChange, { kind: 'move' }>[] {
  if (result?.status !== 'refused' || change?.kind !== 'unassign') return [];
  return (result.alternatives ?? []).map((to: ShownOffer) => ({
    kind: 'move',
    from: change.assignment,
    to,
  }));
}
