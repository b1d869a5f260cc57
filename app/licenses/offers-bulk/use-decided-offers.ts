'use client';

import { useMemo } from 'react';
import type { DecidedOffers } from '../../../src/domain/bulk/offers-change';
import type { License } from '../../../src/domain/license/license';
import type { OffersPlanInput } from '../../../src/wire/forms/bulk';
import { decideOffers } from '../../../src/domain/bulk/offers-change';
import { isDomainError } from '../../../src/domain/errors';
import { offersPlanInput } from '../../../src/wire/forms/bulk';

/**
 * What a change of offers would do to the license of the page, decided here by the rules of the license.
 *
 * @param chosen must stay the same object while it is the same
 * @returns `decided` `null` while what is typed cannot be read, or where all of it is refused
 */
export function useDecidedOffers(
  plan: OffersPlanInput,
  makeLicense: () => License,
  chosen: ReadonlySet<string>,
): { readonly decided: DecidedOffers | null; readonly refusal: string | null } {
  const text = JSON.stringify(plan);
  return useMemo(() => {
    const read = offersPlanInput.safeParse(JSON.parse(text));
    if (!read.success) return { decided: null, refusal: null };
    try {
      return { decided: decideOffers(read.data, makeLicense, chosen), refusal: null };
    } catch (refusal) {
      if (!isDomainError(refusal)) throw refusal;
      return { decided: null, refusal: refusal.message };
    }
  }, [text, makeLicense, chosen]);
}
