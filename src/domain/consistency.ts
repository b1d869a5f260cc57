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
 * Consistency checks on stored data. Versions order the changes of an aggregate, so one pass over its history is enough:
 * each function takes the data of a single aggregate, and memory use does not grow with the number of aggregates.
 */

/** One stored history entry, with the command that made it. */
export interface StoredChange<Change> {
  readonly version: number;
  readonly change: Change;
  /** The idempotency key of the command. */
  readonly key: string;
  /** The version in the stored result of the command; `null` when the command is not stored. */
  readonly answered: number | null;
}

/** Everything stored about one license. Values are as stored, valid or not. */
export interface StoredLicense {
  readonly id: string;
  readonly version: number;
  readonly details: LicenseDetailsData;
  /** In date order. */
  readonly offers: readonly OfferData[];
  /** By ascending version. */
  readonly history: readonly StoredChange<LicenseChange>[];
}

/** Everything stored about one contract, without its licenses. */
export interface StoredContract {
  readonly id: string;
  readonly version: number;
  readonly details: ContractDetails;
  /** By ascending version. */
  readonly history: readonly StoredChange<ContractChange>[];
}

export type Problem =
  /** L7: a version has no history entry or two, or the row has another version than its history. */
  | 'version-missing'
  | 'version-repeated'
  | 'version-differs'
  /** A history entry has no command, a command has two effects, or its stored result has another version. */
  | 'command-missing'
  | 'command-repeated'
  | 'answer-differs'
  /** A change does not follow from the versions before it. */
  | 'change-misplaced'
  /** The state differs from the result of replaying the history. */
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
  /** The projection of the assignments by which titles are searched differs from the assignments. */
  | 'derived-differs'
  /** The content of a history entry, or of the one before it, has changed since it was written. */
  | 'history-altered'
  /** A row has no owner. */
  | 'stray'
  /** A change acknowledged to a client is missing or different; the change of a refused command is stored. */
  | 'acknowledged-missing'
  | 'acknowledged-differs'
  | 'refused-present';

/** A violated rule or invariant. */
export interface Finding {
  readonly aggregate: 'license' | 'contract' | 'content' | 'command';
  readonly id: string;
  readonly problem: Problem;
  /** A description for the operator. */
  readonly words: string;
}

/** Finds violated rules in a license. Empty when there are none. */
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

/** Finds violated rules in a contract, without its licenses. Empty when there are none. */
export function findingsInContract(stored: StoredContract): Finding[] {
  const { id, details, history } = stored;
  const found = [
    ...versionProblems(stored),
    ...invalid(() => Contract.reconstitute(id, 1, details).details, details, contractText),
    ...attempt('state-differs', () => contractHistoryProblems(details, history)),
  ];
  return found.map((problem) => ({ aggregate: 'contract', id, ...problem }));
}

/** A history entry of any aggregate, with its place in the hash chain. */
export interface ChainedLine {
  readonly aggregate: 'license' | 'contract' | 'content';
  readonly id: string;
  readonly version: number;
  /** The stored hash. */
  readonly hash: string;
  /** The hash computed from the current content of this entry and of the preceding version. */
  readonly expected: string;
}

/** Detects a history entry that was changed after it was written. */
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

/** The responses that clients received. */
export interface Answers {
  readonly accepted: readonly {
    readonly key: string;
    readonly id: string;
    readonly version: number;
    /** `null` when the client cannot know it: an undo reverts whichever change is the newest. */
    readonly kind: LicenseChange['kind'] | ContractChange['kind'] | ContentChange['kind'] | null;
  }[];
  /** Keys of commands that were refused or changed nothing. */
  readonly refused: readonly string[];
}

/** The part of a history entry that is compared with responses. */
export interface RecordedChange {
  readonly key: string;
  readonly id: string;
  readonly version: number;
  readonly kind: string;
}

/** Finds differences between the responses that clients received and what is stored. */
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
      const acknowledged = `version ${version} of ${id}`;
      const lines = byKey.get(key) ?? [];
      // A withdrawal or a bulk assignment also changes titles, each of them once.
      const [line = lines[0], ...more] = lines.filter((one) => one.id === id);
      if (line === undefined)
        return [about(key, 'acknowledged-missing', `${acknowledged} is not there`)];
      if (more.length > 0)
        return [
          about(key, 'command-repeated', `${acknowledged} was made ${more.length + 1} times`),
        ];
      if (line.id === id && line.version === version && (kind ?? line.kind) === line.kind)
        return [];
      const stored = `version ${line.version} of ${line.id}, ${line.kind}`;
      return [
        about(
          key,
          'acknowledged-differs',
          `${acknowledged}, ${kind ?? 'undo'}, is stored as ${stored}`,
        ),
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

/** Finds a stored value that the domain would not have created. */
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

/** Every change records the state it replaced. This walks through the history and compares it with the actual state. */
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
  const replayed = replay(history.map(({ change }) => change));
  const expected = new Set(replayed.offers.map(offerText));
  const actual = new Set(offers.map(offerText));
  const differs = (what: string): Found => ({ problem: 'state-differs', words: what });
  return [
    ...(detailsText(replayed.details) === detailsText(details)
      ? []
      : [differs('its details are not those of its history')]),
    ...[...expected]
      .filter((offer) => !actual.has(offer))
      .map((offer) => differs(`${offer} is missing`)),
    ...[...actual]
      .filter((offer) => !expected.has(offer))
      .map((offer) => differs(`${offer} was never made`)),
  ];
}

function contractHistoryProblems(
  details: ContractDetails,
  history: readonly StoredChange<ContractChange>[],
): Found[] {
  const found: Found[] = [];
  let previous: string | null = null;
  for (const { version, change } of history) {
    const before: string | null =
      change.kind === 'contract-recorded' ? null : contractText(change.before);
    if (before !== previous)
      found.push({
        problem: 'change-misplaced',
        words: `version ${version}: it said something else before`,
      });
    previous = contractText(change.kind === 'contract-recorded' ? change.details : change.after);
  }
  if (previous !== contractText(details))
    found.push({ problem: 'state-differs', words: 'its details are not those of its history' });
  return found;
}

/** Runs a check; a history that cannot be read counts as a problem too. */
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

/** An end that compares with days: an open end sorts after every day. */
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
