'use client';

import type { ReactNode } from 'react';
import { DateDayField } from '@/ui/fields/date-field';
import { DeviceIcon } from '@/ui/device-icons';
import { LastDayField } from '@/ui/fields/last-day-field';
import { SelectField } from '@/ui/fields/select-field';
import { TextField } from '@/ui/fields/text-field';
import { ToggleGroupField } from '@/ui/fields/toggle-group-field';
import { DEVICES, deviceName } from '../../../src/domain/values/device';
import { CURRENCY_OPTIONS } from '../../words/currency-options';

export type ErrorOf = (field: string) => string | undefined;

/** The name of an offer. */
export function OfferNameField({ initial, errorOf }: { initial: string; errorOf: ErrorOf }) {
  return (
    <TextField
      label="Name"
      name="name"
      defaultValue={initial}
      errorMessage={errorOf('name')}
      autoComplete="off"
    />
  );
}

/** Price and currency, side by side; the price as people type it, `4.99`. */
export function PriceFields({
  price,
  currency,
  errorOf,
}: {
  price?: string | undefined;
  currency: string;
  errorOf: ErrorOf;
}) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_6.5rem] items-start gap-3">
      <TextField
        label="Price"
        name="price"
        inputMode="decimal"
        defaultValue={price}
        errorMessage={errorOf('price')}
        autoComplete="off"
      />
      <CurrencyField initial={currency} errorOf={errorOf} />
    </div>
  );
}

export function CurrencyField({ initial, errorOf }: { initial: string; errorOf: ErrorOf }) {
  return (
    <SelectField
      label="Currency"
      name="currency"
      options={CURRENCY_OPTIONS}
      defaultValue={initial}
      errorMessage={errorOf('currency')}
    />
  );
}

/** First and last day, both inclusive; the last can be open where the license is. */
export function DayFields({
  firstDay,
  lastDay,
  canBeOpen,
  errorOf,
  onChange,
  children,
}: {
  firstDay: string;
  /** `open` for an open end, '' for none yet. */
  lastDay: string;
  canBeOpen: boolean;
  errorOf: ErrorOf;
  onChange: (days: { firstDay?: string | null; lastDay?: string | null }) => void;
  /** Stands under the fields: how long it is, and what it touches. */
  children?: ReactNode;
}) {
  const LastDay = canBeOpen || lastDay === 'open' ? LastDayField : DateDayField;
  return (
    <div className="flex flex-col gap-1.5">
      <div className="grid grid-cols-2 items-start gap-3">
        <DateDayField
          label="First day"
          name="firstDay"
          defaultValue={firstDay}
          errorMessage={errorOf('firstDay')}
          onChange={(iso) => {
            onChange({ firstDay: iso });
          }}
        />
        <LastDay
          label="Last day"
          name="lastDay"
          defaultValue={lastDay}
          errorMessage={errorOf('lastDay')}
          onChange={(value) => {
            onChange({ lastDay: value });
          }}
        />
      </div>
      {children}
    </div>
  );
}

/** Which devices; those outside the license are there to see but not to choose. */
export function DevicesField({
  initial,
  licensed = DEVICES,
  errorOf,
  onChange,
}: {
  initial: readonly string[];
  /** What the license covers. */
  licensed?: readonly string[] | undefined;
  errorOf: ErrorOf;
  onChange?: ((devices: string[]) => void) | undefined;
}) {
  return (
    <ToggleGroupField
      label="Devices"
      name="devices"
      defaultValue={initial}
      onChange={onChange}
      errorMessage={errorOf('devices')}
      options={DEVICES.filter((code) => licensed.includes(code) || initial.includes(code)).map(
        (code) => ({
          value: code,
          label: capitalized(deviceName(code)),
          icon: <DeviceIcon code={code} />,
        }),
      )}
    />
  );
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
