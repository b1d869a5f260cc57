'use client';

import { Plus, X } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import type { ContentDetailsInput } from '../../../src/wire/forms/content';
import { Button } from '@/ui/button';
import { IconButton } from '@/ui/icon-button';
import { SelectField } from '@/ui/fields/select-field';
import { StateGlyph } from '@/ui/state-mark';
import { TextField } from '@/ui/fields/text-field';
import { IDENTIFIER_SCHEMES } from '../../../src/domain/content/identifier';

const SCHEMES = Object.entries(IDENTIFIER_SCHEMES).map(([value, label]) => ({ value, label }));
const MAX_ROWS = 20;

/** Any number of identifiers, a row each; a row without a value is none. Posts `scheme` and `value` for each row. */
export function IdentifierFields({
  initial,
  errorOf,
  onRemove,
}: {
  initial: ContentDetailsInput['identifiers'];
  errorOf: (field: string) => string | undefined;
  /** A row went, so that refusals no longer stand at the right ones. */
  onRemove: () => void;
}) {
  const titleId = useId();
  const nextKey = useRef(initial.length + 1);
  const [rows, setRows] = useState(() =>
    (initial.length === 0 ? [{ scheme: 'house', value: '' }] : initial).map((row, key) => ({
      ...row,
      key,
    })),
  );
  const error = errorOf('identifiers');
  return (
    <div role="group" aria-labelledby={titleId} className="flex min-w-0 flex-col gap-1">
      <span id={titleId} className="text-table text-ink-2">
        Identifiers
      </span>
      <ul className="flex flex-col gap-2">
        {rows.map(({ key, scheme, value }, index) => (
          <li key={key} className="flex items-start gap-2">
            <SelectField
              label={`Scheme of identifier ${index + 1}`}
              isLabelHidden
              name="scheme"
              options={SCHEMES}
              defaultValue={scheme}
              className="w-28 shrink-0"
            />
            <TextField
              label={`Identifier ${index + 1}`}
              isLabelHidden
              name="value"
              isMono
              defaultValue={value}
              autoComplete="off"
              errorMessage={errorOf(`identifiers-${index}`)}
              className="flex-1"
            />
            <IconButton
              label={`Remove identifier ${index + 1}`}
              icon={<X aria-hidden />}
              onPress={() => {
                setRows((before) => before.filter((row) => row.key !== key));
                onRemove();
              }}
            />
          </li>
        ))}
      </ul>
      {error !== undefined && (
        <p role="alert" className="flex items-start gap-1.5 text-table text-clay-ink">
          <StateGlyph state="refused" className="mt-0.5" />
          <span>{error}</span>
        </p>
      )}
      {rows.length < MAX_ROWS && (
        <Button
          variant="quiet"
          size="toolbar"
          className="self-start"
          onPress={() => {
            const key = nextKey.current;
            nextKey.current += 1;
            setRows((before) => [...before, { scheme: 'eidr', value: '', key }]);
          }}
        >
          <Plus aria-hidden />
          Add an identifier
        </Button>
      )}
    </div>
  );
}
