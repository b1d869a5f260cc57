import type { ContentChange } from './content/content-change';
import type { ContractChange, ContractDetails } from './contract/contract';
import type { DateRangeData } from './values/date-range';
import type { LicenseChange } from './license/license-change';
import type { LicenseDetailsData } from './license/license-details';
import type { OfferData } from './license/offer';
import { Contract } from './contract/contract';
import { offersAddedBy, replay } from './license/license-change';
import { LicenseDetails } from './license/license-details';
import { Offer } from './license/offer';

/*
 * Whether what is stored keeps every promise. Versions put the changes of an aggregate in order, so that its history can be
 * judged by reading it once: these functions take the material of one aggregate at a time, however many there are.
 */

/** One stored line of history, with what became of the command that made it. */
export interface StoredChange<Change> {
  readonly version: number;
  readonly change: Change;
  /** The key of the command. */
  readonly key: string;
  /** The version the stored command answers with; `null` when there is no such command. */
  readonly answered: number | null;
}

/** Everything stored about one license; values as they stand there, valid or not. */
export interface StoredLicense {
  readonly id: string;
  readonly version: number;
  readonly details: LicenseDetailsData;
  /** In date order. */
  readonly offers: readonly OfferData[];
  /** In the order of the versions. */
  readonly history: readonly StoredChange<LicenseChange>[];
}

/** Everything stored about one contract itself. */
export interface StoredContract {
  readonly id: string;
  readonly version: number;
  readonly details: ContractDetails;
  /** In the order of the versions. */
  readonly history: readonly StoredChange<ContractChange>[];
}

export type Problem =
  /** L7: a version without its line of history, with two, or a row at another version than its history. */
  | 'version-missing'
  | 'version-repeated'
  | 'version-differs'
  /** A line of history without its command, a command with two effects, or one that was answered with another version. */
  | 'command-missing'
  | 'command-repeated'
  | 'answer-differs'
  /** A change that is not one of what the versions before it lead to. */
  | 'change-misplaced'
  /** The state is not what the history leads to. */
  | 'state-differs'
  /** L3, L2 and L4. */
  | 'offers-overlap'
  | 'offer-outside'
  | 'offer-devices'
  | 'invalid-value'
  /** C1, C2 and C3. */
  | 'no-offer-assigned'
  | 'offers-clash'
  | 'offer-missing'
  /** What is derived from the assignments, for finding titles fast, is not what they lead to. */
  | 'derived-differs'
  /** A line of history that is not as it was written, or does not follow the one that it was written after. */
  | 'history-altered'
  /** Something that belongs to nothing. */
  | 'stray'
  /** A change somebody was told of is not there, or not as told; one that was refused is there. */
  | 'acknowledged-missing'
  | 'acknowledged-differs'
  | 'refused-present';

/** A broken promise. */
export interface Finding {
  readonly aggregate: 'license' | 'contract' | 'content' | 'command';
  readonly id: string;
  readonly problem: Problem;
  /** For the operator who reads it. */
  readonly words: string;
}

/** What is wrong with a license; nothing, as long as every promise holds. */
export function findingsInLicense(stored: StoredLicense): Finding[] {
  const { id, details, offers, history } = stored;
  const found = [
    ...versionProblems(stored),
    ...invalid(() => LicenseDetails.of(details).toData(), details, detailsText),
    ...offers.flatMap((offer) => invalid(() => Offer.of(offer).toData(), offer, offerText)),
    ...offerProblems(details, offers),
    ...attempt('change-misplaced', () => misplacedChanges(history)),
    ...attempt('state-differs', () => stateProblems(stored)),
  ];
  return found.map((problem) => ({ aggregate: 'license', id, ...problem }));
}

/** What is wrong with a contract itself; nothing, as long as every promise holds. */
export function findingsInContract(stored: StoredContract): Finding[] {
  const { id, details, history } = stored;
  const found = [
    ...versionProblems(stored),
    ...invalid(() => Contract.reconstitute(id, 1, details).details, details, contractText),
    ...attempt('state-differs', () => contractStoryProblems(details, history)),
  ];
  return found.map((problem) => ({ aggregate: 'contract', id, ...problem }));
}

/** A line of history of any aggregate, with its link to the one before. */
export interface ChainedLine {
  readonly aggregate: 'license' | 'contract' | 'content';
  readonly id: string;
  readonly version: number;
  /** The hash it was stored with. */
  readonly hash: string;
  /** The hash of what it says now, and of the version that stands before it now. */
  readonly expected: string;
}

