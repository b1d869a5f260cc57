'use client';

import type { ReactNode } from 'react';
import { useWatch } from 'react-hook-form';
import { DeviceIcon } from '@/ui/device-icons';
import { OPEN_END } from '@/ui/fields/last-day-field';
import {
  FormDateField,
  FormLastDayField,
  FormTextField,
  FormToggleGroupField,
} from '@/forms/fields';
import { DEVICES, deviceName } from '../../../src/domain/values/device';

/** The name of an offer. */
export function OfferNameField() {
  return <FormTextField label="Name" name="name" autoComplete="off" />;
}

/** First and last day, both inclusive; the last can be open where the license is. */
export function DayFields({
  canBeOpen,
  children,
}: {
  canBeOpen: boolean;
  /** Stands under the fields: how long it is, and what it touches. */
  children?: ReactNode;
}) {
  const { lastDay } = useWatch<{ lastDay: string }>();
  const LastDay = canBeOpen || lastDay === OPEN_END ? FormLastDayField : FormDateField;
  return (
    <div className="flex flex-col gap-1.5">
      <div className="grid grid-cols-2 items-start gap-3">
        <FormDateField label="First day" name="firstDay" />
        <LastDay label="Last day" name="lastDay" />
      </div>
      {children}
    </div>
  );
}

/** Which devices; those outside the license are there to see but not to choose. */
export function DevicesField({
  initial,
  licensed = DEVICES,
}: {
  /** What stays in sight though the license does not cover it. */
  initial: readonly string[];
  /** What the license covers. */
  licensed?: readonly string[] | undefined;
}) {
  return (
    <FormToggleGroupField
      label="Devices"
      name="devices"
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
