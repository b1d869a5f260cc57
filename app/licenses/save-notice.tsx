'use client';

import type { LicenseEditing } from './use-license-editing';
import { CommandNotice } from '../commands/form-words';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/overlays/notice';

/** What was just saved, or, where no form stands open to say it, why something was not. */
export function SaveNotice({ editing, version }: { editing: LicenseEditing; version: number }) {
  const { news, panel, conflict, command } = editing;
  return (
    <div aria-live="polite" className="px-4 pt-3 empty:hidden">
      {news !== null && (
        <Notice
          tone="ok"
          answer={news.isAnswer ? news : undefined}
          actions={
            <Button
              variant="secondary"
              size="toolbar"
              onPress={() => {
                editing.undo(news.version, news.version);
              }}
            >
              {news.takeBack}
            </Button>
          }
        >
          {news.words}
        </Notice>
      )}
      {panel === null && conflict === null && (
        <CommandNotice
          result={command.result}
          onTake={(way) => {
            editing.apply(way.change, version);
          }}
          onAgain={() => void command.resend()}
        />
      )}
    </div>
  );
}
