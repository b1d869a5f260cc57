'use client';

import Link from 'next/link';
import { useState } from 'react';
import type { OfferData } from '../../src/domain/license/offer';
import type { ChosenOfferInput } from '../../src/wire/forms/content';
import type { LicenseOffers, LicenseOption } from './search-actions';
import { Notice } from '@/ui/overlays/notice';
import { SelectField } from '@/ui/fields/select-field';
import { asInput, offerWords } from './offer-words';
import { SearchField } from './search-field';
import { findLicenses, offersOfLicense } from './search-actions';

type Offers = readonly OfferData[] | 'loading' | 'failed';

/** What a form sends while no offer is chosen. */
export const NO_OFFER: ChosenOfferInput = { licenseId: '', offer: null };

/** Chooses an offer: first its license, found by words, then one of its offers. */
export function OfferPicker({
  initial,
  initialOffer,
  licenseError,
  offerError,
  onChoose,
}: {
  /** The license that is chosen from the start, with its offers. */
  initial?: LicenseOffers | null | undefined;
  /** The first day of the offer that is chosen from the start. */
  initialOffer?: string | undefined;
  licenseError: string | undefined;
  offerError: string | undefined;
  onChoose: (chosen: ChosenOfferInput, license: LicenseOption | null) => void;
}) {
  const [license, setLicense] = useState<LicenseOption | null>(initial?.license ?? null);
  const [offers, setOffers] = useState<Offers>(initial?.offers ?? []);
  const [startsOn, setStartsOn] = useState<string | null>(
    initial?.offers.find(({ window }) => window.startsOn === initialOffer)?.window.startsOn ?? null,
  );
  const choose = (picked: LicenseOption | null) => {
    setLicense(picked);
    setStartsOn(null);
    setOffers(picked === null ? [] : 'loading');
    onChoose({ licenseId: picked?.value ?? '', offer: null }, picked);
    if (picked === null) return;
    void offersOfLicense(picked.value).then(
      (found) => {
        setOffers(found?.offers ?? []);
        const [only, another] = found?.offers ?? [];
        // Where there is only one there is nothing to choose.
        if (only === undefined || another !== undefined) return;
        setStartsOn(only.window.startsOn);
        onChoose({ licenseId: picked.value, offer: asInput(only) }, picked);
      },
      () => {
        setOffers('failed');
      },
    );
  };
  return (
    <div className="flex flex-col gap-4">
      <SearchField
        label="License"
        placeholder="Search by name, studio or contract"
        description={license?.detail}
        errorMessage={licenseError}
        search={findLicenses}
        selected={license}
        onSelect={choose}
        nothingFound="No licenses match. Shorten your search."
      />
      {license !== null && (
        <OfferChoice
          license={license}
          offers={offers}
          startsOn={startsOn}
          errorMessage={offerError}
          onChoose={(offer) => {
            setStartsOn(offer.window.startsOn);
            onChoose({ licenseId: license.value, offer: asInput(offer) }, license);
          }}
          onAgain={() => {
            choose(license);
          }}
        />
      )}
    </div>
  );
}

function OfferChoice({
  license,
  offers,
  startsOn,
  errorMessage,
  onChoose,
  onAgain,
}: {
  license: LicenseOption;
  offers: Offers;
  startsOn: string | null;
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
  const options = offers === 'loading' ? [] : offers;
  return (
    <SelectField
      label="Offer"
      options={options.map((offer) => ({
        value: offer.window.startsOn,
        label: offer.name,
        detail: offerWords(offer),
      }))}
      value={startsOn ?? undefined}
      placeholder={offers === 'loading' ? 'Loading its offers …' : 'Choose an offer'}
      isDisabled={offers === 'loading'}
      description={chosenWords(options, startsOn)}
      errorMessage={errorMessage}
      onChange={(value) => {
        const offer = options.find(({ window }) => window.startsOn === value);
        if (offer !== undefined) onChoose(offer);
      }}
    />
  );
}

function chosenWords(offers: readonly OfferData[], startsOn: string | null): string | undefined {
  const chosen = offers.find(({ window }) => window.startsOn === startsOn);
  return chosen === undefined ? undefined : offerWords(chosen);
}
