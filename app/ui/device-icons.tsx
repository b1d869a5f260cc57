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

/** Icon of a device, without a text alternative: show its name beside it or in the row's text alternative. */
export function DeviceIcon({ code, className }: { code: string; className?: string | undefined }) {
  const Icon = DEVICES.find((device) => device.code === code)?.icon;
  return Icon === undefined ? null : (
    <Icon aria-hidden strokeWidth={1.75} className={classes('size-4 shrink-0', className)} />
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
