import type { LicenseClosing } from '../../../src/domain/closing';
import type { LicenseClosingInput } from '../../../src/wire/forms/closing';

/**
 * What the form of a closing has: the last day, ISO 8601 (or what stands there instead; of no meaning for a license that is
 * void), the chosen reason by its key ('' while none is chosen), and another reason in a person's words.
 */
export type ClosingTyped = Readonly<Record<'lastDay' | 'why' | 'reason', string>>;

/** The key of a reason that a person words. */
export const OTHER = 'other';

/** The usual reasons, by key. The words are what is stored. */
export const REASONS: Record<LicenseClosing['kind'], Readonly<Record<string, string>>> = {
  ended: {
    expired: 'Contract expired',
    terminated: 'Terminated',
    reverted: 'Rights reverted',
  },
  void: {
    mistake: 'Recorded by mistake',
    twice: 'Recorded twice',
  },
};

/** What is sent of what the form has. */
export function typedPlan(
  kind: LicenseClosing['kind'],
  { lastDay, why, reason }: ClosingTyped,
): LicenseClosingInput {
  const words = typedReason(kind, { why, reason });
  return kind === 'void' ? { kind, reason: words } : { kind, lastDay, reason: words };
}

/** The reason that the form has; '' while none is chosen. */
export function typedReason(
  kind: LicenseClosing['kind'],
  { why, reason }: Pick<ClosingTyped, 'why' | 'reason'>,
): string {
  return why === OTHER ? reason : (REASONS[kind][why] ?? '');
}

/** Days before this one are years that are not typed to the end. */
const EARLIEST = '1900-01-01';

/** The plan to preview: any reason does, since it changes no effect. `null` while no day is typed. */
export function previewedPlan(
  kind: LicenseClosing['kind'],
  lastDay: string,
): LicenseClosingInput | null {
  const reason = 'Preview';
  if (kind === 'void') return { kind, reason };
  return lastDay < EARLIEST ? null : { kind, lastDay, reason };
}
