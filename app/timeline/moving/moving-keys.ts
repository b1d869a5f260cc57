import type { MovingControl } from './use-moving';

/** A key as the browser reports it. */
interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

const WEEK = 7;

/** The keys that `movingKey` knows, as they are listed. */
export const MOVING_KEYS = {
  name: 'Moving an offer',
  keys: [
    { caps: ['M'], does: 'Take hold of the offer' },
    { caps: ['[', ']'], does: 'Take hold of its first, its last day' },
    { caps: ['←', '→'], does: 'A day' },
    { caps: ['Shift', '←', '→'], does: 'A week' },
    { caps: ['PgUp', 'PgDn'], does: 'A month' },
    { caps: ['↵'], does: 'Let go there' },
    { caps: ['Esc'], does: 'Back to where it was' },
    { caps: ['Del'], does: 'Withdraw the offer' },
  ],
} as const;

/** Acts on a key while an offer is held by keyboard. @returns whether the key was meant for it */
export function movingKey(press: KeyPress, control: MovingControl): boolean {
  if (press.ctrlKey || press.metaKey || press.altKey) return false;
  const days = press.shiftKey ? WEEK : 1;
  switch (press.key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      control.step({ days: -days });
      return true;
    case 'ArrowRight':
    case 'ArrowUp':
      control.step({ days });
      return true;
    case 'PageUp':
      control.step({ months: -1 });
      return true;
    case 'PageDown':
      control.step({ months: 1 });
      return true;
    case 'Enter':
      control.letGo();
      return true;
    case 'Escape':
      control.cancel();
      return true;
    default:
      return false;
  }
}
