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
  it('has no order of its own and no duplicates', () => {
    expect(deviceSet(['console', 'tv', 'console'])).toEqual(['tv', 'console']);
  });

  it('may have every device', () => {
    expect(deviceSet(DEVICES.toReversed())).toEqual(DEVICES);
  });

  it('is never empty', () => {
    expect(refusalOf(InvalidDevices, () => deviceSet([]))).toMatchObject({
      unknown: [],
      field: 'devices',
    });
  });

  it.each(['TV', 'fridge', '', ' tv'])('does not have “%s”', (code) => {
    expect(refusalOf(InvalidDevices, () => deviceSet(['tv', code])).unknown).toEqual([code]);
  });

  it('cannot be changed', () => {
    expect(Object.isFrozen(deviceSet(['tv']))).toBe(true);
  });
});

describe('a device', () => {
  it.each(DEVICES)('is kept by its number: %s', (device) => {
    expect(deviceOfNumber(deviceNumber(device))).toBe(device);
  });

  // What is stored is numbers: a device that changed its own would turn every license into another.
  it('keeps the number it has always had', () => {
    expect(DEVICES.map(deviceNumber)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(DEVICES.slice(0, 6)).toEqual([
      ...['tv', 'set-top-box', 'computer', 'mobile', 'tablet', 'console'],
    ]);
  });

  it.each([0, 7, -1, 1.5])('is not found by the number %d', (number) => {
    expect(() => deviceOfNumber(number)).toThrow(InvalidDevices);
  });

  it('has a name, and what is none is called what it is', () => {
    expect([deviceName('tv'), deviceName('fridge')]).toEqual(['TV', 'fridge']);
  });
});
