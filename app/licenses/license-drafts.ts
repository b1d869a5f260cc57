import type { ProposedChange } from '../../src/domain/license/license-change';
import type { LicenseDetailsData } from '../../src/domain/license/license-details';
import type { OfferData } from '../../src/domain/license/offer';
import type { DateRangeData } from '../../src/domain/values/date-range';
import type { CommandResult } from '../commands/command-result';
import type { DetailsInput, OfferInput, PlanInput } from './license-input';
import { DateRange } from '../../src/domain/values/date-range';
import { typedAmount } from '../../src/domain/values/money';
import {
  amendLicenseAction,
  generateOffersAction,
  previewUndoAction,
  previewWithdrawalAction,
  replaceOfferAction,
  undoChangeAction,
  withdrawOffersAction,
} from './actions';

/** A change of a license as forms have it: text as people type it. */
export type Draft =
  | { readonly kind: 'generate'; readonly plan: PlanInput }
  | { readonly kind: 'replace'; readonly before: OfferInput; readonly after: OfferInput }
  | { readonly kind: 'withdraw'; readonly offers: OfferInput[] }
  | { readonly kind: 'amend'; readonly details: DetailsInput }
  /** `undoes`: the version whose change is taken back. */
  | { readonly kind: 'undo'; readonly undoes: number }
  /** Takes an undo back. */
  | { readonly kind: 'redo'; readonly undoes: number };

/** A draft that can take offers from titles. */
export type Withdrawal = Extract<Draft, { kind: 'withdraw' | 'undo' | 'redo' }>;

interface Envelope {
  readonly key: string;
  readonly licenseId: string;
  readonly expectedVersion: number;
}

/** A draft with the version it was made against, on its way to the server. */
export interface SentDraft extends Envelope {
  readonly draft: Draft;
  /** How many titles the person was shown that lose an offer by it. */
  readonly titlesSeen?: number | undefined;
}

/** Gives a draft to the action that is its verb. */
export function sendDraft({ draft, titlesSeen, ...envelope }: SentDraft): Promise<CommandResult> {
  switch (draft.kind) {
    case 'generate':
      return generateOffersAction({ ...envelope, plan: draft.plan });
    case 'replace':
      return replaceOfferAction({ ...envelope, before: draft.before, after: draft.after });
    case 'withdraw':
      return withdrawOffersAction({ ...envelope, titlesSeen, offers: draft.offers });
    case 'amend':
      return amendLicenseAction({ ...envelope, details: draft.details });
    case 'undo':
    case 'redo':
      return undoChangeAction({ ...envelope, titlesSeen, undoes: draft.undoes });
  }
}

/** Asks what a draft would take from titles. */
export function previewDraft({
  draft,
  ...envelope
}: Envelope & { readonly draft: Withdrawal }): Promise<CommandResult> {
  return draft.kind === 'withdraw'
    ? previewWithdrawalAction({ ...envelope, offers: draft.offers })
    : previewUndoAction({ ...envelope, undoes: draft.undoes });
}

/** A change that the server proposed (a slot that fits, a conflict's result) as a draft of the same meaning. */
export function draftOf(change: ProposedChange): Draft {
  switch (change.kind) {
    case 'offers-generated':
      return { kind: 'generate', plan: { kind: 'at', offers: change.offers.map(offerInput) } };
    case 'offer-replaced':
      return {
        kind: 'replace',
        before: offerInput(change.before),
        after: offerInput(change.after),
      };
    case 'offers-withdrawn':
      return { kind: 'withdraw', offers: change.offers.map(offerInput) };
    case 'license-amended':
      return { kind: 'amend', details: detailsInput(change.after) };
  }
}

/** An offer as its form shows it. */
export function offerInput({ name, price, window, devices }: OfferData): OfferInput {
  return {
    name,
    price: typedAmount(price),
    currency: price.currency,
    ...daysInput(window),
    devices: [...devices],
  };
}

/** A license's details as their form shows them. */
export function detailsInput({ name, notes, terms }: LicenseDetailsData): DetailsInput {
  return {
    name,
    notes,
    rightsType: terms.rightsType,
    territories: [...terms.territories],
    devices: [...terms.devices],
    ...daysInput(terms.window),
  };
}

/** First and last day, both inclusive, as people type them. */
export function daysInput({ startsOn: start, endsOn: end }: DateRangeData): {
  firstDay: string;
  lastDay: string;
} {
  return { firstDay: start, lastDay: DateRange.of(start, end).lastDay ?? 'open' };
}

/** What a form's fields hold when it is sent. */
export function offerOfForm(form: HTMLFormElement): OfferInput {
  const data = new FormData(form);
  return {
    name: textOf(data, 'name'),
    price: textOf(data, 'price'),
    currency: textOf(data, 'currency'),
    firstDay: textOf(data, 'firstDay'),
    lastDay: textOf(data, 'lastDay'),
    devices: textsOf(data, 'devices'),
  };
}

export function detailsOfForm(form: HTMLFormElement): DetailsInput {
  const data = new FormData(form);
  return {
    name: textOf(data, 'name'),
    notes: textOf(data, 'notes'),
    rightsType: textOf(data, 'rightsType'),
    territories: textsOf(data, 'territories'),
    devices: textsOf(data, 'devices'),
    firstDay: textOf(data, 'firstDay'),
    lastDay: textOf(data, 'lastDay'),
  };
}

export function textOf(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === 'string' ? value : '';
}

export function textsOf(data: FormData, name: string): string[] {
  return data.getAll(name).filter((value) => typeof value === 'string');
}
