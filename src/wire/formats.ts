import * as z from 'zod';
import { FORMATS, formatSet } from '../domain/values/format';
import { codeList } from './code-list';
import { valid } from './valid';

/** Picture formats of the avails vocabulary. */
export const Format = codeList('Format', FORMATS, (one) => formatSet([one]));

/** A set: the order says nothing, and a format named twice is one. */
export const Formats = valid(z.array(Format).max(100).readonly(), formatSet).meta({ minItems: 1 });
