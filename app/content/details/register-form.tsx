'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { v4 as uuid } from 'uuid';
import type { CommandResult } from '../../commands/command-result';
import type { LicenseOffers } from '../search-actions';
import type { TitleOption } from '../title-option';
import { Button } from '@/ui/button';
import { LinkButton } from '@/ui/link-button';
import { CommandNotice, fieldError } from '../../commands/form-words';
import { useCommand } from '../../commands/use-command';
import { contentDetailsOfForm, DetailsFields } from './details-fields';
import { NOTHING_TYPED } from './details-typed';
import { NO_OFFER, OfferPicker } from '../offer-picker';
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
  const command = useCommand();
  // The title's identity is made once per form: however often it is sent, it is one title.
  const [contentId] = useState(() => uuid());
  const [studioHint, setStudioHint] = useState(initialLicense?.license.studio ?? '');
  const [first, setFirst] = useState(() => {
    const offer = initialLicense?.offers.find(({ window }) => window.startsOn === initialOffer);
    return initialLicense === null
      ? NO_OFFER
      : {
          licenseId: initialLicense.license.value,
          offer: offer === undefined ? null : asInput(offer),
        };
  });
  const { result } = command;
  const errorOf = (field: string) => fieldError(result, field);
  const proceed = (answer: CommandResult | null) => {
    if (answer?.status === 'saved') router.push(`/content/${answer.id}`);
  };
  const isBusy = command.phase !== 'idle' || result?.status === 'saved';
  return (
    <form
      noValidate
      className="flex max-w-150 flex-col gap-4 px-4 py-5"
      onSubmit={(event) => {
        event.preventDefault();
        void command
          .send({
            kind: 'register-title',
            input: { contentId, details: contentDetailsOfForm(event.currentTarget), first },
          })
          .then(proceed);
      }}
    >
      <DetailsFields
        initial={{ ...NOTHING_TYPED, kind: initialKind }}
        initialParent={initialParent}
        studioHint={studioHint}
        errorOf={errorOf}
        onChanged={command.dismiss}
      />
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
          initial={initialLicense}
          initialOffer={initialOffer}
          licenseError={errorOf('licenseId')}
          offerError={errorOf('offer')}
          onChoose={(chosen, license) => {
            setFirst(chosen);
            setStudioHint(license?.studio ?? '');
          }}
        />
      </fieldset>
      <CommandNotice result={result} onAgain={() => void command.resend().then(proceed)} />
      <div className="flex items-center gap-2">
        <Button type="submit" variant="primary" isPending={isBusy}>
          Register title
        </Button>
        <LinkButton href="/content" variant="quiet">
          Cancel
        </LinkButton>
      </div>
    </form>
  );
}
