import type { SearchParameters } from '../../src/wire/address';
import type { Choosable } from './choose-cell';
import { addressWith } from '@/ui/lists/query-text';

/** The form of a new export, filled in. */
export function exportAddress(parts: {
  readonly studio?: string | undefined;
  readonly contract?: string | undefined;
  readonly license?: string | undefined;
  readonly title?: string | undefined;
}): string {
  return addressWith('/exports', parts);
}

/** The form of an export of all that a list finds. @param search its filters */
export function matchingAddress(
  what: Choosable,
  { cursor: _page, view: _view, ...search }: SearchParameters,
): string {
  const filters = addressWith('', search).slice(1);
  return addressWith('/exports', { all: what, matching: filters });
}
