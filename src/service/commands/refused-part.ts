import type {
  DevicesNotLicensed,
  FormatsNotLicensed,
  OfferGone,
  OfferOverlap,
} from '../../domain/license/license-errors';
import type { ChosenOffer } from '../content/chosen-offer';
import type { DomainError } from '../../domain/errors';
import type { GenerationPlan } from '../license/generate-offers';
import type { LicenseDetailsData } from '../../domain/license/license-details';
import type { NotFound } from '../errors';
import type { OfferData } from '../../domain/license/offer';
import type { ProposedChange } from '../../domain/license/license-change';
import { hasCode } from '../../domain/errors';
import { isWindowRefused } from '../../domain/license/license-errors';
import { Offer } from '../../domain/license/offer';
import { priceLadder } from '../../domain/price-plan/ladder';

/** The way to a part of a command's input: names and positions in lists. */
export type Path = readonly (string | number)[];

/** A part of a command's input that a refusal can be about. */
export interface InputPart {
  readonly at: Path;
  readonly value: object;
  /** The offer that it is, or becomes. */
  readonly offer?: () => Offer | undefined;
}

/** The names of errors for what plain data has under another one, the likeliest first. */
const PLACES: Readonly<Record<string, readonly Path[]>> = {
  firstDay: [['window'], ['startsOn']],
  lastDay: [['lastDay'], ['window', 'endsOn'], ['window'], ['endsOn']],
  languages: [['languages', 'allowed'], ['languages']],
  heldBack: [['languages', 'heldBack'], ['heldBack']],
  price: [['amount'], ['prices', 0, 'amount'], ['price']],
  currency: [['amount', 'currency'], ['prices', 0, 'amount', 'currency'], ['currency']],
  formats: [['formats'], ['format']],
  territories: [['territories'], ['territory']],
};

/**
 * Where in a command's input a refusal stands.
 *
 * @param parts what the definition of the command says it can be about, the likeliest first
 * @returns `null` when it is about nothing that was sent
 */
export function placeOf(
  refusal: DomainError,
  input: object,
  parts: readonly InputPart[],
): Path | null {
  const asked = parts.flatMap((part) => partWithin(part, refusal.part) ?? []);
  const all = refusal.part.length === 0 ? [...asked, { at: [], value: input }] : asked;
  if (hasCode<NotFound>(refusal, 'not-found')) return placeOfId(refusal.id, all);
  const refused = partOfOffer(refusal, asked);
  for (const { at, value } of refused === undefined ? all : [refused, ...all]) {
    const place = placeOfField(refusal.field, value);
    if (place !== undefined) return [...at, ...place];
  }
  return refused?.at ?? (refusal.part.length === 0 ? null : refusal.part);
}

/** A part that a refusal can be about: one within the refused part, or the refused part within it, such as a price. */
function partWithin(part: InputPart, refused: Path): InputPart | null {
  if (refused.every((step, index) => part.at[index] === step)) return part;
  const value = valueAt(part.value, refused);
  return typeof value === 'object' && value !== null
    ? { at: [...part.at, ...refused], value }
    : null;
}

function placeOfId(id: string, parts: readonly InputPart[]): Path | null {
  for (const { at, value } of parts)
    for (const [name, one] of Object.entries(value)) if (one === id) return [...at, name];
  return null;
}

function placeOfField(field: string | undefined, value: object): Path | undefined {
  if (field === undefined) return undefined;
  return (PLACES[field] ?? [[field]]).find((path) => valueAt(value, path) !== undefined);
}

/** What is at a path; `undefined` where there is nothing. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (whole, step) =>
      typeof whole === 'object' && whole !== null ? Reflect.get(whole, step) : undefined,
    value,
  );
}

/** The offer that a rule refuses. Of two equal ones it is the second that has no place. */
function partOfOffer(refusal: DomainError, parts: readonly InputPart[]): InputPart | undefined {
  const hasOffer =
    isWindowRefused(refusal) ||
    hasCode<DevicesNotLicensed>(refusal, 'devices-not-licensed') ||
    hasCode<FormatsNotLicensed>(refusal, 'formats-not-licensed') ||
    hasCode<OfferGone>(refusal, 'offer-gone');
  if (!hasOffer) return undefined;
  const { offer } = refusal;
  const equal = parts.filter((part) => part.offer?.()?.equals(offer));
  const isTwice =
    hasCode<OfferOverlap>(refusal, 'offer-overlap') &&
    refusal.clashes.some((clash) => clash.with.equals(offer));
  return (isTwice ? equal[1] : undefined) ?? equal[0];
}

export function offerPart(at: Path, offer: OfferData): InputPart {
  return { at, value: offer, offer: () => Offer.of(offer) };
}

export function offerParts(at: Path, offers: readonly OfferData[]): InputPart[] {
  return offers.map((offer, index) => offerPart([...at, index], offer));
}

export function chosenParts(at: Path, chosen: ChosenOffer): InputPart[] {
  return [{ at, value: chosen }, offerPart([...at, 'offer'], chosen.offer)];
}

export function detailsParts(at: Path, details: LicenseDetailsData): InputPart[] {
  return [
    { at, value: details },
    { at: [...at, 'terms'], value: details.terms },
  ];
}

export function planParts(at: Path, plan: GenerationPlan): InputPart[] {
  switch (plan.kind) {
    case 'at':
      return offerParts([...at, 'offers'], plan.offers);
    case 'first-free':
      return [
        { at: [...at, 'offer'], value: plan.offer },
        { at, value: plan },
      ];
    case 'ladder': {
      const { start, steps, devices } = plan;
      const becomes = (index: number) => () => priceLadder(start, steps, devices)[index];
      return [
        ...steps.map((step, index) => ({
          at: [...at, 'steps', index],
          value: step,
          offer: becomes(index),
        })),
        { at, value: plan },
      ];
    }
    case 'price-plan':
      return [{ at, value: plan }];
  }
}

/** What is there already broke no rule; what is to be there instead did. */
export function changeParts(at: Path, change: ProposedChange): InputPart[] {
  const [after, before] = [
    [...at, 'after'],
    [...at, 'before'],
  ];
  switch (change.kind) {
    case 'offers-generated':
    case 'offers-withdrawn':
      return offerParts([...at, 'offers'], change.offers);
    case 'offer-replaced':
      return [offerPart(after, change.after), offerPart(before, change.before)];
    case 'offers-rearranged':
      return [
        ...change.replaced.flatMap((one, index) => [
          offerPart([...at, 'replaced', index, 'after'], one.after),
          offerPart([...at, 'replaced', index, 'before'], one.before),
        ]),
        ...change.added.map(({ offer }, index) =>
          offerPart([...at, 'added', index, 'offer'], offer),
        ),
        ...offerParts([...at, 'withdrawn'], change.withdrawn),
      ];
    case 'license-amended':
      return [...detailsParts(after, change.after), ...detailsParts(before, change.before)];
    case 'license-closed':
    case 'license-reopened':
      return offerParts([...at, 'offers'], change.offers);
  }
}
