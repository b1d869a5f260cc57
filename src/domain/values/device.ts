import { DomainError } from '../errors';
import { quoted } from './words';

/** The devices that a license can cover. The index in `DEVICES` plus one is the number in storage. */
export const DEVICES = ['tv', 'set-top-box', 'computer', 'mobile', 'tablet', 'console'] as const;

export type Device = (typeof DEVICES)[number];

const NAMES: Record<Device, string> = {
  tv: 'TV',
  'set-top-box': 'set-top box',
  computer: 'computer',
  mobile: 'mobile',
  tablet: 'tablet',
  console: 'console',
};

function isDevice(code: string): code is Device {
  return (DEVICES as readonly string[]).includes(code);
}

/**
 * A set of devices: in the order of `DEVICES`, without duplicates.
 *
 * @throws InvalidDevices for the empty set or an unknown device
 */
export function deviceSet(codes: readonly string[]): readonly Device[] {
  const unknown = codes.filter((code) => !isDevice(code));
  if (codes.length === 0 || unknown.length > 0) throw new InvalidDevices(unknown);
  return Object.freeze(DEVICES.filter((device) => codes.includes(device)));
}

/** The display name, as used in the middle of a sentence. */
export function deviceName(code: string): string {
  return isDevice(code) ? NAMES[code] : code;
}

/** The small integer used in storage. */
export function deviceNumber(device: Device): number {
  return DEVICES.indexOf(device) + 1;
}

/** The device with this number in storage. */
export function deviceOfNumber(number: number): Device {
  const device = DEVICES[number - 1];
  if (device === undefined) throw new InvalidDevices([String(number)]);
  return device;
}

export class InvalidDevices extends DomainError {
  readonly code = 'invalid-devices';
  override readonly field = 'devices';

  constructor(readonly unknown: readonly string[]) {
    super(
      unknown.length === 0
        ? 'Choose at least one device.'
        : `${quoted(unknown)} is not a known device.`,
    );
  }
}
