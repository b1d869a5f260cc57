'use client';

import { useState } from 'react';
import type { TypedRules } from '../import-input';
import { DeviceIcon } from '@/ui/device-icons';
import { SelectField } from '@/ui/fields/select-field';
import { TextField } from '@/ui/fields/text-field';
import { ToggleGroupField } from '@/ui/fields/toggle-group-field';
import { DEVICES, deviceName } from '../../../src/domain/values/device';
import { CURRENCY_OPTIONS } from '../../words/currency-options';
import { changeRulesAction } from '../actions';
import { DecisionButton } from '../review/decision-button';
import { useDecision } from '../review/decision-desk';
import { PriceFields } from './price-fields';
import { END_DATES, FORMATS, HANDOVERS, LICENSES, REDUCTIONS } from './rule-options';
import { RuleSwitch } from './rule-switch';
import { priceField } from './price-field';
import { withPrice } from './typed-rules';

const DEVICE_OPTIONS = DEVICES.map((code) => ({
  value: code,
  label: deviceName(code).replace(/^./, (first) => first.toUpperCase()),
  icon: <DeviceIcon code={code} />,
}));

/** How the file is read where the standard leaves it open. Every rule is here, and says what it does as it is set. */
export function RulesForm({
  importId,
  revision,
  rules: initial,
}: {
  importId: string;
  revision: number;
  rules: TypedRules;
}) {
  const [rules, setRules] = useState(initial);
  const { decide, fieldErrors } = useDecision();
  const set = (part: Partial<TypedRules>) => {
    setRules({ ...rules, ...part });
  };
  return (
    <form
      noValidate
      aria-label="Rules"
      className="flex max-w-300 flex-col gap-5 px-4 py-4"
      onSubmit={(event) => {
        event.preventDefault();
        void decide('rules', () => changeRulesAction({ importId, revision, rules }));
      }}
    >
      <p className="text-body text-ink-2">
        These rules control how the file is read. When you save the import, they also apply to the
        next file of the studio.
      </p>
      <div className="grid gap-x-12 gap-y-5 lg:grid-cols-2">
        <div className="flex flex-col gap-5">
          <RuleSwitch
            label="End dates"
            options={END_DATES}
            value={rules.endDates}
            onChange={(endDates) => set({ endDates })}
          />
          <RuleSwitch
            label="Windows that meet on one day"
            options={HANDOVERS}
            value={rules.sameDayHandover}
            onChange={(sameDayHandover) => set({ sameDayHandover })}
          />
          <RuleSwitch
            label="Temporary price reductions"
            options={REDUCTIONS}
            value={rules.reductions}
            onChange={(reductions) => set({ reductions })}
          />
          <RuleSwitch
            label="Picture formats at different prices"
            options={FORMATS}
            value={rules.formats}
            onChange={(formats) => set({ formats })}
          />
          <RuleSwitch
            label="Rows that no license covers"
            options={LICENSES}
            value={rules.licenses}
            onChange={(licenses) => set({ licenses })}
          />
        </div>
        <div className="flex flex-col gap-5">
          <TextField
            label="Contract"
            description="Reference number for rows without a contract. If blank, the only contract of the studio is used."
            value={rules.contract}
            onChange={(contract) => set({ contract })}
            errorMessage={fieldErrors.contract}
            isMono
            autoComplete="off"
            className="max-w-100"
          />
          <SelectField
            label="Currency"
            description="For prices with a blank currency cell."
            options={CURRENCY_OPTIONS}
            value={rules.currency}
            onChange={(currency) => set({ currency })}
            errorMessage={fieldErrors.currency}
            className="max-w-100"
          />
          <ToggleGroupField
            label="Devices"
            description="For proposed licenses, because avails do not list devices."
            options={DEVICE_OPTIONS}
            value={rules.devices}
            onChange={(devices) => set({ devices })}
            errorMessage={fieldErrors.devices}
          />
          <fieldset className="flex flex-col gap-3">
            <legend className="mb-2 text-table text-ink-2">Prices without an amount</legend>
            {rules.prices.length === 0 ? (
              <p className="text-table text-ink-3">
                The file has none. Tiers, categories and license fees appear here.
              </p>
            ) : (
              <div className="flex max-w-100 flex-col gap-3">
                {rules.prices.map((price) => (
                  <PriceFields
                    key={price.key}
                    price={price}
                    errorMessage={fieldErrors[priceField(price.key)]}
                    onChange={(part) => set({ prices: withPrice(rules.prices, price.key, part) })}
                  />
                ))}
              </div>
            )}
          </fieldset>
        </div>
      </div>
      <div>
        <DecisionButton decision="rules" type="submit">
          Check again with these rules
        </DecisionButton>
      </div>
    </form>
  );
}
