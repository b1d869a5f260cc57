'use client';

import { useState } from 'react';
import { v4 as uuid } from 'uuid';
import type { Option } from '@/ui/fields/select-field';
import type { MakeFeedInput } from '../../../src/wire/forms/events';
import { ShownOnce } from '@/ui/overlays/shown-once';
import { FormCheckboxes, FormSelectField, FormTextField } from '@/forms/fields';
import { FormLongSelectField } from '@/forms/fields/long-select-field';
import { RecordForm } from '@/forms/record-form';
import { useRecordForm } from '@/forms/use-record-form';
import { FEED_PARTS } from '../../../src/domain/events/feed';
import { runRecord } from '@/commands/run-record';

/** Option for no filter. */
const ANY = 'any';
const ANY_OPTION: Option = { value: ANY, label: 'Any' };

/** Creates a feed and shows its URL once. */
export function FeedForm({
  studios,
  kinds,
}: {
  studios: readonly Option[];
  kinds: readonly Option[];
}) {
  // Options stay as they were when the form opened, so that they do not change while the user chooses.
  const [studioOptions] = useState(() => [ANY_OPTION, ...studios]);
  const [kindOptions] = useState(() => [ANY_OPTION, ...kinds]);
  const record = useRecordForm({
    empty: () => ({
      feedId: uuid(),
      name: '',
      studio: ANY,
      kind: ANY,
      parts: Object.keys(FEED_PARTS),
    }),
    check: (values) => ({ codec: loadCodec, typed: feedOf(values) }),
    send: (values) => runRecord({ kind: 'make-feed', input: feedOf(values) }),
    thing: 'feed',
    draft: { form: 'feed', version: 0 },
  });
  const { made } = record;
  return (
    <RecordForm
      state={record}
      label="New feed"
      send="Create feed"
      after={
        made !== null && (
          <ShownOnce
            title="The feed is ready."
            label="Feed URL"
            value={feedAddress(made.answer.done.token)}
          >
            Copy the URL now and add it to your calendar app. It is shown only once, and anyone who
            has it can read the feed.
          </ShownOnce>
        )
      }
    >
      <FormTextField
        label="Name"
        name="name"
        description="Shown in calendar apps."
        autoComplete="off"
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <FormLongSelectField label="Studio" name="studio" options={studioOptions} />
        <FormSelectField label="Kind" name="kind" options={kindOptions} />
      </div>
      <FormCheckboxes name="parts" legend="Events to include" options={FEED_PARTS} />
    </RecordForm>
  );
}

function feedAddress(token: string): string {
  return new URL(`/calendar/feed/${token}.ics`, window.location.origin).href;
}

function feedOf({ studio, kind, ...feed }: MakeFeedInput): MakeFeedInput {
  return { ...feed, studio: studio === ANY ? '' : studio, kind: kind === ANY ? '' : kind };
}

async function loadCodec() {
  return (await import('../../../src/wire/forms/events')).makeFeedInput;
}
