'use client';

import { useRouter } from 'next/navigation';
import { useMemo, useTransition } from 'react';
import { FormProvider, useForm, useWatch, type FieldErrors } from 'react-hook-form';
import type { Asked } from './question';
import type { TypedQuestion } from './question-address';
import type { Option } from '@/ui/fields/select-field';
import { Button } from '@/ui/button';
import { LinkButton } from '@/ui/link-button';
import { FormDateField } from '@/forms/fields/date-field';
import { FormLongSelectField } from '@/forms/fields/long-select-field';
import { FormMultiSelectField } from '@/forms/fields/multi-select-field';
import { FormSelectField } from '@/forms/fields/select-field';
import { FormTextField } from '@/forms/fields/text-field';
import { FORMATS } from '../../src/domain/values/format';
import { AVAILABILITY, questionAddress, questionParts } from './question-address';

export interface QuestionChoices {
  readonly territories: readonly Option[];
  readonly devices: readonly Option[];
  readonly rightsTypes: readonly Option[];
  readonly languages: readonly Option[];
  readonly studios: readonly Option[];
  readonly kinds: readonly Option[];
}

/** Option for no filter; omitted from the URL. */
const ANY = 'any';

const FORMAT_OPTIONS = [
  { value: ANY, label: 'Any' },
  ...FORMATS.map((value) => ({ value, label: value })),
];

const FIELDS =
  'grid grid-cols-2 gap-x-3 gap-y-2.5 md:grid-cols-4 lg:grid-cols-6 xl:grid-cols-[repeat(6,minmax(0,1fr))_minmax(0,1.4fr)_repeat(2,minmax(0,1fr))]';

/**
 * Form of the question. Submitting it navigates to the question's URL, where the server reads it and says what is wrong with
 * it. Before JavaScript is there, the browser does the same.
 */
export function QuestionForm({
  typed,
  errors,
  choices,
}: Pick<Asked, 'typed' | 'errors'> & { choices: QuestionChoices }) {
  const router = useRouter();
  const [isAsking, startAsking] = useTransition();
  // The fields reset only when the URL changes, as by going back or following a link.
  const form = useForm<QuestionValues>({
    values: useMemo(() => inForm(typed), [typed]),
    errors: useMemo(() => fieldErrors(errors), [errors]),
    resetOptions: { keepErrors: true },
    shouldFocusError: false,
  });
  return (
    <FormProvider {...form}>
      <form
        action={AVAILABILITY}
        noValidate
        role="search"
        aria-label="Availability"
        aria-busy={isAsking}
        className="border-b border-line px-4 pt-1 pb-3"
        onSubmit={(event) => {
          event.preventDefault();
          startAsking(() => {
            router.push(questionAddress(inAddress(form.getValues())), { scroll: false });
          });
        }}
      >
        <div className={FIELDS}>
          <FormMultiSelectField
            label="Territories"
            name="territory"
            noun="territories"
            options={choices.territories}
          />
          <FormMultiSelectField
            label="Devices"
            name="device"
            noun="devices"
            options={choices.devices}
          />
          <FormSelectField label="Rights type" name="rights" options={choices.rightsTypes} />
          <FormLongSelectField
            label="Language"
            name="language"
            options={withAny(choices.languages, typed.language)}
          />
          <FormSelectField label="Format" name="format" options={FORMAT_OPTIONS} />
          <FormDateField label="First day" name="first" />
          <FormDateField label="Last day" name="last" />
          {typed.titles.length > 0 ? (
            <NamedTitles error={errors.titles} />
          ) : (
            <>
              <FormTextField
                label="Title or identifier"
                name="q"
                isPosted
                autoComplete="off"
                className="max-md:col-span-2"
              />
              <FormLongSelectField
                label="Studio"
                name="studio"
                options={withAny(choices.studios, typed.studio)}
              />
              <FormSelectField
                label="Kind"
                name="kind"
                options={withAny(choices.kinds, typed.kind)}
              />
            </>
          )}
        </div>
        <HiddenParts />
        <div className="mt-3 flex items-center gap-2">
          <Button type="submit" variant="primary" isPending={isAsking}>
            Answer
          </Button>
          <LinkButton href={AVAILABILITY} variant="quiet">
            Start over
          </LinkButton>
        </div>
      </form>
    </FormProvider>
  );
}

/** The question without its text, for the browser to send. */
function HiddenParts() {
  const question = inAddress(useWatch<QuestionValues>() as QuestionValues);
  return questionParts({ ...question, q: '' }).map(([name, value]) => (
    <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
  ));
}

function NamedTitles({ error }: { error: string | undefined }) {
  const question = inAddress(useWatch<QuestionValues>() as QuestionValues);
  const { length: count } = question.titles;
  return (
    <div className="col-span-2 flex flex-col gap-1 md:col-span-3">
      <span className="text-table text-ink-2">Titles</span>
      <div className="flex min-h-8 flex-wrap items-center gap-2 text-body text-ink">
        {count === 1 ? '1 title from the link' : `${count} titles from the link`}
        <LinkButton href={questionAddress({ ...question, titles: [] })} size="toolbar">
          Show all titles
        </LinkButton>
      </div>
      {error !== undefined && (
        <p role="alert" className="text-table text-clay-ink">
          {error}
        </p>
      )}
    </div>
  );
}

/** The options, the URL's value if it is none of them, and no filter. */
function withAny(options: readonly Option[], value: string): readonly Option[] {
  const isKnown = value === '' || options.some((option) => option.value === value);
  return [{ value: ANY, label: 'Any' }, ...options, ...(isKnown ? [] : [{ value, label: value }])];
}

/** The question as the fields have it. */
interface QuestionValues extends Omit<TypedQuestion, 'territory' | 'device'> {
  readonly territory: readonly string[];
  readonly device: readonly string[];
}

function inForm({
  language,
  studio,
  kind,
  format,
  territory,
  device,
  ...question
}: TypedQuestion): QuestionValues {
  return {
    ...question,
    territory: territory === '' ? [] : territory.split(','),
    device: device === '' ? [] : device.split(','),
    language: language || ANY,
    format: format || ANY,
    studio: studio || ANY,
    kind: kind || ANY,
  };
}

/** A changed question has no open cell. */
function inAddress({
  language,
  studio,
  kind,
  format,
  territory,
  device,
  ...question
}: QuestionValues): TypedQuestion {
  const chosen = (value: string) => (value === ANY ? '' : value);
  return {
    territory: territory.join(),
    device: device.join(),
    ...question,
    why: '',
    language: chosen(language),
    format: chosen(format),
    studio: chosen(studio),
    kind: chosen(kind),
  };
}

function fieldErrors(errors: Asked['errors']): FieldErrors<QuestionValues> {
  return Object.fromEntries(
    Object.entries(errors).map(([name, message]) => [name, { type: 'server', message }]),
  );
}
