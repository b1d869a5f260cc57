import { Check, Minus } from 'lucide-react';
import type { ComponentProps } from 'react';

const MARK =
  'pointer-events-none absolute inset-0.5 hidden size-3 text-on-ink forced-colors:text-[CanvasText]';

/** The browser's own check box in our look, for a form that is sent as it stands. Its label makes the target large. */
export function NativeCheckbox(props: Omit<ComponentProps<'input'>, 'type' | 'className'>) {
  return (
    <span className="group relative flex size-4 shrink-0">
      <input
        {...props}
        type="checkbox"
        className="size-4 appearance-none rounded-bar border border-control bg-panel checked:border-ink checked:bg-ink indeterminate:border-ink indeterminate:bg-ink"
      />
      <Check
        aria-hidden
        strokeWidth={3}
        className={`${MARK} group-has-checked:block group-has-indeterminate:hidden`}
      />
      <Minus aria-hidden strokeWidth={3} className={`${MARK} group-has-indeterminate:block`} />
    </span>
  );
}
