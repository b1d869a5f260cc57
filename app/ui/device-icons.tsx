import { classes } from './classes';
import { DEVICE_LABELS, DeviceRow, deviceSymbol, ICON, STEP } from './device-sprite';

/** Icon of a device, without a text alternative: show its name beside it or in the row's text alternative. */
export function DeviceIcon({ code, className }: { code: string; className?: string | undefined }) {
  return (
    <svg aria-hidden className={classes('size-4 shrink-0', className)}>
      <use href={`#${deviceSymbol(code)}`} />
    </svg>
  );
}

/** Icons of devices in a fixed order, with their names as text alternative. */
export function DeviceIcons({
  codes,
  className,
}: {
  /** `tv`, `set-top-box`, `computer`, `mobile`, `tablet`, `console`. */
  codes: readonly string[];
  className?: string | undefined;
}) {
  const present = DEVICE_LABELS.filter(({ code }) => codes.includes(code));
  const width = Math.max(0, present.length * STEP - (STEP - ICON));
  const words = present.map(({ label }) => label).join(', ');
  return (
    <span
      role="img"
      title={words === '' ? 'No devices' : words}
      className={classes('inline-flex items-center text-ink-2', className)}
    >
      <svg aria-hidden width={width} height={ICON}>
        {present.length === DEVICE_LABELS.length ? (
          <use href={`#${deviceSymbol('all')}`} />
        ) : (
          <DeviceRow codes={present.map(({ code }) => code)} />
        )}
      </svg>
    </span>
  );
}