/** Whether a line of history was touched since it was written. */
export function findingsInChain({
  aggregate,
  id,
  version,
  hash,
  expected,
}: ChainedLine): Finding[] {
  if (hash === expected) return [];
  const words =
    `version ${version} is not as it was written, or does not follow the version it was written after: ` +
    'somebody has changed, moved or taken away lines of history behind the product’s back';
  return [{ aggregate, id, problem: 'history-altered', words }];
}

/** What clients were told. */
export interface Answers {
  readonly accepted: readonly {
    readonly key: string;
    readonly id: string;
    readonly version: number;
    /** `null` when the client does not know it: an undo is whatever takes the newest change back. */
    readonly kind: LicenseChange['kind'] | ContractChange['kind'] | ContentChange['kind'] | null;
  }[];
  /** Keys of commands that were refused, or changed nothing. */
  readonly refused: readonly string[];
}

/** A line of history of any aggregate, as far as answers are concerned. */
export interface RecordedChange {
  readonly key: string;
  readonly id: string;
  readonly version: number;
  readonly kind: string;
}

/** Where what clients were told is not what is stored. */
export function findingsInAnswers(
  { accepted, refused }: Answers,
  recorded: Iterable<RecordedChange>,
): Finding[] {
  const byKey = new Map<string, RecordedChange[]>();
  for (const line of recorded) byKey.set(line.key, [...(byKey.get(line.key) ?? []), line]);
  const about = (key: string, problem: Problem, words: string): Finding => ({
    aggregate: 'command',
    id: key,
    problem,
    words,
  });
  return [
    ...accepted.flatMap(({ key, id, version, kind }) => {
      const told = `version ${version} of ${id}`;
      const lines = byKey.get(key) ?? [];
      // A withdrawal, or a bulk assignment, changes titles too, each of them once.
      const [line = lines[0], ...more] = lines.filter((one) => one.id === id);
      if (line === undefined) return [about(key, 'acknowledged-missing', `${told} is not there`)];
      if (more.length > 0)
        return [about(key, 'command-repeated', `${told} was made ${more.length + 1} times`)];
      if (line.id === id && line.version === version && (kind ?? line.kind) === line.kind)
        return [];
      const stored = `version ${line.version} of ${line.id}, ${line.kind}`;
      return [
        about(key, 'acknowledged-differs', `${told}, ${kind ?? 'undo'}, is stored as ${stored}`),
      ];
    }),
    ...refused
      .filter((key) => byKey.has(key))
      .map((key) => about(key, 'refused-present', 'it was refused, and its change is there')),
  ];
}

export interface Found {
  readonly problem: Problem;
  readonly words: string;
}

export function versionProblems({
  version,
  history,
}: {
  readonly version: number;
  readonly history: readonly StoredChange<unknown>[];
}): Found[] {
  const found: Found[] = [];
  const keys = new Set<string>();
  let expected = 1;
  for (const line of history) {
    const at = `version ${line.version}`;
    if (line.version < expected)
      found.push({ problem: 'version-repeated', words: `${at} has two lines of history` });
    else if (line.version > expected) {
      const missing = line.version === expected + 1 ? expected : `${expected}–${line.version - 1}`;
      found.push({
        problem: 'version-missing',
        words: `version ${missing} has no line of history`,
      });
    }
    expected = Math.max(expected, line.version + 1);

    if (line.answered === null)
      found.push({ problem: 'command-missing', words: `${at} has no command ${line.key}` });
    else if (line.answered !== line.version)
      found.push({
        problem: 'answer-differs',
        words: `${at} was answered as version ${line.answered}`,
      });
    if (keys.has(line.key))
      found.push({ problem: 'command-repeated', words: `${at} repeats command ${line.key}` });
    keys.add(line.key);
  }
  if (version !== history.length)
    found.push({
      problem: 'version-differs',
      words: `it is at version ${version} and has ${history.length} lines of history`,
    });
  return found;
}

/** A stored value that the domain would not have made. */
export function invalid<T>(made: () => T, stored: T, textOf: (value: T) => string): Found[] {
  const words = `${textOf(stored)} is not valid`;
  try {
    return textOf(made()) === textOf(stored) ? [] : [{ problem: 'invalid-value', words }];
  } catch (error) {
    return [{ problem: 'invalid-value', words: `${words}: ${reasonOf(error)}` }];
  }
}

