import * as z from 'zod';
import type { LicenseSaved } from '../../src/service/license/license-at-version';
import type { Route } from '../routes';
import { Offer as OfferValue } from '../../src/domain/license/offer';
import { Id, Version } from '../../src/wire/identity';
import { reasonOfClosing } from '../../src/wire/license/closing';
import { GivenChange, rearrangementOf } from '../../src/wire/license/license-change';
import { Plan } from '../../src/wire/license/generation-plan';
import { GivenOffer, Offer, someGivenOffers } from '../../src/wire/license/offer';
import { byId } from '../operation';
import { changes, tries } from '../routes';
import { today, WithdrawalEffect } from '../document/effects';

const Replacement = z
  .strictObject({ before: GivenOffer, after: GivenOffer })
  .meta({ id: 'OfferReplacement' });
const retiring = reasonOfClosing.optional().meta({
  description:
    'Why titles that have no other offer are retired. Without it they stand against the change (C1).',
});
const Withdrawal = z
  .strictObject({ offers: someGivenOffers, retiring })
  .meta({ id: 'OfferWithdrawal' });

const WithdrawalTrial = z
  .strictObject({ offers: someGivenOffers, version: Version.min(1), today })
  .meta({ id: 'OfferWithdrawalTrial' });

const Rearrangement = z
  .strictObject({ ...rearrangementOf(GivenOffer), retiring })
  .meta({ id: 'OfferRearrangement' });

const Saved = z
  .strictObject({
    id: Id,
    version: Version,
    offers: z
      .array(Offer)
      .readonly()
      .meta({ description: 'The offers that the change added to the timeline.' }),
  })
  .meta({ id: 'LicenseSaved' });

const shared = {
  tag: 'Offers',
  params: byId,
  answer: Saved,
  of: 'The saved license.',
  told: saved,
};

export const OFFER_ROUTES: readonly Route[] = [
  changes('generate-offers', {
    ...shared,
    path: '/licenses/{id}/offers',
    operationId: 'generateOffers',
    summary: 'Generate offers: at their windows, in the first free slot, or as a price ladder.',
    body: Plan,
    bodyIs: 'plan',
    input: (asked) => ({ ...onLicense(asked), plan: asked.body }),
  }),
  changes('replace-offer', {
    ...shared,
    path: '/licenses/{id}/offers/replacements',
    operationId: 'replaceOffer',
    summary: 'Replace an offer. Its titles get the new offer.',
    body: Replacement,
    input: (asked) => ({ ...onLicense(asked), ...asked.body }),
  }),
  changes('withdraw-offers', {
    ...shared,
    path: '/licenses/{id}/offers/withdrawals',
    operationId: 'withdrawOffers',
    summary: 'Withdraw offers and unassign them from their titles.',
    body: Withdrawal,
    input: (asked) => ({ ...onLicense(asked), ...asked.body }),
  }),
  tries('preview-withdrawal', {
    ...{ tag: shared.tag, params: shared.params },
    path: '/licenses/{id}/offers/withdrawals/trial',
    operationId: 'previewWithdrawal',
    summary:
      'Preview what withdrawing offers takes from titles. Nothing is changed, so no key is required.',
    body: WithdrawalTrial,
    input: ({ param, body: { version, ...body } }) => ({
      ...{ ...body, licenseId: param.id, expectedVersion: version },
    }),
    answer: WithdrawalEffect,
    of: 'What it takes from titles.',
    told: ({ withdrawal: { offers: _, ...effect } }) => effect,
  }),
  changes('rearrange-offers', {
    ...shared,
    path: '/licenses/{id}/offers/rearrangements',
    operationId: 'rearrangeOffers',
    summary: 'Replace, add and withdraw several offers at once: room made for one of them.',
    body: Rearrangement,
    input: (asked) => ({ ...onLicense(asked), ...asked.body }),
  }),
  changes('apply-change', {
    ...shared,
    path: '/licenses/{id}/changes',
    operationId: 'applyChange',
    summary: 'Apply a change that a refusal or a conflict proposed.',
    body: GivenChange,
    bodyIs: 'change',
    input: (asked) => ({ ...onLicense(asked), change: asked.body }),
  }),
  changes('undo-change', {
    ...shared,
    path: '/licenses/{id}/undo',
    operationId: 'undoNewestChange',
    summary: 'Undo the newest change with a new change.',
    input: onLicense,
  }),
];

/** The license that a request names, and the version its change was made against. */
function onLicense({ param, expectedVersion }: OnOne) {
  return { licenseId: param.id, expectedVersion };
}

interface OnOne {
  readonly param: z.output<typeof byId>;
  readonly expectedVersion: number;
}

/** The same text when it is the answer to a repetition, which comes from storage. */
function saved({ id, version, offers }: LicenseSaved): z.input<typeof Saved> {
  return { id, version, offers: offers.map((offer) => OfferValue.of(offer).toData()) };
}
