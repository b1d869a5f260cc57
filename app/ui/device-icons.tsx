import { Gamepad2, Laptop, Monitor, RectangleEllipsis, Smartphone, Tablet } from 'lucide-react';
import { classes } from './classes';

const DEVICES = [
  { code: 'tv', label: 'TV', icon: Monitor },
  { code: 'set-top-box', label: 'Set-top box', icon: RectangleEllipsis },
  { code: 'computer', label: 'Computer', icon: Laptop },
  { code: 'mobile', label: 'Mobile', icon: Smartphone },
  { code: 'tablet', label: 'Tablet', icon: Tablet },
  { code: 'console', label: 'Console', icon: Gamepad2 },
] as const;

/** The picture of one device; its word must stand beside it or in the text alternative of the row. */
export function DeviceIcon({ code, className }: { code: string; className?: string | undefined }) {
  const Icon = DEVICES.find((device) => device.code === code)?.icon;
  return Icon === undefined ? null : (
    <Icon aria-hidden strokeWidth={1.75} className={classes('size-4 shrink-0', className)} />
  );
}

/** Devices as a row of pictures in a fixed order, with their words as text alternative. */
export function DeviceIcons({
  codes,
  className,
}: {
  /** `tv`, `set-top-box`, `computer`, `mobile`, `tablet`, `console`. */
  codes: readonly string[];
  className?: string | undefined;
}) {
  const present = DEVICES.filter(({ code }) => codes.includes(code));
  const words = present.map(({ label }) => label).join(', ');
  return (
    <span
      role="img"
      aria-label={words === '' ? 'No devices' : words}
      title={words}
      className={classes('inline-flex items-center gap-1.5 text-ink-2', className)}
    >
      {present.map(({ code }) => (
        <DeviceIcon key={code} code={code} />
      ))}
    </span>
  );
}
