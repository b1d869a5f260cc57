import type { OfferRef } from '../../src/domain/content/clash';
import type { OfferData } from '../../src/domain/license/offer';
import type { CommandResult } from '../commands/command-result';
import { assignOfferAction, moveAssignmentAction, unassignOfferAction } from './actions';
import { asInput } from './offer-words';

/** An offer with the license it is on, as a person sees it. */
export interface ShownOffer {
  readonly licenseId: string;
  readonly licenseName: string;
  readonly offer: OfferData;
}

/** A change of a title's offers. */
export type ContentDraft =
  | { readonly kind: 'assign'; readonly chosen: ShownOffer }
  | { readonly kind: 'unassign'; readonly assignment: ShownOffer }
  | { readonly kind: 'move'; readonly from: ShownOffer; readonly to: ShownOffer };

/** A draft with the version it was made against, on its way to the server. */
export interface SentContentDraft {
  readonly key: string;
  readonly contentId: string;
  readonly expectedVersion: number;
  readonly draft: ContentDraft;
}

/** Gives a draft to the action that is its verb. */
export function sendContentDraft({ draft, ...envelope }: SentContentDraft): Promise<CommandResult> {
  switch (draft.kind) {
    case 'assign':
      return assignOfferAction({ ...envelope, chosen: chosen(draft.chosen) });
    case 'unassign':
      return unassignOfferAction({ ...envelope, assignment: refOfShown(draft.assignment) });
    case 'move':
      return moveAssignmentAction({
        ...envelope,
        from: refOfShown(draft.from),
        to: chosen(draft.to),
      });
  }
}

/** The change that takes a saved one back. */
export function inverseDraft(draft: ContentDraft): ContentDraft {
  switch (draft.kind) {
    case 'assign':
      return { kind: 'unassign', assignment: draft.chosen };
    case 'unassign':
      return { kind: 'assign', chosen: draft.assignment };
    case 'move':
      return { kind: 'move', from: draft.to, to: draft.from };
  }
}

/** A draft as a sentence about who makes it: `You assign Spring price (2026 slate).` */
export function draftWords(draft: ContentDraft): string {
  switch (draft.kind) {
    case 'assign':
      return `You assign ${inWords(draft.chosen)}.`;
    case 'unassign':
      return `You unassign ${inWords(draft.assignment)}.`;
    case 'move':
      return `You move it from ${inWords(draft.from)} to ${inWords(draft.to)}.`;
  }
}

export function refOfShown({ licenseId, offer }: ShownOffer): OfferRef {
  return { licenseId, startsOn: offer.window.startsOn };
}

function inWords({ offer, licenseName }: ShownOffer): string {
  return `${offer.name} (${licenseName})`;
}

function chosen({ licenseId, offer }: ShownOffer) {
  return { licenseId, offer: asInput(offer) };
}
