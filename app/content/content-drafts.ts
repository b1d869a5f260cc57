import type { OfferRef } from '../../src/domain/content/clash';
import type { ProposedContentChange } from '../../src/domain/content/conflict';
import type { OfferData } from '../../src/domain/license/offer';
import type { FormCommand } from '../../src/wire/forms/forms';
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

/** The command that makes a change on the title as it was at a version. */
export function commandOf(
  change: ContentDraft,
  on: { readonly contentId: string; readonly expectedVersion: number },
): FormCommand<'assign-offer' | 'unassign-offer' | 'move-assignment'> {
  switch (change.kind) {
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

/** A change that a conflict proposes as a draft of the same meaning; `null` for what is no change of a title's offers. */
export function contentDraftOf(change: ProposedContentChange): ContentDraft | null {
  switch (change.kind) {
    case 'offer-assigned':
      return { kind: 'assign', chosen: change.assignment };
    case 'offers-unassigned': {
      const [assignment] = change.assignments;
      return assignment === undefined ? null : { kind: 'unassign', assignment };
    }
    case 'assignment-moved':
      return { kind: 'move', from: change.from, to: change.to };
    case 'content-corrected':
      return null;
  }
}

export function refOfShown({ licenseId, offer }: ShownOffer): OfferRef {
  return { licenseId, startsOn: offer.window.startsOn };
}

function chosen({ licenseId, offer }: ShownOffer) {
  return { licenseId, offer: asInput(offer) };
}
