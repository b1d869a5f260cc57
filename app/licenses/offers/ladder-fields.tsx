'use client';

import { useWatch } from 'react-hook-form';
import type { License } from '../../../src/domain/license/license';
import type { PlannedOffer } from './planned-offers';
import type { TypedPlan } from './typed-plan';
import { FormDateField } from '@/forms/fields';
import { StateMark } from '@/ui/state-mark';
import { DateRange } from '../../../src/domain/values/date-range';
import { LadderSteps } from '../../price-plans/ladder-steps';
import { PlaceLine } from './offer-about';
import { ladderPlace } from './place-words';
import { PlanChoice } from './plan-choice';
import { CurrencyField, PriceKindField } from './price-fields';
import { SaveAsPlan } from './save-as-plan';

/** A price ladder: where it begins, its steps, typed or from a price plan, and how they fit into the license. */
export function LadderFields({
  makeLicense,
  planned,
}: {
  makeLicense: () => License;
  /** The offers that it would make. */
  planned: readonly PlannedOffer[];
}) {
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
      <PlannedList planned={planned} />
      {place !== null && planned.every(({ refusal }) => refusal === null) && (
        <PlaceLine {...place} />
      )}
    </>
  );
}

/** What each step would be, and the rules that stand against some of them. */
function PlannedList({ planned }: { planned: readonly PlannedOffer[] }) {
  if (planned.length === 0) return null;
  return (
    <section aria-label="Offers it would make" className="text-table">
      <h3 className="font-emphasis">Offers it would make</h3>
      <ol>
        {planned.map(({ offer, refusal }, index) => (
          <li key={offer.window.startsOn} className="flex flex-col border-b border-line py-1">
            <span className="flex items-baseline justify-between gap-3">
              <span className="flex min-w-0 gap-2 wrap-anywhere">
                <span className="text-ink-3">{index + 1}</span>
                {offer.name}
              </span>
              <span className="shrink-0 text-ink-2">
                {DateRange.of(offer.window.startsOn, offer.window.endsOn).toString()}
              </span>
            </span>
            {refusal !== null && <StateMark state="refused">{refusal}</StateMark>}
          </li>
        ))}
      </ol>
    </section>
  );
}
