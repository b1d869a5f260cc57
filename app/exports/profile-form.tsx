'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { v4 as uuid } from 'uuid';
import type { ExportProfile } from '../../src/domain/export/export-profile';
import type { ExportedEndDates } from '../../src/domain/avails/end-dates';
import type { TerritoryStyle } from '../../src/domain/avails/territory-lists';
import type { SaveExportProfileInput } from '../../src/wire/forms/export';
import { runRecord, type RecordAnswer } from '@/commands/run-record';
import { Button } from '@/ui/button';
import { RefusalNotice } from '@/ui/overlays/notice';
import { FormCheckboxes, FormTextField } from '@/forms/fields';
import { FormSelectField } from '@/forms/fields/select-field';
import { FormOfFields } from '@/forms/form-of-fields';
import { useRecordForm } from '@/forms/use-record-form';
import { EXPORTED_END_DATES, STANDARD_END_DATES } from '../../src/domain/avails/end-dates';
import { TERRITORY_STYLES, USUAL_TERRITORY_STYLE } from '../../src/domain/avails/territory-lists';
import type { TierStyle } from '../../src/domain/avails/tiers/tier-styles';
import { TIER_STYLES, USUAL_TIER_STYLE } from '../../src/domain/avails/tiers/tier-styles';
import { columnName } from '../../src/domain/avails/checking/row-findings';
import { FORMATS } from '../../src/domain/values/format';

const END_DATES = (Object.keys(EXPORTED_END_DATES) as ExportedEndDates[]).map((value) => ({
  value,
  label: EXPORTED_END_DATES[value],
}));

const TERRITORIES = (Object.keys(TERRITORY_STYLES) as TerritoryStyle[]).map((value) => ({
  value,
  label: TERRITORY_STYLES[value],
}));

const TIERS = (Object.keys(TIER_STYLES) as TierStyle[]).map((value) => ({
  value,
  label: TIER_STYLES[value],
}));

const FORMAT_NAMES = Object.fromEntries(FORMATS.map((name) => [name, name]));

/** Saves how exports are written for a receiver. */
export function ProfileForm({
  profile,
  onClose,
}: {
  /** The one to change; `null` for a new one. */
  profile: ExportProfile | null;
  /** Called when nothing is changed any more. */
  onClose: () => void;
}) {
  const { revisionFor, note, after } = useRevision(profile);
  const { form, draft, onSubmit, isSending, refusal, made } = useRecordForm({
    empty: (saved: SaveExportProfileInput | null) =>
      profile === null
        ? typedProfile(NEW, uuid())
        : saved === null
          ? typedProfile(profile, profile.id)
          : { ...saved, revision: after(saved.revision) },
    check: (values) => ({ codec: loadCodec, typed: values }),
    send: async (input) =>
      note(
        await runRecord({
          kind: 'save-export-profile',
          input: { ...input, revision: revisionFor(input.revision) },
        }),
      ),
    thing: 'profile',
    draft: { form: `export-profile/${profile?.id ?? ''}`, version: 0 },
  });
  return (
    <FormOfFields
      form={form}
      draft={draft}
      label={profile === null ? 'New receiver' : `Edit ${profile.name}`}
      className="flex max-w-180 flex-col gap-4 px-4 py-4"
      onSubmit={onSubmit}
    >
      <h3 className="text-body font-heading">
        {profile === null ? 'New receiver' : `Edit ${profile.name}`}
      </h3>
      <FormTextField
        label="Name of the receiver"
        name="name"
        description={
          profile === null
            ? 'Each receiver has one profile.'
            : 'Exports that were ordered keep how they were written.'
        }
        autoComplete="off"
      />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <FormSelectField
          label="End of a window"
          name="endDates"
          description="Choose date and time if the receiver reads a date as the start of that day."
          options={END_DATES}
        />
        <FormSelectField label="Territories" name="territories" options={TERRITORIES} />
        <FormSelectField
          label="Prices on tiers"
          name="tiers"
          description="Choose amounts if the receiver has no price table of the studio. A tier without an amount is still named."
          options={TIERS}
        />
      </div>
      <FormCheckboxes name="formats" legend="Formats" options={FORMAT_NAMES} isInLines />
      <FormTextField
        label="Columns to leave out"
        name="withoutColumns"
        description="Names separated by commas, such as RetailerSpare1, OtherTerms. The file keeps all others."
        autoComplete="off"
      />
      <RefusalNotice refusal={refusal} />
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" variant="secondary" isPending={isSending}>
          Save receiver
        </Button>
        {profile !== null && (
          <Button variant="quiet" onPress={onClose}>
            {made === null ? 'Cancel' : 'Close'}
          </Button>
        )}
        {made !== null && refusal === null && (
          <p role="status" className="text-table text-ink-2">
            Saved. Choose {made.values.name.trim()} in a new export.
          </p>
        )}
      </div>
    </FormOfFields>
  );
}

const NEW: Omit<ExportProfile, 'id'> = { name: '', style: {}, revision: 0 };

/**
 * The revision that a form was opened at, until the server says that another is stored: then the one that the page shows
 * next, so that sending again replaces what the person was told of, and nothing newer.
 */
function useRevision(profile: ExportProfile | null) {
  const router = useRouter();
  const revisions = useRef<{ told: 'not' | 'asked' | number; saved: number | null }>({
    told: 'not',
    saved: null,
  });
  const shown = profile?.revision ?? 0;
  useEffect(() => {
    if (revisions.current.told === 'asked') revisions.current.told = shown;
  }, [shown]);
  return {
    revisionFor: (opened: number) => {
      const { told } = revisions.current;
      return typeof told === 'number' ? told : opened;
    },
    note: (answer: RecordAnswer<'save-export-profile'>) => {
      if (answer.status === 'done')
        revisions.current = { told: 'not', saved: answer.done.revision };
      else if (answer.code === 'receiver-changed') {
        revisions.current.told = 'asked';
        router.refresh();
      }
      return answer;
    },
    /** The revision of what was saved last. */
    after: (opened: number) => revisions.current.saved ?? opened,
  };
}

/** A profile as its form has it. */
function typedProfile(
  { name, style, revision }: Omit<ExportProfile, 'id'>,
  profileId: string,
): SaveExportProfileInput {
  return {
    ...{ profileId, name, revision },
    endDates: style.endDates ?? STANDARD_END_DATES,
    territories: style.territories ?? USUAL_TERRITORY_STYLE,
    tiers: style.tiers ?? USUAL_TIER_STYLE,
    formats: [...(style.formats ?? FORMATS)],
    withoutColumns: (style.withoutColumns ?? []).map(columnName).join(', '),
  };
}

async function loadCodec() {
  return (await import('../../src/wire/forms/export')).saveExportProfileInput;
}
