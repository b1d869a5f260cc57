'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import type { Asked } from './question';
import type { TypedQuestion } from './question-address';
import type { Option } from '@/ui/fields/select-field';
import { Button } from '@/ui/button';
import { DateDayField } from '@/ui/fields/date-field';
import { LinkButton } from '@/ui/link-button';
import { LongSelectField } from '@/ui/fields/long-select-field';
import { SelectField } from '@/ui/fields/select-field';
import { TextField } from '@/ui/fields/text-field';
import { textOf } from '../licenses/license-commands';
import { AVAILABILITY, questionAddress } from './question-address';

export interface QuestionChoices {
  readonly territories: readonly Option[];
  readonly devices: readonly Option[];
  readonly rightsTypes: readonly Option[];
  readonly studios: readonly Option[];
  readonly kinds: readonly Option[];
}

/** Option for no filter; omitted from the URL. */
const ANY = 'any';

const FIELDS =
  'grid grid-cols-2 gap-x-3 gap-y-2.5 md:grid-cols-5 xl:grid-cols-[repeat(5,minmax(0,1fr))_minmax(0,1.4fr)_repeat(2,minmax(0,1fr))]';

/** Form of the question. Submitting it navigates to the question's URL. */
export function QuestionForm({
  typed,
  errors,
  choices,
}: Pick<Asked, 'typed' | 'errors'> & { choices: QuestionChoices }) {
  const router = useRouter();
  const [isAsking, startAsking] = useTransition();
  const [draft, setDraft] = useState(typed);
  const [lastTyped, setLastTyped] = useState(typed);
  // The fields reset only when the URL changes, as by going back or following a link.
  if (questionAddress(typed) !== questionAddress(lastTyped)) {
    setLastTyped(typed);
    setDraft(typed);
  }
  const set = (part: keyof TypedQuestion) => (value: string) => {
    setDraft({ ...draft, [part]: value === ANY ? '' : value });
  };
  const select = (part: 'device' | 'rights', label: string, options: readonly Option[]) => (
    <SelectField
      label={label}
      name={part}
      options={options}
      value={options.some(({ value }) => value === draft[part]) ? draft[part] : undefined}
      onChange={set(part)}
      errorMessage={errors[part]}
    />
  );
  const narrow = (part: 'studio' | 'kind', label: string, options: readonly Option[]) => (
    <SelectField
      label={label}
      options={[{ value: ANY, label: 'Any' }, ...withValue(options, draft[part])]}
      value={draft[part] === '' ? ANY : draft[part]}
      onChange={set(part)}
      errorMessage={errors[part]}
    />
  );
  return (
    <form
      noValidate
      role="search"
      aria-label="Availability"
      aria-busy={isAsking}
      className="border-b border-line px-4 pt-1 pb-3"
      onSubmit={(event) => {
        event.preventDefault();
        const data = new FormData(event.currentTarget);
        const asked = { ...draft, first: textOf(data, 'first'), last: textOf(data, 'last') };
        startAsking(() => {
          router.push(questionAddress(asked), { scroll: false });
        });
      }}
    >
      <div className={FIELDS}>
        <LongSelectField
          label="Territory"
          options={choices.territories}
          value={draft.territory}
          onChange={set('territory')}
          errorMessage={errors.territory}
        />
        {select('device', 'Device', choices.devices)}
        {select('rights', 'Rights type', choices.rightsTypes)}
        <DateDayField
          label="First day"
          name="first"
          value={validDay(typed.first, errors.first)}
          errorMessage={errors.first}
        />
        <DateDayField
          label="Last day"
          name="last"
          value={validDay(typed.last, errors.last)}
          errorMessage={errors.last}
        />
        {draft.titles.length > 0 ? (
          <NamedTitles
            count={draft.titles.length}
            error={errors.titles}
            everyTitle={questionAddress({ ...draft, titles: [] })}
          />
        ) : (
          <>
            <TextField
              label="Title or identifier"
              value={draft.q}
              onChange={set('q')}
              errorMessage={errors.q}
              autoComplete="off"
              className="max-md:col-span-2"
            />
            {narrow('studio', 'Studio', choices.studios)}
            {narrow('kind', 'Kind', choices.kinds)}
          </>
        )}
      </div>
      <div className="mt-3 flex items-center gap-2">
        <Button type="submit" variant="primary" isPending={isAsking}>
          Answer
        </Button>
        <LinkButton href={AVAILABILITY} variant="quiet">
          Start over
        </LinkButton>
      </div>
    </form>
  );
}

function NamedTitles({
  count,
  error,
  everyTitle,
}: {
  count: number;
  error: string | undefined;
  everyTitle: string;
}) {
  return (
    <div className="col-span-2 flex flex-col gap-1 md:col-span-3">
      <span className="text-table text-ink-2">Titles</span>
      <div className="flex min-h-8 flex-wrap items-center gap-2 text-body text-ink">
        {count === 1 ? '1 title from the link' : `${count} titles from the link`}
        <LinkButton href={everyTitle} size="toolbar">
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

/** Adds the URL's value to the options if it is missing. */
function withValue(options: readonly Option[], value: string): readonly Option[] {
  return value === '' || options.some((option) => option.value === value)
    ? options
    : [...options, { value, label: value }];
}

/** An invalid day is left to its field, which keeps it as entered. */
function validDay(day: string, error: string | undefined): string | undefined {
  return error === undefined ? day : undefined;
}
