'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { v4 as uuid } from 'uuid';
import type { Option } from '@/ui/fields/select-field';
import type { ExportedEndDates } from '../../src/domain/avails/end-dates';
import type { ExportFormat } from '../../src/domain/export/export-query';
import type { ExportResult, OrderExportInput } from './export-input';
import { withTimeout } from '@/commands/with-timeout';
import { Button } from '@/ui/button';
import { FilterChip } from '@/ui/chip';
import { DateDayField } from '@/ui/fields/date-field';
import { Notice } from '@/ui/overlays/notice';
import { SegmentedControl } from '@/ui/fields/segmented-control';
import { SelectField } from '@/ui/fields/select-field';
import { EXPORTED_END_DATES, STANDARD_END_DATES } from '../../src/domain/avails/end-dates';
import { EXPORT_FORMATS } from '../../src/domain/export/export-query';
import { orderExportAction } from './actions';

/** A choice that leaves the filter out. */
const ANY = 'any';
const ANY_OPTION: Option = { value: ANY, label: 'All studios' };

type Days = OrderExportInput['days'];

const DAYS: readonly (Option & { readonly value: Days })[] = [
  { value: 'all', label: 'Every offer' },
  { value: 'on', label: 'Running on a day' },
  { value: 'from', label: 'Running on a day or later' },
];

const FORMATS = (Object.keys(EXPORT_FORMATS) as ExportFormat[]).map((value) => ({
  value,
  label: EXPORT_FORMATS[value],
}));

const END_DATES = (Object.keys(EXPORTED_END_DATES) as ExportedEndDates[]).map((value) => ({
  value,
  label: EXPORTED_END_DATES[value],
}));

/** What was chosen one by one on another page. */
export interface Selection extends Pick<
  OrderExportInput,
  'contractIds' | 'licenseIds' | 'contentIds'
> {
  /** Its name; '' when nothing was chosen. */
  readonly words: string;
}

/** Orders an export. What it starts with comes from the address. */
export function ExportForm({
  studios,
  endDatesByStudio,
  selection,
  initial,
}: {
  studios: readonly string[];
  /** How End was last written for a studio. */
  endDatesByStudio: Readonly<Record<string, ExportedEndDates>>;
  selection: Selection;
  initial: { readonly studio: string | null; readonly days: Days; readonly day: string | null };
}) {
  const router = useRouter();
  // One identity per intent: however often the form is sent, it is one export.
  const [exportId, setExportId] = useState(() => uuid());
  // The list stays as it was when the form was opened: it does not change under the hand that chooses from it.
  const [options] = useState(() => [
    ANY_OPTION,
    ...studios.map((value) => ({ value, label: value })),
  ]);
  const [studio, setStudio] = useState(initial.studio ?? ANY);
  const [days, setDays] = useState<Days>(initial.days);
  const [day, setDay] = useState(initial.day);
  const [format, setFormat] = useState<ExportFormat>('xlsx');
  const [endDates, setEndDates] = useState<ExportedEndDates | null>(null);
  const shownEndDates = endDates ?? endDatesByStudio[studio] ?? STANDARD_END_DATES;
  const [result, setResult] = useState<ExportResult | null>(null);
  const [isSending, setSending] = useState(false);
  const errors = result?.status === 'refused' ? result.fieldErrors : {};
  const { words, ...chosen } = selection;
  const send = async () => {
    if (isSending) return;
    setSending(true);
    const answer = await withTimeout(() =>
      orderExportAction({
        exportId,
        studio: studio === ANY ? '' : studio,
        ...chosen,
        days,
        day: day ?? '',
        format,
        endDates: shownEndDates,
      }),
    );
    setSending(false);
    setResult(answer ?? NO_ANSWER);
    if (answer?.status === 'ordered') setExportId(uuid());
  };
  return (
    <form
      noValidate
      aria-label="New export"
      className="flex max-w-180 flex-col gap-4 px-4 py-4"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {words !== '' && (
        <div className="flex">
          <FilterChip
            label="Only"
            value={words}
            onRemove={() => {
              router.replace('/exports');
            }}
          />
        </div>
      )}
      <div className="grid items-start gap-4 sm:grid-cols-3">
        <SelectField
          label="Studio"
          options={options}
          value={studio}
          onChange={setStudio}
          errorMessage={errors.studio}
        />
        <SelectField
          label="Offers"
          options={DAYS}
          value={days}
          onChange={(value) => {
            setDays(DAYS.find((one) => one.value === value)?.value ?? 'all');
          }}
        />
        {days !== 'all' && (
          <DateDayField label="Day" value={day} onChange={setDay} errorMessage={errors.day} />
        )}
      </div>
      <SegmentedControl
        label="File"
        isLabelShown
        options={FORMATS}
        value={format}
        onChange={setFormat}
      />
      <SelectField
        label="End of a window"
        description="Choose date and time if the recipient reads a date as the start of that day."
        options={END_DATES}
        value={shownEndDates}
        onChange={(value) => {
          setEndDates(END_DATES.find((one) => one.value === value)?.value ?? null);
        }}
      />
      {(words !== '' || days !== 'all') && (
        <Notice tone="attention" role="note">
          This export has only some offers of its titles. A recipient who imports it as a full
          extract withdraws the others.
        </Notice>
      )}
      {result?.status === 'refused' && (
        <Notice tone="refused" role="alert" answer={result}>
          {result.message}
        </Notice>
      )}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" variant="primary" isPending={isSending}>
          Export
        </Button>
        {result?.status === 'ordered' && (
          <p role="status" className="text-table text-ink-2">
            Export started. The file will appear below.
          </p>
        )}
      </div>
    </form>
  );
}

const NO_ANSWER: ExportResult = {
  status: 'refused',
  message: 'The server did not answer. Retrying is safe: only one export will be created.',
  fieldErrors: {},
};
