import type { Complaint } from '../document/problem-schema';
import type { DomainError } from '../../../../src/domain/errors';
import type {
  DevicesNotLicensed,
  OfferGone,
  OfferOverlap,
} from '../../../../src/domain/license/license-errors';
import { addDays, isoDate } from '../../../../src/domain/values/date-range';
import { hasCode } from '../../../../src/domain/errors';
import { isWindowRefused } from '../../../../src/domain/license/license-errors';
import { Offer, type OfferData } from '../../../../src/domain/license/offer';
import { pointerOf } from './complaints';

// Rules are broken by values; here it is found out where in a body the value stands.

/** Form fields that bodies have under another name. */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  firstDay: ['window', 'startsOn'],
  lastDay: ['endsOn', 'window'],
  price: ['price', 'minor'],
  currency: ['currency'],
};

type Path = readonly string[];

/** What a refusal says is wrong, with a pointer to it; nothing when it stands nowhere in the body. */
export function complaintAbout(error: DomainError, body: unknown): Complaint[] {
  const { code, message: detail, field } = error;
  const part = error.part.map(String);
  const within = [...part, ...(pathToOffer(error, at(body, part)) ?? [])];
  // The devices of a price ladder stand beside its steps.
  for (const place of [within, part]) {
    const path = pathToField(field, at(body, place));
    if (path !== null) return [{ pointer: pointerOf([...place, ...path]), code, detail }];
  }
  return within.length === 0 ? [] : [{ pointer: pointerOf(within), code, detail }];
}

function pathToField(field: string | undefined, body: unknown): Path | null {
  if (field === undefined) return null;
  for (const name of ALIASES[field] ?? [field]) {
    // What is there already broke no rule; what is to be there instead did.
    const path =
      pathTo(body, (key) => key === name, 'before') ?? pathTo(body, (key) => key === name);
    if (path !== null) return path;
  }
  return null;
}

/** Where the offer stands that a rule refuses. */
function pathToOffer(error: DomainError, body: unknown): Path | null {
  const offer = offerOf(error);
  if (offer === null) return null;
  const places = [...parts(body)]
    .filter(([, value]) => isOffer(value, offer))
    .map(([path]) => path);
  // Of two equal offers it is the second that has no place.
  const isTwice =
    hasCode<OfferOverlap>(error, 'offer-overlap') &&
    error.clashes.some((clash) => clash.with.equals(offer));
  return places[isTwice ? 1 : 0] ?? places[0] ?? pathToStep(body, offer);
}

function offerOf(error: DomainError): Offer | null {
  const hasOffer =
    isWindowRefused(error) ||
    hasCode<DevicesNotLicensed>(error, 'devices-not-licensed') ||
    hasCode<OfferGone>(error, 'offer-gone');
  return hasOffer ? error.offer : null;
}

function isOffer(value: unknown, offer: Offer): boolean {
  if (!isObject(value) || !('window' in value && 'price' in value && 'devices' in value))
    return false;
  // The body was checked before anything was refused by a rule.
  return Offer.of(value as unknown as OfferData).equals(offer);
}

/** The step of a price ladder that became an offer. */
function pathToStep(body: unknown, offer: Offer): Path | null {
  if (!isObject(body) || !('start' in body && 'steps' in body)) return null;
  const { start, steps } = body as { start: string; steps: readonly { days: number }[] };
  let day = isoDate(start);
  for (const [index, { days }] of steps.entries()) {
    if (day === offer.window.startsOn) return ['steps', String(index)];
    day = addDays(day, days);
  }
  return null;
}

/** Where the first part of a body is that something holds for, the outermost first. */
export function pathTo(
  body: unknown,
  holds: (name: string, value: unknown) => boolean,
  except?: string,
): Path | null {
  for (const [path, value] of parts(body, except)) if (holds(path.at(-1) ?? '', value)) return path;
  return null;
}

/** Every part of a body with its path, the outermost first. */
function* parts(body: unknown, except?: string): Generator<readonly [Path, unknown]> {
  const waiting: (readonly [Path, unknown])[] = [[[], body]];
  for (const [path, value] of waiting) {
    if (path.length > 0) yield [path, value];
    if (!isObject(value)) continue;
    for (const [name, part] of Object.entries(value))
      if (name !== except) waiting.push([[...path, name], part]);
  }
}

function at(body: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, name) =>
      isObject(value) ? (value as Readonly<Record<string, unknown>>)[name] : undefined,
    body,
  );
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
