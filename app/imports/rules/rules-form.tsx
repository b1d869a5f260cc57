'use client';

import type { TypedRules } from '../../../src/wire/forms/import';
import { DeviceIcon } from '@/ui/device-icons';
import { RefusalNotice } from '@/ui/overlays/notice';
import { FormTextField } from '@/forms/fields/text-field';
import { FormToggleGroupField } from '@/forms/fields/toggle-group-field';
import { FormOfFields } from '@/forms/form-of-fields';
import { DEVICES, deviceName } from '../../../src/domain/values/device';
import { FormLongSelectField } from '@/forms/fields/long-select-field';
import { CURRENCY_OPTIONS } from '../../words/currency-options';
import { DecisionButton } from '../review/decision-button';
import { END_DATES, HANDOVERS, LICENSES, REDUCTIONS } from './rule-options';
import { RuleSwitch } from './rule-switch';
import { rebasedRules } from './typed-rules';
import { useRulesForm, type RulesInForm } from './use-rules-form';

const DEVICE_OPTIONS = DEVICES.map((code) => ({
  value: code,
  label: deviceName(code).replace(/^./, (first) => first.toUpperCase()),
  icon: <DeviceIcon code={code} />,
}));

/** How the file is read where the standard leaves it open. Every rule is here, and says what it does as it is set. */
export function RulesForm({ rules, ...ofImport }: RulesInForm) {
  const { form, draft, invalid, onSubmit } = useRulesForm<TypedRules>({
    ...ofImport,
    decision: 'rules',
    initial: rules,
    rulesOf: (typed) => typed,
    rebase: rebasedRules,
  });
  return (
    <FormOfFields
      form={form}
      draft={draft}
      label="Rules"
      className="flex max-w-300 flex-col gap-5 px-4 py-4"
      onSubmit={onSubmit}
    >
      <p className="text-body text-ink-2">
        These rules control how the file is read. When you save the import, they also apply to the
        next file of the studio.
      </p>
      <div className="grid gap-x-12 gap-y-5 lg:grid-cols-2">
        <div className="flex flex-col gap-5">
          <RuleSwitch label="End dates" options={END_DATES} name="endDates" />
          <RuleSwitch
            label="Windows that meet on one day"
            options={HANDOVERS}
            name="sameDayHandover"
          />
          <RuleSwitch label="Temporary price reductions" options={REDUCTIONS} name="reductions" />
          <RuleSwitch label="Rows that no license covers" options={LICENSES} name="licenses" />
        </div>
        <div className="flex flex-col gap-5">
          <FormTextField
            label="Contract"
            description="Reference number for rows without a contract. If blank, the only contract of the studio is used."
            name="contract"
            isMono
            autoComplete="off"
            className="max-w-100"
          />
          <FormLongSelectField
            label="Currency"
            description="For prices with a blank currency cell."
            options={CURRENCY_OPTIONS}
            name="currency"
            className="max-w-100"
          />
          <FormToggleGroupField
            label="Devices"
            description="For proposed licenses, because avails do not list devices."
            options={DEVICE_OPTIONS}
            name="devices"
          />
        </div>
      </div>
      <RefusalNotice refusal={invalid} />
      <div>
        <DecisionButton decision="rules" type="submit">
          Check again with these rules
        </DecisionButton>
      </div>
    </FormOfFields>
  );
}
