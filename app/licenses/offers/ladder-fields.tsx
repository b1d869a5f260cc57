'use client';

import { useWatch } from 'react-hook-form';
import type { License } from '../../../src/domain/license/license';
import type { TypedPlan } from './typed-plan';
import { FormDateField } from '@/forms/fields';
import { LadderSteps } from '../../price-plans/ladder-steps';
import { PlaceLine } from './offer-inspector';
import { ladderPlace } from './place-words';
import { PlanChoice } from './plan-choice';
import { CurrencyField, PriceKindField } from './price-fields';
import { SaveAsPlan } from './save-as-plan';

/** A price ladder: where it begins, its steps, typed or from a price plan, and how they fit into the license. */
export function LadderFields({ makeLicense }: { makeLicense: () => License }) {
  const [start, steps] = useWatch<TypedPlan, ['start', 'steps']>({ name: ['start', 'steps'] });
  const place = ladderPlace(makeLicense(), start, steps);
  return (
    <>
      <PlanChoice />
      <div className="grid grid-cols-2 items-start gap-3">
        <FormDateField label="First day" name="start" />
        <CurrencyField />
      </div>
      <PriceKindField name="priceKind" />
      <LadderSteps>
        <SaveAsPlan />
      </LadderSteps>
      {place !== null && <PlaceLine {...place} />}
    </>
  );
}
