'use client';

import { useWatch } from 'react-hook-form';
import type { DetailsInput } from '../../../src/wire/forms/license';
import { FormCheckbox, FormMultiSelectField, FormToggleGroupField } from '@/forms/fields';
import { FormSegmentedControl } from '@/forms/fields/segmented-control';
import { FORMATS } from '../../../src/domain/values/format';
import { languageOptions, languageTyped } from '../../words/language-options';

const FORMAT_SCOPES = [
  { value: 'all', label: 'All' },
  { value: 'chosen', label: 'Chosen formats' },
] as const;

const LANGUAGE_SCOPES = [
  { value: 'all', label: 'All' },
  { value: 'chosen', label: 'Chosen languages' },
] as const;

const FORMAT_OPTIONS = FORMATS.map((value) => ({ value, label: value }));
const LANGUAGE_OPTIONS = languageOptions();

/** For which formats and languages a license is, and whether it is exclusive. */
export function FurtherTermsFields() {
  const [formats, languages] = useWatch<DetailsInput, ['formatScope', 'languageScope']>({
    name: ['formatScope', 'languageScope'],
  });
  return (
    <>
      <div className="flex flex-col gap-2">
        <FormSegmentedControl
          label="Formats"
          isLabelShown
          name="formatScope"
          options={FORMAT_SCOPES}
        />
        {formats === 'chosen' && (
          <FormToggleGroupField
            label="Chosen formats"
            isLabelHidden
            name="formats"
            options={FORMAT_OPTIONS}
          />
        )}
      </div>
      <div className="flex flex-col gap-2">
        <FormSegmentedControl
          label="Languages"
          isLabelShown
          name="languageScope"
          options={LANGUAGE_SCOPES}
        />
        {languages === 'chosen' && (
          <LanguagesField label="Chosen languages" isLabelHidden name="languages" />
        )}
      </div>
      <LanguagesField label="Languages held back" name="heldBack" placeholder="None" />
      <FormCheckbox name="exclusive">Exclusive: nobody else gets these rights</FormCheckbox>
    </>
  );
}

function LanguagesField(props: {
  label: string;
  name: 'languages' | 'heldBack';
  isLabelHidden?: boolean;
  placeholder?: string;
}) {
  return (
    <FormMultiSelectField
      {...props}
      noun="languages"
      options={LANGUAGE_OPTIONS}
      optionTyped={languageTyped}
    />
  );
}
