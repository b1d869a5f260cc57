import * as z from 'zod';
import { DEVICES, deviceSet } from '../domain/values/device';
import { codeList } from './code-list';
import { valid } from './valid';

export const Device = codeList('Device', DEVICES, (one) => deviceSet([one]));

/** A set: the order says nothing, and a device named twice is one. */
export const Devices = valid(z.array(Device).max(100).readonly(), deviceSet).meta({ minItems: 1 });
