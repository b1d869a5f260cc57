import { describe, expect, it } from 'vitest';
import {
  DEVICES,
  InvalidDevices,
  deviceName,
  deviceNumber,
  deviceOfNumber,
  deviceSet,
} from '../../../../src/domain/values/device';
import { refusalOf } from '../../../builders/refusal';

describe('a set of devices', () => {
  it('ignores order and duplicates', () => {
    expect(deviceSet(['console', 'tv', 'console'])).toEqual(['tv', 'console']);
  });

  it('may have all devices', () => {
    expect(deviceSet(DEVICES.toReversed())).toEqual(DEVICES);
  });

  it('is never empty', () => {
    expect(refusalOf(InvalidDevices, () => deviceSet([]))).toMatchObject({
      unknown: [],
      field: 'devices',
    });
  });

  it.each(['TV', 'fridge', '', ' tv'])('does not accept “%s”', (code) => {
    expect(refusalOf(InvalidDevices, () => deviceSet(['tv', code])).unknown).toEqual([code]);
  });

  it('is immutable', () => {
    expect(Object.isFrozen(deviceSet(['tv']))).toBe(true);
  });
});

describe('a device', () => {
  it.each(DEVICES)('is stored by its number: %s', (device) => {
    expect(deviceOfNumber(deviceNumber(device))).toBe(device);
  });

  // Storage has numbers: if a device changed its number, every stored license would change.
  it('keeps its number', () => {
    expect(DEVICES.map(deviceNumber)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(DEVICES.slice(0, 6)).toEqual([
      ...['tv', 'set-top-box', 'computer', 'mobile', 'tablet', 'console'],
    ]);
  });

  it.each([0, 7, -1, 1.5])('is not found by the number %d', (number) => {
    expect(() => deviceOfNumber(number)).toThrow(InvalidDevices);
  });

  it('has a display name, and an unknown one is shown as it is', () => {
    expect([deviceName('tv'), deviceName('fridge')]).toEqual(['TV', 'fridge']);
  });
});
