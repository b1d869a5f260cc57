'use client';

import { useState } from 'react';
import { v4 as uuid } from 'uuid';
import type { Option } from '@/ui/fields/select-field';
import type { FeedResult } from '../feed-input';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/fields/checkbox';
import { Notice } from '@/ui/overlays/notice';
import { SelectField } from '@/ui/fields/select-field';
import { ShownOnce } from '@/ui/overlays/shown-once';
import { TextField } from '@/ui/fields/text-field';
import { FEED_PARTS } from '../../../src/domain/events/feed';
import { makeFeedAction } from '../actions';

/** Option for no filter. */
const ANY = 'any';
const ANY_OPTION: Option = { value: ANY, label: 'Any' };

const EMPTY = { name: '', studio: ANY, kind: ANY };

/** Creates a feed and shows its URL once. */
export function FeedForm({
  studios,
  kinds,
}: {
  studios: readonly Option[];
  kinds: readonly Option[];
}) {
  // The id makes the command idempotent: sending the form again creates no second feed.
  const [feedId, setFeedId] = useState(() => uuid());
  // Options stay as they were when the form opened, so that they do not change while the user chooses.
  const [studioOptions] = useState(() => [ANY_OPTION, ...studios]);
  const [kindOptions] = useState(() => [ANY_OPTION, ...kinds]);
  const [draft, setDraft] = useState(EMPTY);
  const [parts, setParts] = useState<readonly string[]>(Object.keys(FEED_PARTS));
  const [result, setResult] = useState<FeedResult | null>(null);
  const [isSending, setSending] = useState(false);
  const errors = result?.status === 'refused' ? result.fieldErrors : {};
  const set = (field: keyof typeof EMPTY) => (value: string) => {
    setDraft({ ...draft, [field]: value });
  };
  const send = async () => {
    if (isSending) return;
    setSending(true);
    const { name, studio, kind } = draft;
    const chosen = (value: string) => (value === ANY ? '' : value);
    const answer = await makeFeedAction({
      feedId,
      name,
      studio: chosen(studio),
      kind: chosen(kind),
      parts: [...parts],
    }).catch(() => NO_ANSWER);
    setSending(false);
    setResult(answer);
    if (answer.status !== 'made') return;
    setFeedId(uuid());
    setDraft(EMPTY);
  };
  return (
    <form
      noValidate
      aria-label="New feed"
      className="flex max-w-150 flex-col gap-4 px-4 py-4"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <TextField
        label="Name"
        value={draft.name}
        onChange={set('name')}
        errorMessage={errors.name}
        description="Shown in calendar apps."
        autoComplete="off"
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          label="Studio"
          options={studioOptions}
          value={draft.studio}
          onChange={set('studio')}
          errorMessage={errors.studio}
        />
        <SelectField
          label="Kind"
          options={kindOptions}
          value={draft.kind}
          onChange={set('kind')}
          errorMessage={errors.kind}
        />
      </div>
      <fieldset className="flex flex-col gap-1">
        <legend className="text-table text-ink-2">Events to include</legend>
        {Object.entries(FEED_PARTS).map(([part, words]) => (
          <Checkbox
            key={part}
            isSelected={parts.includes(part)}
            onChange={(isSelected) => {
              setParts(isSelected ? [...parts, part] : parts.filter((each) => each !== part));
            }}
          >
            {words}
          </Checkbox>
        ))}
        {errors.parts !== undefined && <p className="text-table text-clay-ink">{errors.parts}</p>}
      </fieldset>
      {result?.status === 'refused' && (
        <Notice tone="refused" role="alert" answer={result}>
          {result.message}
        </Notice>
      )}
      <div>
        <Button type="submit" variant="primary" isPending={isSending}>
          Create feed
        </Button>
      </div>
      {result?.status === 'made' && (
        <ShownOnce
          title="The feed is ready."
          label="Feed URL"
          value={new URL(result.path, window.location.origin).href}
        >
          Copy the URL now and add it to your calendar app. It is shown only once, and anyone who
          has it can read the feed.
        </ShownOnce>
      )}
    </form>
  );
}

const NO_ANSWER: FeedResult = {
  status: 'refused',
  message: 'The server did not answer. Retrying is safe: only one feed will be created.',
  fieldErrors: {},
};
