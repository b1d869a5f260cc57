'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useState } from 'react';
import { FormProvider, useForm, useWatch } from 'react-hook-form';
import type { AssignedNews } from '../../licenses/titles/news/assigned-news';
import type { TitleOption } from '../title-option';
import type { MeantLines } from '../../../src/wire/meant-lines';
import { TooManyTitles } from '../../../src/service/content/title-at-version';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/overlays/notice';
import { SideSheet } from '@/ui/overlays/side-sheet';
import { CommandNotice } from '../../commands/form-words';
import { withTimeout } from '../../commands/with-timeout';
import { AssignFooter, NotChecked } from '../../licenses/titles/assign-parts';
import { GatheredTitles } from '../../licenses/titles/gathered-titles';
import { TrialResult } from '../../licenses/titles/trial-result';
import { READY, useAssigning, type Way } from '../../licenses/titles/use-assigning';
import { NOTHING_CHOSEN, OfferPicker, type TypedChoice } from '../offer-picker';
import { matchingTitles } from './matching-titles';

type Found = Awaited<ReturnType<typeof matchingTitles>>;

interface Sheet {
  readonly way: Way;
  readonly onDone: (news: AssignedNews) => void;
  readonly onClose: () => void;
}

const HEADINGS = { assign: 'Assign an offer', unassign: 'Unassign an offer' } as const;

/** Assigning an offer to titles that were chosen in the catalog, or taking it from them: which offer, what it would do, then one press. */
export function AssignChosenSheet({ choice, ...sheet }: Sheet & { choice: MeantLines }) {
  const [found, setFound] = useState<Found | 'looking'>('looking');
  const load = useCallback(() => withTimeout(() => matchingTitles(choice)), [choice]);
  useEffect(() => {
    let isWanted = true;
    void load().then((answer) => {
      if (isWanted) setFound(answer);
    });
    return () => {
      isWanted = false;
    };
  }, [load]);
  if (found !== 'looking' && found !== null && found.titles.length === found.total)
    return <Assign {...sheet} chosen={found.titles} />;
  return (
    <SideSheet isOpen isWide onClose={sheet.onClose} eyebrow="Titles" title={HEADINGS[sheet.way]}>
      {found === 'looking' && (
        <p role="status" className="text-table text-ink-3">
          Looking up the titles …
        </p>
      )}
      {found === null && (
        <Notice
          tone="attention"
          role="alert"
          title="The server did not answer."
          actions={
            <Button variant="secondary" onPress={() => void load().then(setFound)}>
              Retry
            </Button>
          }
        >
          Nothing was changed.
        </Notice>
      )}
      {found !== 'looking' && found !== null && (
        <Notice tone="refused" role="alert">
          {new TooManyTitles(found.total).message}
        </Notice>
      )}
    </SideSheet>
  );
}

function Assign({
  way,
  chosen,
  onDone,
  onClose,
}: Sheet & { readonly chosen: readonly TitleOption[] }) {
  const router = useRouter();
  const form = useForm<TypedChoice>({ defaultValues: NOTHING_CHOSEN });
  const [license, offer] = useWatch({ control: form.control, name: ['licenseId', 'offer'] });
  const [titles, setTitles] = useState(chosen);
  const [error, setError] = useState<string | undefined>();
  const licenseId = license?.value ?? '';
  const assigning = useAssigning(
    way,
    licenseId,
    (changed, which) => {
      onDone({ kind: READY[way], licenseId, offer: which, titles: changed });
    },
    () => {
      router.refresh();
    },
  );
  const { trial } = assigning;
  const check = () => {
    if (license === null) form.setError('licenseId', { message: 'Choose a license.' });
    else if (offer === null) form.setError('offer', { message: 'Choose an offer.' });
    else if (titles.length === 0) setError(new TooManyTitles(0).message);
    else
      assigning.check(
        offer,
        titles.map(({ value }) => value),
      );
  };
  return (
    <SideSheet
      isOpen
      isWide
      onClose={onClose}
      eyebrow={trial === null ? 'Titles' : 'Preview'}
      title={HEADINGS[way]}
      footer={
        <AssignFooter
          assigning={assigning}
          count={titles.length}
          onCheck={check}
          onClose={onClose}
        />
      }
    >
      <div hidden={trial !== null} className="flex flex-col gap-4">
        <FormProvider {...form}>
          <OfferPicker />
        </FormProvider>
        <GatheredTitles
          titles={titles}
          error={error}
          onRemove={(id) => {
            setError(undefined);
            setTitles(titles.filter(({ value }) => value !== id));
          }}
          onClear={() => {
            setTitles([]);
          }}
        />
        <NotChecked answer={assigning.checked} />
      </div>
      {trial !== null && (
        <div className="flex flex-col gap-4">
          <TrialResult trial={trial} surprise={assigning.surprise} />
          <CommandNotice result={assigning.sent} onAgain={assigning.again} />
        </div>
      )}
    </SideSheet>
  );
}
