import type { TitleClosing } from '../../../domain/closing';
import type { OfferRef } from '../../../domain/content/clash';
import type { ContentDetailsData } from '../../../domain/content/content-details';
import type { TakedownPlan } from '../../../domain/content/takedown';
import type { ChosenOffer } from '../chosen-offer';

/** A change of a title's offers, before it is known what it means on the latest version. */
export type OfferIntent =
  | { readonly kind: 'assign'; readonly chosen: ChosenOffer }
  | { readonly kind: 'unassign'; readonly assignment: OfferRef }
  | { readonly kind: 'move'; readonly from: OfferRef; readonly to: ChosenOffer };

/** A takedown or the end of one, before it is known what it means on the latest version. */
export type TakedownIntent =
  | { readonly kind: 'take-down'; readonly plan: TakedownPlan }
  | { readonly kind: 'bring-back'; readonly takedown: number; readonly from: string };

/** That a title leaves the catalog or comes back, before it is known what it means on the latest version. */
export type ClosingIntent =
  | { readonly kind: 'close'; readonly closing: TitleClosing }
  | { readonly kind: 'reopen'; readonly chosen: readonly ChosenOffer[] };

/** What a command on a title wanted. */
export type ContentIntent =
  | { readonly kind: 'correct'; readonly details: ContentDetailsData }
  | OfferIntent
  | TakedownIntent
  | ClosingIntent;
