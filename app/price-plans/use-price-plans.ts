'use client';

import { useCallback, useEffect, useState } from 'react';
import type { StoredPricePlan } from '../../src/domain/price-plan/price-plan';
import { withTimeout } from '../commands/with-timeout';
import { findPricePlans } from './find-price-plans';

/** The price plans there are; `null` until they are known, `failed` where the server does not answer. */
export type KnownPlans = readonly StoredPricePlan[] | 'failed' | null;

/** Asks for the price plans, and again when it is called. */
export function usePricePlans(): readonly [plans: KnownPlans, again: () => void] {
  const [plans, setPlans] = useState<KnownPlans>(null);
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    let isWanted = true;
    void withTimeout(findPricePlans).then((answer) => {
      if (isWanted) setPlans((before) => answer ?? (Array.isArray(before) ? before : 'failed'));
    });
    return () => {
      isWanted = false;
    };
  }, [asked]);
  const again = useCallback(() => {
    setAsked((before) => before + 1);
  }, []);
  return [plans, again];
}
