'use client';

import { Link } from '@/ui/link';
import { useEffect, useEffectEvent, useState } from 'react';
import { useController } from 'react-hook-form';
import type { OfferData } from '../../src/domain/license/offer';
import type { ChosenOfferInput } from '../../src/wire/forms/content';
import type { ShownOffer } from './content-commands';
import type { LicenseOffers, LicenseOption } from './search-actions';
import { Notice } from '@/ui/overlays/notice';
import { SelectField } from '@/ui/fields/select-field';
import { asInput, offerWords } from './offer-words';
import { SearchField } from './search-field';
import { findLicenses, offersOfLicense } from './search-actions';

type Offers = readonly OfferData[] | 'loading' | 'failed';

/** The choice of an offer as a form has it: the license with what is shown of it. */
export interface TypedChoice {
  licenseId: LicenseOption | null;
  offer: ChosenOfferInput['offer'];
}

export const NOTHING_CHOSEN: TypedChoice = { licenseId: null, offer: null };

/** What a form sends of a choice, whether it is made or not. */
export function choiceOf({ licenseId, offer }: TypedChoice): ChosenOfferInput {
  return { licenseId: licenseId?.value ?? '', offer };
}

/** A choice that was made; no other gets through the codec. */
export function shownOf({ licenseId: license, offer }: TypedChoice): ShownOffer {
  if (license === null || offer === null) throw new Error('No offer was chosen.');
  return { licenseId: license.value, licenseName: license.label, offer };
}

/** Chooses an offer in the form around it: first its license, found by words, then one of its offers. */
export function OfferPicker({
  within = '',
  loaded = null,
  onLicense,
}: {
  /** The part of the form's values that the choice is: `first.`; left out for all of them. */
  within?: string;
  /** The license that is chosen from the start, with its offers. */
  loaded?: LicenseOffers | null;
  /** Called when another license is chosen. */
  onLicense?: (before: LicenseOption | null, after: LicenseOption | null) => void;
}) {
  const { field: licenseField, fieldState: licenseState } = useController({
    name: `${within}licenseId`,
  });
  const { field: offerField, fieldState: offerState } = useController({ name: `${within}offer` });
  const license = licenseField.value as LicenseOption | null;
  const chosen = offerField.value as ChosenOfferInput['offer'];
  const { offers, retry } = useOffers(license, loaded, (found) => {
    const [only, another] = found;
    const same = found.find(({ window }) => window.startsOn === chosen?.window.startsOn);
    // What was chosen is chosen as it is now, and where there is only one there is nothing to choose.
    if (same !== undefined) offerField.onChange(asInput(same));
    else if (chosen === null && only !== undefined && another === undefined)
      offerField.onChange(asInput(only));
  });
  return (
    <div className="flex flex-col gap-4">
      <SearchField
        label="License"
        placeholder="Search by name, studio or contract"
        description={license?.detail}
        errorMessage={licenseState.error?.message}
        search={findLicenses}
        selected={license}
        onSelect={(picked) => {
          licenseField.onChange(picked);
          offerField.onChange(null);
          onLicense?.(license, picked);
        }}
        nothingFound="No licenses match. Shorten your search."
      />
      {license !== null && (
        <OfferChoice
          license={license}
          offers={offers}
          chosen={chosen}
          errorMessage={offerState.error?.message}
          onChoose={(offer) => {
            offerField.onChange(asInput(offer));
          }}
          onAgain={retry}
        />
      )}
    </div>
  );
}

/** The offers of a license, loaded when it is another than before. */
function useOffers(
  license: LicenseOption | null,
  loaded: LicenseOffers | null,
  onLoaded: (offers: readonly OfferData[]) => void,
): { readonly offers: Offers; readonly retry: () => void } {
  const [found, setFound] = useState<{ of: string; offers: Offers } | null>(
    loaded && { of: loaded.license.value, offers: loaded.offers },
  );
  const id = license?.value;
  const isFound = found !== null && found.of === id;
  const finish = useEffectEvent(onLoaded);
  useEffect(() => {
    if (id === undefined || isFound) return;
    let isNewest = true;
    offersOfLicense(id).then(
      (answer) => {
        if (!isNewest) return;
        const offers = answer?.offers ?? [];
        setFound({ of: id, offers });
        finish(offers);
      },
      () => {
        if (isNewest) setFound({ of: id, offers: 'failed' });
      },
    );
    return () => {
      isNewest = false;
    };
  }, [id, isFound]);
  return {
    offers: isFound ? found.offers : 'loading',
    retry: () => {
      setFound(null);
    },
  };
}

function OfferChoice({
  license,
  offers,
  chosen,
  errorMessage,
  onChoose,
  onAgain,
}: {
  license: LicenseOption;
  offers: Offers;
  chosen: OfferData | null;
  errorMessage: string | undefined;
  onChoose: (offer: OfferData) => void;
  onAgain: () => void;
}) {
  if (offers === 'failed')
    return (
      <Notice
        tone="attention"
        role="alert"
        actions={
          <button type="button" className="min-h-6 underline" onClick={onAgain}>
            Try again
          </button>
        }
      >
        Could not load the offers of this license.
      </Notice>
    );
  if (offers !== 'loading' && offers.length === 0)
    return (
      <Notice
        tone="attention"
        role="status"
        actions={
          <Link href={`/licenses/${license.value}`} className="inline-flex min-h-6 underline">
            Open the license
          </Link>
        }
      >
        {license.label} has no offers yet. Generate one there, or choose another license.
      </Notice>
    );
  const known = offers === 'loading' ? [] : offers;
  const startsOn = chosen?.window.startsOn;
  // What is chosen stays among the options, though the license may no longer have it: the server then says so.
  const isKnown = chosen === null || known.some(({ window }) => window.startsOn === startsOn);
  const options = isKnown ? known : [chosen, ...known];
  return (
    <SelectField
      label="Offer"
      options={options.map((offer) => ({
        value: offer.window.startsOn,
        label: offer.name,
        detail: offerWords(offer),
      }))}
      value={startsOn}
      placeholder={offers === 'loading' ? 'Loading its offers …' : 'Choose an offer'}
      isDisabled={offers === 'loading'}
      description={chosen === null ? undefined : offerWords(chosen)}
      errorMessage={errorMessage}
      onChange={(value) => {
        const offer = options.find(({ window }) => window.startsOn === value);
        if (offer !== undefined) onChoose(offer);
      }}
    />
  );
}
