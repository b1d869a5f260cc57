import type { ReactNode } from 'react';
import type { TitleClosing } from '../../../src/domain/closing';
import { ClosedBox } from '@/ui/overlays/closed-box';
import { closingText } from '@/words/closing-words';

const EFFECT: Readonly<Record<TitleClosing['kind'], string>> = {
  retired: 'It is not in the catalog and not on offer, and its history stays.',
  void: 'It was recorded by mistake and counts nowhere, and its history stays.',
};

/** That a title is retired or void, why, and the way back. */
export function ClosedBanner({ closing, actions }: { closing: TitleClosing; actions?: ReactNode }) {
  return (
    <ClosedBox
      label={closing.kind === 'void' ? 'This title is void' : 'This title is retired'}
      state={closing.kind === 'void' ? 'ended' : 'retired'}
      title={closingText(closing)}
      actions={actions}
    >
      {EFFECT[closing.kind]}
    </ClosedBox>
  );
}
