import { classes } from './classes';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger-text';
export type ButtonSize = 'regular' | 'toolbar';

const LOOK: Record<ButtonVariant, string> = {
  primary:
    'border-ink bg-ink text-on-ink hover:bg-ink/88 data-pressed:bg-ink/80 forced-colors:border-[ButtonBorder]',
  secondary: 'border-control bg-panel text-ink hover:bg-ink/5 data-pressed:bg-ink/10',
  quiet: 'border-transparent text-ink hover:bg-ink/5 data-pressed:bg-ink/10',
  'danger-text': 'border-transparent text-clay-ink hover:bg-clay-tint data-pressed:bg-clay-tint',
};

const SIZE: Record<ButtonSize, string> = {
  regular: 'min-h-8 max-sm:min-h-10 text-body',
  toolbar: 'min-h-7 max-sm:min-h-9 text-table',
};

const PADDING: Record<ButtonSize, string> = { regular: 'px-3 py-1', toolbar: 'px-2.5 py-0.5' };
const SQUARE: Record<ButtonSize, string> = {
  regular: 'w-8 max-sm:w-10',
  toolbar: 'w-7 max-sm:w-9',
};

/** Classes of a button, or of a link that looks like one. */
export function buttonLook(
  variant: ButtonVariant,
  size: ButtonSize,
  shape: 'text' | 'square' = 'text',
): string {
  return classes(
    'button-look',
    LOOK[variant],
    SIZE[size],
    shape === 'square' ? SQUARE[size] : PADDING[size],
    variant === 'primary' && size === 'regular' && 'max-sm:min-h-11',
  );
}
