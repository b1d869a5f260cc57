import { Gamepad2, Laptop, Monitor, RectangleEllipsis, Smartphone, Tablet } from 'lucide-react';

/** Side of an icon, and from the left of one to that of the next, in pixels. */
export const ICON = 16;
export const STEP = 22;

const ICONS = [Monitor, RectangleEllipsis, Laptop, Smartphone, Tablet, Gamepad2];

/** In the order in which they stand beside each other. */
export const DEVICE_LABELS = [
  { code: 'tv', label: 'TV' },
  { code: 'set-top-box', label: 'Set-top box' },
  { code: 'computer', label: 'Computer' },
  { code: 'mobile', label: 'Mobile' },
  { code: 'tablet', label: 'Tablet' },
  { code: 'console', label: 'Console' },
] as const;

/** The id of a device's symbol; that of all devices side by side is `all`. */
export function deviceSymbol(code: string): string {
  return `device-${code}`;
}

/** The icons of devices, once per page: lists show hundreds of them, each by its name. */
export function DeviceSprite() {
  return (
    <svg aria-hidden width="0" height="0" className="absolute">
      {DEVICE_LABELS.map(({ code }, index) => {
        const Icon = ICONS[index];
        return (
          <symbol key={code} id={deviceSymbol(code)} viewBox="0 0 24 24">
            {Icon !== undefined && <Icon aria-hidden strokeWidth={1.75} />}
          </symbol>
        );
      })}
      <symbol id={deviceSymbol('all')}>
        <DeviceRow codes={DEVICE_LABELS.map(({ code }) => code)} />
      </symbol>
    </svg>
  );
}

/** Icons side by side, in an SVG. */
export function DeviceRow({ codes }: { codes: readonly string[] }) {
  return codes.map((code, index) => (
    <use key={code} href={`#${deviceSymbol(code)}`} x={index * STEP} width={ICON} height={ICON} />
  ));
}
