'use client';

import { useState } from 'react';
import type { ContentDetailsInput } from '../../../src/wire/forms/content';
import type { TitleOption } from '../title-option';
import { SelectField } from '@/ui/fields/select-field';
import { TextAreaField } from '@/ui/fields/text-area-field';
import { TextField } from '@/ui/fields/text-field';
import {
  contentKind,
  kindName,
  needsParent,
  parentKinds,
} from '../../../src/domain/content/content-kind';
import { listed } from '../../../src/domain/values/words';
import { textOf, textsOf } from '../../licenses/license-commands';
import { IdentifierFields } from './identifier-fields';
import { KIND_OPTIONS } from './kind-options';
import { SearchField } from '../search-field';
import { findTitles } from '../search-actions';
import { kindLabel } from '../title-words';

/** What a title is known by: the fields of registering and of correcting. */
export function DetailsFields({
  initial,
  initialParent,
  isKindFixed = false,
  studioHint = '',
  errorOf,
  onChanged,
}: {
  initial: ContentDetailsInput;
  initialParent: TitleOption | null;
  /** A registered title stays of its kind. */
  isKindFixed?: boolean | undefined;
  /** What stands as the studio until another is typed. */
  studioHint?: string | undefined;
  errorOf: (field: string) => string | undefined;
  /** Fields came or went, so that refusals no longer stand at the right ones. */
  onChanged: () => void;
}) {
  const [kind, setKind] = useState(initial.kind);
  const [parent, setParent] = useState(initialParent);
  const [studio, setStudio] = useState<string | null>(
    initial.studio === '' ? null : initial.studio,
  );
  const kinds = kind === '' ? [] : parentKinds(contentKind(kind));
  const fitting = parent !== null && kinds.some((each) => each === parent.kind) ? parent : null;
  return (
    <>
      <TextField
        label="Title"
        name="title"
        defaultValue={initial.title}
        errorMessage={errorOf('title')}
        autoComplete="off"
      />
      {isKindFixed ? (
        <div className="flex flex-col gap-1">
          <span className="text-table text-ink-2">Kind</span>
          <span>{kindLabel(kind)}</span>
          <input type="hidden" name="kind" value={kind} />
        </div>
      ) : (
        <SelectField
          label="Kind"
          name="kind"
          options={KIND_OPTIONS}
          defaultValue={kind === '' ? undefined : kind}
          placeholder="Choose what it is"
          errorMessage={errorOf('kind')}
          onChange={setKind}
        />
      )}
      {kinds.length > 0 && (
        <>
          <SearchField
            key={kinds.join()}
            label={needsParent(contentKind(kind)) ? 'Belongs to' : 'Belongs to (optional)'}
            placeholder={`Search for a ${kinds.map(kindName).join(' or ')}`}
            errorMessage={errorOf('parentId')}
            search={(text) => findTitles({ text, kinds })}
            selected={fitting}
            onSelect={setParent}
            nothingFound={`No ${listed(kinds.map(kindName))} matches. Register it first.`}
          />
          <TextField
            label="Number (optional)"
            name="position"
            inputMode="numeric"
            className="w-28"
            defaultValue={initial.position}
            errorMessage={errorOf('position')}
            autoComplete="off"
          />
        </>
      )}
      <input type="hidden" name="parentId" value={fitting?.value ?? ''} />
      <TextField
        label="Studio"
        name="studio"
        value={studio ?? studioHint}
        onChange={setStudio}
        errorMessage={errorOf('studio')}
        autoComplete="off"
      />
      <TextField
        label="Release year (optional)"
        name="releaseYear"
        inputMode="numeric"
        className="w-40"
        defaultValue={initial.releaseYear}
        errorMessage={errorOf('releaseYear')}
        autoComplete="off"
      />
      <IdentifierFields initial={initial.identifiers} errorOf={errorOf} onRemove={onChanged} />
      <TextAreaField
        label="Notes (optional)"
        name="notes"
        defaultValue={initial.notes}
        errorMessage={errorOf('notes')}
      />
    </>
  );
}

/** What the fields hold when their form is sent. */
export function contentDetailsOfForm(form: HTMLFormElement): ContentDetailsInput {
  const data = new FormData(form);
  const values = textsOf(data, 'value');
  return {
    title: textOf(data, 'title'),
    kind: textOf(data, 'kind'),
    studio: textOf(data, 'studio'),
    releaseYear: textOf(data, 'releaseYear'),
    parentId: textOf(data, 'parentId'),
    position: textOf(data, 'position'),
    identifiers: textsOf(data, 'scheme').map((scheme, index) => ({
      scheme,
      value: values[index] ?? '',
    })),
    notes: textOf(data, 'notes'),
  };
}
