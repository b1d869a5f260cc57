import { describe, expect, it } from 'vitest';
import type { ContentDetailsData } from '../../../../src/domain/content/content-details';
import type { ContentChange } from '../../../../src/domain/content/content-change';
import { refOf } from '../../../../src/domain/content/clash';
import {
  assignmentData,
  describeContentChange,
  refOfAssignment,
} from '../../../../src/domain/content/content-change';
import { aLicensedOffer, someContentDetails } from '../../../builders/content-builders';
import { days, prices } from '../../../builders/license-builders';

const offer = (name: string, first = '2026-02-01', last: string | null = '2026-02-28') =>
  aLicensedOffer({
    licenseName: 'Winter slate',
    offer: { name, prices: prices('4.99'), window: days(first, last) },
  });

const premiere = offer('PREM');
const library = offer('LIB', '2027-01-01', null);

describe('an assignment in the history', () => {
  it('is plain data', () => {
    const data = assignmentData(premiere);

    expect(data).toEqual({
      licenseId: premiere.licenseId,
      licenseName: 'Winter slate',
      offer: premiere.offer.toData(),
    });
  });

  it('keeps the reference to the offer', () => {
    expect(refOfAssignment(assignmentData(premiere))).toEqual(refOf(premiere));
  });
});

describe('the description of a title’s change', () => {
  it.each<[ContentChange, string]>([
    [
      {
        kind: 'content-registered',
        details: someContentDetails({ kind: 'episode', parentId: 'x' }),
        assignment: assignmentData(premiere),
      },
      'Episode registered with PREM, $4.99, 1 – 28 Feb 2026 (Winter slate)',
    ],
    [
      { kind: 'offer-assigned', assignment: assignmentData(library) },
      'Assigned LIB, $4.99, From 1 Jan 2027 (Winter slate)',
    ],
    [
      { kind: 'offers-unassigned', assignments: [assignmentData(premiere)] },
      'Unassigned PREM, $4.99, 1 – 28 Feb 2026 (Winter slate)',
    ],
    [
      {
        kind: 'assignment-moved',
        from: assignmentData(premiere),
        to: assignmentData(library),
      },
      'Moved from PREM, $4.99, 1 – 28 Feb 2026 (Winter slate) to LIB, $4.99, From 1 Jan 2027 (Winter slate)',
    ],
  ])('$kind', (change, words) => {
    expect(describeContentChange(change)).toBe(words);
  });

  it('has at most three of the removed offers', () => {
    const assignments = ['A', 'B', 'C', 'D', 'E'].map((name) => assignmentData(offer(name)));

    const words = describeContentChange({ kind: 'offers-unassigned', assignments });

    expect(words).toMatch(/^Unassigned A, .*, B, .*, C, .* and 2 more$/);
  });

  it.each<[Partial<ContentDetailsData>, string]>([
    [{ title: 'The Lake' }, 'Edited title Lake → The Lake'],
    [{ studio: 'Other' }, 'Edited studio'],
    [{ releaseYear: null }, 'Edited release year'],
    [{ parentId: 'other', position: 2 }, 'Edited what it belongs to and its number'],
    [
      { identifiers: [{ scheme: 'house', value: '1' }], notes: 'By letter.' },
      'Edited identifiers and notes',
    ],
  ])('lists the edited fields: %o', (part, words) => {
    const before = someContentDetails({ title: 'Lake', parentId: 'series', position: 1 });

    const change = { kind: 'content-corrected', before, after: { ...before, ...part } } as const;

    expect(describeContentChange(change)).toBe(words);
  });
});
