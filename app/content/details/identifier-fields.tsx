'use client';

import { Plus, X } from 'lucide-react';
import { useId } from 'react';
import { useFieldArray } from 'react-hook-form';
import type { TypedTitle } from './details-typed';
import { Button } from '@/ui/button';
import { IconButton } from '@/ui/icon-button';
import { FormSelectField, FormTextField } from '@/forms/fields';
import { GroupError } from '@/forms/fields/group-error';
import { IDENTIFIER_SCHEMES } from '../../../src/domain/content/identifier';

const SCHEMES = Object.entries(IDENTIFIER_SCHEMES).map(([value, label]) => ({ value, label }));
const MAX_ROWS = 20;

/** Any number of identifiers, a row each; a row without a value is none. */
export function IdentifierFields() {
  const titleId = useId();
  const { fields, append, remove } = useFieldArray<TypedTitle, 'identifiers'>({
    name: 'identifiers',
  });
  return (
    <div role="group" aria-labelledby={titleId} className="flex min-w-0 flex-col gap-1">
      <span id={titleId} className="text-table text-ink-2">
        Identifiers
      </span>
      <ul className="flex flex-col gap-2">
        {fields.map(({ id }, index) => (
          <li key={id} className="flex items-start gap-2">
            <FormSelectField
              label={`Scheme of identifier ${index + 1}`}
              isLabelHidden
              name={`identifiers.${index}.scheme`}
              options={SCHEMES}
              className="w-28 shrink-0"
            />
            <FormTextField
              label={`Identifier ${index + 1}`}
              isLabelHidden
              name={`identifiers.${index}.value`}
              isMono
              autoComplete="off"
              className="flex-1"
            />
            <IconButton
              label={`Remove identifier ${index + 1}`}
              icon={<X aria-hidden />}
              onPress={() => {
                remove(index);
              }}
            />
          </li>
        ))}
      </ul>
      <GroupError name="identifiers" />
      {fields.length < MAX_ROWS && (
        <Button
          variant="quiet"
          size="toolbar"
          className="self-start"
          onPress={() => {
            append({ scheme: 'eidr', value: '' }, { shouldFocus: false });
          }}
        >
          <Plus aria-hidden />
          Add an identifier
        </Button>
      )}
    </div>
  );
}
