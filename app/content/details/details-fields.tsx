'use client';

import { useController, useWatch } from 'react-hook-form';
import type { TypedTitle } from './details-typed';
import { FormSelectField, FormTextAreaField, FormTextField } from '@/forms/fields';
import { contentKind, kindName, needsParent } from '../../../src/domain/content/content-kind';
import { listed } from '../../../src/domain/values/words';
import { fitting, kindsAbove } from './details-typed';
import { IdentifierFields } from './identifier-fields';
import { KIND_OPTIONS } from './kind-options';
import { SearchField } from '../search-field';
import { findTitles } from '../search-actions';
import { kindLabel } from '../title-words';

/** What a title is known by: the fields of registering and of correcting. */
export function DetailsFields({
  isKindFixed = false,
}: {
  /** A registered title stays of its kind. */
  isKindFixed?: boolean;
}) {
  const kind = useWatch<TypedTitle, 'kind'>({ name: 'kind' });
  return (
    <>
      <FormTextField label="Title" name="title" autoComplete="off" />
      {isKindFixed ? (
        <div className="flex flex-col gap-1">
          <span className="text-table text-ink-2">Kind</span>
          <span>{kindLabel(kind)}</span>
        </div>
      ) : (
        <FormSelectField
          label="Kind"
          name="kind"
          options={KIND_OPTIONS}
          placeholder="Choose what it is"
        />
      )}
      {kindsAbove(kind).length > 0 && <PlaceFields kind={kind} />}
      <FormTextField label="Studio" name="studio" autoComplete="off" />
      <FormTextField
        label="Release year (optional)"
        name="releaseYear"
        inputMode="numeric"
        className="w-40"
        autoComplete="off"
      />
      <IdentifierFields />
      <FormTextAreaField label="Notes (optional)" name="notes" />
    </>
  );
}

/** What a title belongs to, and its number there. */
function PlaceFields({ kind }: { kind: string }) {
  const { field, fieldState } = useController<TypedTitle, 'parentId'>({ name: 'parentId' });
  const kinds = kindsAbove(kind);
  return (
    <>
      <SearchField
        key={kinds.join()}
        label={needsParent(contentKind(kind)) ? 'Belongs to' : 'Belongs to (optional)'}
        placeholder={`Search for a ${kinds.map(kindName).join(' or ')}`}
        errorMessage={fieldState.error?.message}
        search={(text) => findTitles({ text, kinds })}
        selected={fitting(field.value, kinds)}
        onSelect={field.onChange}
        nothingFound={`No ${listed(kinds.map(kindName))} matches. Register it first.`}
      />
      <FormTextField
        label="Number (optional)"
        name="position"
        inputMode="numeric"
        className="w-28"
        autoComplete="off"
      />
    </>
  );
}
