import { describe, expect, it } from 'vitest';
import type { ContentChange } from '../../../../src/domain/content/content-change';
import { lostWhenClosed } from '../../../../app/content/closing/lost-when-closed';
import { anOfferData, days } from '../../../builders/license-builders';

const spring = assignment('Spring', '2027-03-01', '2027-04-30');
const autumn = assignment('Autumn', '2027-09-01', '2027-10-31');

function assignment(name: string, first: string, last: string) {
  const offer = anOfferData({ name, window: days(first, last) });
  return { licenseId: '0', licenseName: 'Slate', offer };
}

function closed(kind: 'retired' | 'void', assignments: readonly (typeof spring)[]): ContentChange {
  return { kind: 'title-closed', closing: { kind, reason: 'Rights reverted' }, assignments };
}

describe('what a closed title had', () => {
  it('is what it lost when it was closed, in date order', () => {
    expect(lostWhenClosed([closed('retired', [autumn, spring])])).toEqual([spring, autumn]);
  });

  it('is what it lost when it was retired, where it was made void later', () => {
    expect(lostWhenClosed([closed('retired', [spring]), closed('void', [])])).toEqual([spring]);
  });

  it('is the last, where it came back in between, and nothing where that is not known', () => {
    const changes = [closed('retired', [spring]), closed('retired', [autumn])];
    expect(lostWhenClosed(changes)).toEqual([autumn]);
    expect(lostWhenClosed([closed('void', [])])).toEqual([]);
  });
});
