'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import type { OfferData } from '../../../src/domain/license/offer';
import type { TitleOption } from '../../content/title-option';
import type { TitleSearch } from './search-actions';
import { isSameName } from '../../../src/domain/names/folding';
import { SegmentedControl } from '@/ui/fields/segmented-control';
import { SelectField } from '@/ui/fields/select-field';
import { SideSheet } from '@/ui/overlays/side-sheet';
import type { ContentSaved } from '../../../src/service/content/title-at-version';
import { MAX_TITLES, TooManyTitles } from '../../../src/service/content/title-at-version';
import { offerWords } from '../../content/offer-words';
import { CommandNotice } from '../../commands/form-words';
import { DraftNotice } from '../../forms/form-of-fields';
import { useTypedForm } from '../../forms/use-typed-form';
import { licenseDraft } from '../license-commands';
import { AssignFooter, NotChecked } from './assign-parts';
import { OtherStudios } from './other-studios';
import { GatheredTitles } from './gathered-titles';
import { TitlePaste } from './title-paste';
import { TitleSearchPanel } from './title-search';
import { TrialResult } from './trial-result';
import { useAssigning } from './use-assigning';

const WAYS = [
  { value: 'search', label: 'Search' },
  { value: 'paste', label: 'Paste a list' },
] as const;

/** Offers that can be chosen from a list; among more, the table of offers is quicker. */
const MAX_OFFERS = 300;

/** What was chosen and gathered, which is kept until it is assigned. */
interface TypedTitles {
  /** The first day of the offer; '' where there is none. */
  startsOn: string;
  /** The lines that were pasted and not looked up yet. */
  text: string;
  titles: TitleOption[];
}

/** Assigning one offer to many titles: gather them, see what would happen, then do it. */
export function AssignSheet({
  licenseId,
  studio,
  offers,
  initialOffer,
  today,
  onAssigned,
  onClose,
}: {
  licenseId: string;
  /** The license's, whose titles are looked through at first. */
  studio: string;
  offers: readonly OfferData[];
  /** First day of the offer that is chosen at first. */
  initialOffer: string | null;
  today: string;
  onAssigned: (titles: readonly ContentSaved[], offer: OfferData) => void;
  onClose: () => void;
}) {
  const router = useRouter();
  const choices = offersToChoose(offers, initialOffer, today);
  const initial: TypedTitles = {
    startsOn: initialOffer ?? choices[0]?.window.startsOn ?? '',
    text: '',
    titles: [],
  };
  const { form, draft, saved } = useTypedForm({
    initial,
    draft: { form: licenseDraft.titles(licenseId, initialOffer), version: 0 },
  });
  const [startsOn, text, titles] = useWatch({
    control: form.control,
    name: ['startsOn', 'text', 'titles'],
  });
  const [way, setWay] = useState<(typeof WAYS)[number]['value']>('search');
  const [search, setSearch] = useState<TitleSearch>({ text: '', studio, kind: '' });
  const [error, setError] = useState<string | undefined>();
  const assigning = useAssigning(
    'assign',
    licenseId,
    (assigned, to) => {
      saved();
      onAssigned(assigned, to);
    },
    () => {
      router.refresh();
    },
  );
  const { trial } = assigning;
  const offer = offers.find(({ window }) => window.startsOn === startsOn);

  const setTitles = (next: TypedTitles['titles']) => {
    form.setValue('titles', next);
    setError(undefined);
  };
  const gather = (more: readonly TitleOption[], total = more.length): boolean => {
    const all = [
      ...new Map(
        [...form.getValues('titles'), ...more].map((title) => [title.value, title]),
      ).values(),
    ];
    const count = Math.max(all.length, total);
    if (count > MAX_TITLES) {
      setError(new TooManyTitles(count).message);
      return false;
    }
    setTitles(all);
    return true;
  };
  const check = () => {
    if (titles.length === 0) setError(new TooManyTitles(0).message);
    else if (offer !== undefined)
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
      title="Assign titles"
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
        <DraftNotice {...draft} />
        <SelectField
          label="Offer"
          options={choices.map((choice) => ({
            value: choice.window.startsOn,
            label: choice.name,
            detail: offerWords(choice),
          }))}
          value={offer?.window.startsOn}
          placeholder="Choose an offer"
          description={offer && offerWords(offer)}
          errorMessage={
            offer === undefined ? 'This offer no longer exists. Choose another.' : undefined
          }
          onChange={(chosen) => {
            form.setValue('startsOn', chosen);
            assigning.reset();
          }}
        />
        <SegmentedControl label="How to add titles" options={WAYS} value={way} onChange={setWay} />
        {way === 'search' ? (
          <TitleSearchPanel
            search={search}
            onSearch={setSearch}
            gathered={new Set(titles.map(({ value }) => value))}
            onGather={gather}
          />
        ) : (
          <TitlePaste
            text={text}
            onText={(typed) => {
              form.setValue('text', typed);
            }}
            onGather={gather}
            onSearch={(words) => {
              setSearch({ text: words, studio: '', kind: '' });
              setWay('search');
            }}
          />
        )}
        <GatheredTitles
          titles={titles}
          error={error}
          onRemove={(id) => {
            setTitles(titles.filter(({ value }) => value !== id));
          }}
          onClear={() => {
            setTitles([]);
          }}
        />
        <OtherStudios
          titles={titles}
          studio={studio}
          onRemove={() => {
            setTitles(titles.filter((title) => isSameName(title.studio, studio)));
          }}
        />
        <NotChecked answer={assigning.checked} />
      </div>
      {trial !== null && (
        <div className="flex flex-col gap-4">
          <OtherStudios titles={titles} studio={studio} />
          <TrialResult trial={trial} surprise={assigning.surprise} />
          <CommandNotice result={assigning.sent} onAgain={assigning.again} />
        </div>
      )}
    </SideSheet>
  );
}

/** The offers that are not over first, each lot in date order; the chosen one in any case. */
function offersToChoose(
  offers: readonly OfferData[],
  chosen: string | null,
  today: string,
): readonly OfferData[] {
  const isOver = ({ window }: OfferData) => window.endsOn !== null && window.endsOn <= today;
  const inOrder = [...offers.filter((offer) => !isOver(offer)), ...offers.filter(isOver)];
  return inOrder.filter(({ window }, place) => place < MAX_OFFERS || window.startsOn === chosen);
}
