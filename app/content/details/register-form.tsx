'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { v4 as uuid } from 'uuid';
import type { FormInput } from '../../../src/wire/forms/forms';
import type { LicenseOffers } from '../search-actions';
import type { TitleOption } from '../title-option';
import type { TypedTitle } from './details-typed';
import { Button } from '@/ui/button';
import { LinkButton } from '@/ui/link-button';
import { FormOfFields } from '@/forms/form-of-fields';
import { useCommandForm } from '@/forms/use-command-form';
import { CommandNotice } from '../../commands/form-words';
import { useCommand } from '../../commands/use-command';
import { titleDraft } from '../content-commands';
import { DetailsFields } from './details-fields';
import { detailsOf, NOTHING_TYPED } from './details-typed';
import { choiceOf, OfferPicker, type TypedChoice } from '../offer-picker';
import { asInput } from '../offer-words';

/** Registers a title together with its first offer (C1), and goes to it. */
export function RegisterForm({
  initialKind,
  initialParent,
  initialLicense,
  initialOffer,
}: {
  initialKind: string;
  initialParent: TitleOption | null;
  initialLicense: LicenseOffers | null;
  /** The first day of the offer that is chosen from the start. */
  initialOffer: string | undefined;
}) {
  const router = useRouter();
  const command = useCommand<'register-title'>({
    onAnswer: (answer) => {
      if (answer.status === 'saved') router.push(`/content/${answer.id}`);
    },
  });
  const offer = initialLicense?.offers.find(({ window }) => window.startsOn === initialOffer);
  const { form, draft, result, submit } = useCommandForm({
    command,
    initial: {
      ...NOTHING_TYPED,
      // The title's identity is typed with it: however often it is sent, it is one title.
      contentId: useState(() => uuid())[0],
      kind: initialKind,
      parentId: initialParent,
      studio: initialLicense?.license.studio ?? '',
      first: {
        licenseId: initialLicense?.license ?? null,
        offer: offer === undefined ? null : asInput(offer),
      },
    },
    check: (values) => ({
      codec: loadCodec,
      typed: registrationOf(values),
      within: 'details',
    }),
    draft: {
      form: titleDraft.registration(
        initialParent?.value,
        initialLicense?.license.value,
        initialOffer,
      ),
      version: 0,
    },
  });
  const isBusy = command.phase !== 'idle' || command.result?.status === 'saved';
  return (
    <FormOfFields
      form={form}
      draft={draft}
      className="flex max-w-150 flex-col gap-4 px-4 py-5"
      onSubmit={submit((values) => ({ kind: 'register-title', input: registrationOf(values) }))}
    >
      <DetailsFields />
      <fieldset className="mt-2 flex min-w-0 flex-col gap-3 border-t border-line pt-4">
        <legend className="sr-only">First offer</legend>
        <div>
          <h2 aria-hidden className="text-panel-title">
            First offer
          </h2>
          <p className="text-table text-ink-3">
            A title needs at least one offer. You can assign more on its page.
          </p>
        </div>
        <OfferPicker
          within="first."
          loaded={initialLicense}
          onLicense={(before, after) => {
            // The license's studio is mostly the title's too, until another is typed.
            if (form.getValues('studio') === (before?.studio ?? ''))
              form.setValue('studio', after?.studio ?? '');
          }}
        />
      </fieldset>
      <CommandNotice result={result} onAgain={() => void command.resend()} />
      <div className="flex items-center gap-2">
        <Button type="submit" variant="primary" isPending={isBusy}>
          Register title
        </Button>
        <LinkButton href="/content" variant="quiet">
          Cancel
        </LinkButton>
      </div>
    </FormOfFields>
  );
}

function registrationOf({
  contentId,
  first,
  ...details
}: TypedTitle & { contentId: string; first: TypedChoice }): FormInput<'register-title'> {
  return { contentId, details: detailsOf(details), first: choiceOf(first) };
}

async function loadCodec() {
  return (await import('../../../src/wire/forms/content')).TITLE_FORMS['register-title'];
}