function offerProblems({ terms }: LicenseDetailsData, offers: readonly OfferData[]): Found[] {
  const found: Found[] = [];
  let furthest: OfferData | undefined;
  for (const offer of offers) {
    const what = offerText(offer);
    if (furthest !== undefined && offer.window.startsOn < endOf(furthest.window))
      found.push({ problem: 'offers-overlap', words: `${what} overlaps ${offerText(furthest)}` });
    if (furthest === undefined || endOf(furthest.window) < endOf(offer.window)) furthest = offer;
    if (offer.window.startsOn < terms.window.startsOn || endOf(offer.window) > endOf(terms.window))
      found.push({ problem: 'offer-outside', words: `${what} lies outside the license` });
    if (!offer.devices.every((device) => terms.devices.includes(device)))
      found.push({ problem: 'offer-devices', words: `${what} has devices the license has not` });
  }
  return found;
}

/** Every change says what it found; this walks through the history and asks whether that was there. */
function misplacedChanges(history: readonly StoredChange<LicenseChange>[]): Found[] {
  const found: Found[] = [];
  const offers = new Map<string, string>();
  let details = '';
  for (const { version, change } of history) {
    const misplaced = (what: string) =>
      found.push({ problem: 'change-misplaced', words: `version ${version}: ${what}` });
    const take = (offer: OfferData) => {
      if (offers.get(offer.window.startsOn) !== offerText(offer))
        misplaced(`${offerText(offer)} was not there to be taken away`);
      offers.delete(offer.window.startsOn);
    };
    const put = (offer: OfferData) => {
      if (offers.has(offer.window.startsOn)) misplaced(`${offerText(offer)} had no place`);
      offers.set(offer.window.startsOn, offerText(offer));
    };
    switch (change.kind) {
      case 'license-granted':
        if (version !== 1) misplaced('the license was granted already');
        details = detailsText(change.details);
        offersAddedBy(change).forEach(put);
        break;
      case 'offers-generated':
        offersAddedBy(change).forEach(put);
        break;
      case 'offers-withdrawn':
        change.offers.forEach(take);
        break;
      case 'offer-replaced':
        take(change.before);
        put(change.after);
        break;
      case 'license-amended':
        if (details !== detailsText(change.before)) misplaced('the amended terms were others');
        details = detailsText(change.after);
        break;
    }
  }
  return found;
}

function stateProblems({ details, offers, history }: StoredLicense): Found[] {
  const story = replay(history.map(({ change }) => change));
  const told = new Set(story.offers.map(offerText));
  const held = new Set(offers.map(offerText));
  const differs = (what: string): Found => ({ problem: 'state-differs', words: what });
  return [
    ...(detailsText(story.details) === detailsText(details)
      ? []
      : [differs('its details are not those of its history')]),
    ...[...told].filter((offer) => !held.has(offer)).map((offer) => differs(`${offer} is missing`)),
    ...[...held]
      .filter((offer) => !told.has(offer))
      .map((offer) => differs(`${offer} was never made`)),
  ];
}

function contractStoryProblems(
  details: ContractDetails,
  history: readonly StoredChange<ContractChange>[],
): Found[] {
  const found: Found[] = [];
  let told: string | null = null;
  for (const { version, change } of history) {
    const before: string | null =
      change.kind === 'contract-recorded' ? null : contractText(change.before);
    if (before !== told)
      found.push({
        problem: 'change-misplaced',
        words: `version ${version}: it said something else before`,
      });
    told = contractText(change.kind === 'contract-recorded' ? change.details : change.after);
  }
  if (told !== contractText(details))
    found.push({ problem: 'state-differs', words: 'its details are not those of its history' });
  return found;
}

/** A history that cannot even be read is a finding, too. */
export function attempt(problem: Problem, judge: () => Found[]): Found[] {
  try {
    return judge();
  } catch (error) {
    return [{ problem, words: `its history cannot be followed: ${reasonOf(error)}` }];
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Comparable with days: an open end comes after every day. */
function endOf({ endsOn: end }: DateRangeData): string {
  return end ?? '~';
}

function offerText({ name, price, window, devices }: OfferData): string {
  return JSON.stringify([
    window.startsOn,
    window.endsOn,
    name,
    price.minor,
    price.currency,
    devices,
  ]);
}

function detailsText({ name, notes, terms }: LicenseDetailsData): string {
  const { rightsType, territories, devices, window } = terms;
  return JSON.stringify([
    name,
    notes,
    rightsType,
    territories,
    devices,
    window.startsOn,
    window.endsOn,
  ]);
}

function contractText({ studio, reference, signedOn, notes }: ContractDetails): string {
  return JSON.stringify([studio, reference, signedOn, notes]);
}
