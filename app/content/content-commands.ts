import type { TitleClosing } from '../../src/domain/closing';
import type { ContentDetailsData } from '../../src/domain/content/content-details';
import type { OfferRef } from '../../src/domain/content/clash';
import type { ProposedContentChange } from '../../src/domain/content/conflict';
import type { TakedownData, TakedownPlan } from '../../src/domain/content/takedown';
import type { OfferData } from '../../src/domain/license/offer';
import type { TakedownInput } from '../../src/wire/forms/takedown';
import type { FormCommand } from '../../src/wire/forms/forms';
import { asInput } from './offer-words';
import { typedDetails } from './details/details-typed';

/** Where what is typed on a title is kept until it is saved. */
export const titleDraft = {
  /** @param from what the form was opened from: a title above it, a license, the first day of an offer */
  registration: (...from: readonly (string | undefined)[]) => `new-title/${from.join('/')}`,
  details: (contentId: string) => `content/${contentId}/details`,
  assignment: (contentId: string) => `content/${contentId}/assign`,
  move: (contentId: string, { licenseId, startsOn }: OfferRef) =>
    `content/${contentId}/move/${licenseId}/${startsOn}`,
  takedown: (contentId: string) => `content/${contentId}/takedown`,
  /** @param takedown the number of the takedown that ends */
  bringBack: (contentId: string, takedown: number) => `content/${contentId}/takedown/${takedown}`,
  closing: (contentId: string, kind: TitleClosing['kind']) =>
    `content/${contentId}/closing/${kind}`,
  reopening: (contentId: string) => `content/${contentId}/return`,
};

/** An offer with the license it is on, as a person sees it. */
export interface ShownOffer {
  readonly licenseId: string;
  readonly licenseName: string;
  readonly offer: OfferData;
}

/** A change of a title. */
export type TitleChange =
  | {
      readonly kind: 'correct';
      readonly before: ContentDetailsData;
      readonly after: ContentDetailsData;
    }
  | { readonly kind: 'assign'; readonly chosen: ShownOffer }
  | { readonly kind: 'unassign'; readonly assignment: ShownOffer }
  | { readonly kind: 'move'; readonly from: ShownOffer; readonly to: ShownOffer }
  | { readonly kind: 'take-down'; readonly plan: TakedownPlan }
  | { readonly kind: 'bring-back'; readonly takedown: TakedownData; readonly from: string }
  | {
      readonly kind: 'close';
      readonly closing: TitleClosing;
      /** The offers that it loses, with which it comes back. */
      readonly losing: readonly ShownOffer[];
    }
  | {
      readonly kind: 'reopen';
      readonly closing: TitleClosing;
      readonly chosen: readonly ShownOffer[];
    };

/** A command that changes a title. */
export type TitleCommand = FormCommand<
  | 'correct-title'
  | 'assign-offer'
  | 'unassign-offer'
  | 'move-assignment'
  | 'take-down-title'
  | 'bring-title-back'
  | 'close-title'
  | 'reopen-title'
>;

/** The command that makes a change on the title as it was at a version. */
export function commandOf(
  change: TitleChange,
  on: { readonly contentId: string; readonly expectedVersion: number },
): TitleCommand {
  switch (change.kind) {
    case 'correct':
      return { kind: 'correct-title', input: { ...on, details: typedDetails(change.after) } };
    case 'assign':
      return { kind: 'assign-offer', input: { ...on, chosen: chosen(change.chosen) } };
    case 'unassign':
      return {
        kind: 'unassign-offer',
        input: { ...on, assignment: refOfShown(change.assignment) },
      };
    case 'move':
      return {
        kind: 'move-assignment',
        input: { ...on, from: refOfShown(change.from), to: chosen(change.to) },
      };
    case 'take-down':
      return { kind: 'take-down-title', input: { ...on, plan: typedPlan(change.plan) } };
    case 'bring-back': {
      const { takedown, from } = change;
      return {
        kind: 'bring-title-back',
        input: { ...on, takedown: takedown.number, end: { from } },
      };
    }
    case 'close':
      return { kind: 'close-title', input: { ...on, closing: change.closing } };
    case 'reopen':
      return { kind: 'reopen-title', input: { ...on, chosen: change.chosen.map(chosen) } };
  }
}

/**
 * The change that takes a saved one back.
 *
 * @param version the one that it was saved as
 */
export function inverseOf(change: TitleChange, version: number): TitleChange {
  switch (change.kind) {
    case 'correct':
      return { kind: 'correct', before: change.after, after: change.before };
    case 'assign':
      return { kind: 'unassign', assignment: change.chosen };
    case 'unassign':
      return { kind: 'assign', chosen: change.assignment };
    case 'move':
      return { kind: 'move', from: change.to, to: change.from };
    case 'take-down': {
      const { startsOn, ...places } = change.plan;
      const takedown = { ...places, number: version, days: { startsOn, endsOn: null } };
      return { kind: 'bring-back', takedown, from: startsOn };
    }
    case 'bring-back': {
      const { days, territories, rightsTypes, reason } = change.takedown;
      const startsOn = change.from > days.startsOn ? change.from : days.startsOn;
      return { kind: 'take-down', plan: { startsOn, territories, rightsTypes, reason } };
    }
    case 'close':
      return { kind: 'reopen', closing: change.closing, chosen: change.losing };
    case 'reopen':
      return { kind: 'close', closing: change.closing, losing: change.chosen };
  }
}

/** A change that a conflict or an undo proposes, as a change of the same meaning; `null` for several offers at once. */
export function proposedChange(proposed: ProposedContentChange): TitleChange | null {
  switch (proposed.kind) {
    case 'offer-assigned':
      return { kind: 'assign', chosen: proposed.assignment };
    case 'offers-unassigned': {
      const [assignment] = proposed.assignments;
      return assignment === undefined ? null : { kind: 'unassign', assignment };
    }
    case 'assignment-moved':
      return { kind: 'move', from: proposed.from, to: proposed.to };
    case 'title-taken-down': {
      const { days, territories, rightsTypes, reason } = proposed.takedown;
      return {
        kind: 'take-down',
        plan: { startsOn: days.startsOn, territories, rightsTypes, reason },
      };
    }
    case 'title-brought-back':
      return { kind: 'bring-back', takedown: proposed.before, from: proposed.from };
    case 'title-closed':
      return { kind: 'close', closing: proposed.closing, losing: proposed.assignments };
    case 'title-reopened':
      return { kind: 'reopen', closing: proposed.closing, chosen: proposed.assignments };
    case 'content-corrected':
      return { kind: 'correct', before: proposed.before, after: proposed.after };
  }
}

export function refOfShown({ licenseId, offer }: ShownOffer): OfferRef {
  return { licenseId, startsOn: offer.window.startsOn };
}

/** A plan as its form sends it. */
export function typedPlan({ territories, rightsTypes, ...plan }: TakedownPlan): TakedownInput {
  return {
    ...plan,
    territories: territories === null ? null : [...territories],
    rightsTypes: rightsTypes === null ? null : [...rightsTypes],
  };
}

function chosen({ licenseId, offer }: ShownOffer) {
  return { licenseId, offer: asInput(offer) };
}
