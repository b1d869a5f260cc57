import type { ContractClosing, LicenseClosing, TitleClosing } from '../../src/domain/closing';
import { CLOSED_NAMES, closingText } from '@/words/closing-words';
import { StateMark } from './state-mark';

type AnyClosing = ContractClosing | LicenseClosing | TitleClosing;

/** That a contract, license or title is closed, and on hover why. */
export function ClosedMark({
  closing,
  children = CLOSED_NAMES[closing.kind],
}: {
  closing: AnyClosing;
  /** Label, when it says more than the kind: "Ended 3 days ago". */
  children?: string;
}) {
  return (
    <span title={closingText(closing)}>
      {closing.kind === 'void' ? (
        <span className="text-past-ink">{children}</span>
      ) : (
        <StateMark state={closing.kind === 'retired' ? 'retired' : 'ended-early'}>
          {children}
        </StateMark>
      )}
    </span>
  );
}

/** The look of a name: one that is void is struck through. */
export function nameLook(closing: AnyClosing | null): string {
  return closing?.kind === 'void' ? 'text-past-ink line-through' : 'text-ink';
}
