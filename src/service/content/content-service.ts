import type { LicensedOffer, OfferRef } from '../../domain/content/clash';
import type { ContentDetailsData } from '../../domain/content/content-details';
import type { OfferData } from '../../domain/license/offer';
import type { Command, Outcome, Transaction, UnitOfWork } from '../unit-of-work';
import { licensedOffer } from '../../domain/content/clash';
import { Content } from '../../domain/content/content';
import { AssignmentGone, LastAssignment, OfferClash } from '../../domain/content/content-errors';
import { ContentDetails } from '../../domain/content/content-details';
import type { License } from '../../domain/license/license';
import type { ContentKind } from '../../domain/content/content-kind';
import type { DateRange } from '../../domain/values/date-range';
import { isoDate } from '../../domain/values/date-range';
import { DomainError } from '../../domain/errors';
import { IdentifierTaken } from '../../domain/content/identifier';
import { OfferGone } from '../../domain/license/license-errors';
import { Offer } from '../../domain/license/offer';
import { releaseOffers } from '../../domain/content/title-rules';
import { NotFound, Stale, VersionAhead } from '../errors';

/** What an accepted command on one title answers. */
export interface ContentSaved {
  readonly id: string;
  readonly version: number;
}

/** What an accepted command on many titles answers. */
export interface TitlesAssigned {
  /** The titles that were changed; of an assignment, those that had the offer already are not among them. */
  readonly assigned: readonly ContentSaved[];
}

/** An offer as the person who chose it saw it. */
export interface ChosenOffer {
  readonly licenseId: string;
  readonly offer: OfferData;
}

/** A command on a title as it was at a version. */
export interface ContentCommand extends Command {
  readonly contentId: string;
  readonly expectedVersion: number;
}

export interface RegisterContent extends Command {
  readonly contentId: string;
  readonly details: ContentDetailsData;
  /** The first offer: content without one cannot exist (C1). */
  readonly first: ChosenOffer;
}

export interface CorrectContent extends ContentCommand {
  readonly details: ContentDetailsData;
}

export interface AssignOffer extends ContentCommand {
  readonly chosen: ChosenOffer;
}

export interface UnassignOffer extends ContentCommand {
  readonly assignment: OfferRef;
}

export interface MoveAssignment extends ContentCommand {
  readonly from: OfferRef;
  readonly to: ChosenOffer;
}

export interface AssignTitles extends Command {
  readonly chosen: ChosenOffer;
  readonly titles: readonly { readonly contentId: string; readonly expectedVersion: number }[];
}

/** As many titles as one command assigns at most. */
export const MAX_TITLES = 1_000;

/**
 * Registers a title together with its first offer (C1).
 *
 * @throws DomainError of a detail that is not valid, IdentifierTaken, ParentUnfit, NotFound for the license or the title
 *   it belongs to, OfferGone (C3)
 */
export function registerContent(
  command: RegisterContent,
  unitOfWork: UnitOfWork,
): Promise<Outcome<ContentSaved>> {
  return unitOfWork.run(command, async (transaction) => {
    const { contentId, details, first } = command;
    const valid = ContentDetails.of(details);
    await requireKnownSurroundings([{ id: contentId, details: valid }], transaction);
    const content = Content.register(contentId, details, await chosenOffer(first, transaction));
    transaction.contents.add([content]);
    return saved(content);
  });
}

/**
 * Corrects what a title is known by.
 *
 * @throws NotFound, Stale, VersionAhead, IdentifierTaken, KindFixed, ParentUnfit, DomainError of a detail that is not valid
 */
export function correctContent(
  command: CorrectContent,
  unitOfWork: UnitOfWork,
): Promise<Outcome<ContentSaved>> {
  return unitOfWork.run(command, async (transaction) => {
    const content = await current(transaction, command);
    content.correct(command.details);
    await requireKnownSurroundings([content], transaction);
    return save(content, transaction);
  });
}

/**
 * Assigns one more offer to a title.
 *
 * @throws NotFound, Stale, VersionAhead, OfferGone (C3), OfferClash (C2)
 */
export function assignOffer(
  command: AssignOffer,
  unitOfWork: UnitOfWork,
): Promise<Outcome<ContentSaved>> {
  return unitOfWork.run(command, async (transaction) => {
    const content = await current(transaction, command);
    content.assign(await chosenOffer(command.chosen, transaction));
    return save(content, transaction);
  });
}

/**
 * Takes an offer from a title.
 *
 * @throws NotFound, Stale, VersionAhead, AssignmentGone, LastAssignment with what else could be assigned (C1)
 */
export function unassignOffer(
  command: UnassignOffer,
  unitOfWork: UnitOfWork,
): Promise<Outcome<ContentSaved>> {
  return unitOfWork.run(command, async (transaction) => {
    const content = await current(transaction, command);
    try {
      content.unassign([command.assignment]);
    } catch (refusal) {
      if (!(refusal instanceof LastAssignment)) throw refusal;
      const today = isoDate(command.at.slice(0, 10));
      const candidates = await transaction.contents.candidates(content.id, today);
      throw new LastAssignment(content.details.title, candidates);
    }
    return save(content, transaction);
  });
}

/**
 * Assigns another offer in place of one, in one step.
 *
 * @throws NotFound, Stale, VersionAhead, AssignmentGone, AlreadyAssigned, OfferGone (C3), OfferClash (C2)
 */
export function moveAssignment(
  command: MoveAssignment,
  unitOfWork: UnitOfWork,
): Promise<Outcome<ContentSaved>> {
  return unitOfWork.run(command, async (transaction) => {
    const content = await current(transaction, command);
    content.move(command.from, await chosenOffer(command.to, transaction));
    return save(content, transaction);
  });
}

/**
 * Assigns one offer to many titles, all or nothing; who wants less asks `tryAssigning` first. A title that has the offer
 * already stays as it is.
 *
 * @throws TooManyTitles, NotFound, Stale of the first title that was changed meanwhile, OfferGone (C3), OfferClash of the
 *   first title that is blocked (C2)
 */
export function assignTitles(
  command: AssignTitles,
  unitOfWork: UnitOfWork,
): Promise<Outcome<TitlesAssigned>> {
  return unitOfWork.run(command, async (transaction) => {
    requireFewEnough(new Set(command.titles.map(({ contentId }) => contentId)).size);
    const offer = await chosenOffer(command.chosen, transaction);
    const contents = await currentTitles(command.titles, transaction);
    for (const content of contents) content.assign(offer);
    transaction.contents.save(contents);
    return { assigned: contents.filter(({ change }) => change !== null).map(saved) };
  });
}

export interface UnassignTitles extends Command {
  readonly assignment: OfferRef;
  readonly titles: AssignTitles['titles'];
}

/**
 * Takes one offer from many titles, all or nothing: what undoes `assignTitles`, given the versions which that answered.
 *
 * @throws TooManyTitles, NotFound, Stale of the first title that was changed meanwhile, AssignmentGone, TitlesStranded naming
 *   the titles that have no other offer (C1)
 */
export function unassignTitles(
  command: UnassignTitles,
  unitOfWork: UnitOfWork,
): Promise<Outcome<TitlesAssigned>> {
  return unitOfWork.run(command, async (transaction) => {
    const contents = await currentTitles(command.titles, transaction);
    const gone = contents.find((content) => !content.has(command.assignment));
    if (gone !== undefined) throw new AssignmentGone(gone.details.title, command.assignment);
    releaseOffers(contents, [command.assignment]);
    transaction.contents.save(contents);
    return { assigned: contents.map(saved) };
  });
}

/** What one title gets and loses; a title that is not there yet is registered with what it gets. */
export interface TitleArrangement {
  readonly contentId: string;
  /** 0 for a title that is registered. */
  readonly expectedVersion: number;
  /** What it is registered as; `null` for one that is there. */
  readonly details: ContentDetailsData | null;
  readonly give: readonly ChosenOffer[];
  readonly take: readonly OfferRef[];
}

export interface ArrangeTitles extends Command {
  readonly titles: readonly TitleArrangement[];
}

/**
 * Registers titles with their offers, and takes and gives offers of others, all or nothing.
 *
 * @throws TooManyTitles, NotFound, Stale of the first title that was changed meanwhile, OfferGone (C3), OfferClash (C2),
 *   LastAssignment (C1), AssignmentGone, IdentifierTaken, ParentUnfit, DomainError of a detail that is not valid
 */
export function arrangeTitles(
  command: ArrangeTitles,
  unitOfWork: UnitOfWork,
): Promise<Outcome<TitlesAssigned>> {
  return unitOfWork.run(command, async (transaction) => {
    const { titles } = command;
    requireFewEnough(titles.length);
    const choose = await offersToChoose(
      titles.flatMap(({ give }) => give),
      transaction,
    );
    const known = titles.filter(({ expectedVersion }) => expectedVersion > 0);
    const found = await byId(
      known.map(({ contentId }) => contentId),
      transaction,
    );
    const changed = known.map(({ contentId, expectedVersion, give, take }) => {
      const content = requireCurrent(found.get(contentId), contentId, expectedVersion);
      content.reassign(take, give.map(choose));
      return content;
    });
    const added = titles
      .filter(({ expectedVersion }) => expectedVersion === 0)
      .map(({ contentId, details, give }) => {
        const [first, ...further] = give.map(choose);
        if (details === null) throw new NotFound('content', contentId);
        if (first === undefined) throw new LastAssignment(details.title, []);
        return Content.register(contentId, details, first, further);
      });
    await requireKnownSurroundings(added, transaction);
    transaction.contents.add(added);
    transaction.contents.save(changed);
    return {
      assigned: [...added, ...changed].filter(({ change }) => change !== null).map(saved),
    };
  });
}

/** What would become of one title in a bulk assignment. */
export interface TrialOfTitle {
  readonly contentId: string;
  readonly title: string;
  readonly version: number;
  readonly outcome: 'assigned' | 'already' | 'blocked';
  /** Why it is blocked, for the person who asked. */
  readonly reason: string | null;
}

export interface TryAssigning extends Command {
  readonly chosen: ChosenOffer;
  readonly contentIds: readonly string[];
}

export interface TitlesTried {
  readonly titles: readonly TrialOfTitle[];
}

/**
 * A dry run of `assignTitles`: decides every title on its own and changes nothing.
 *
 * @throws TooManyTitles, NotFound for the license or a title, OfferGone (C3)
 */
export function tryAssigning(
  command: TryAssigning,
  unitOfWork: UnitOfWork,
): Promise<Outcome<TitlesTried>> {
  return unitOfWork.run(command, async (transaction) => {
    const ids = [...new Set(command.contentIds)];
    requireFewEnough(ids.length);
    const offer = await chosenOffer(command.chosen, transaction);
    const found = await byId(ids, transaction);
    return { titles: ids.map((id) => trial(requireThere(found.get(id), id), offer)) };
  });
}

function trial(content: Content, offer: LicensedOffer): TrialOfTitle {
  const { id: contentId, version, details } = content;
  const about = { contentId, version, title: details.title };
  try {
    content.assign(offer);
  } catch (refusal) {
    if (!(refusal instanceof OfferClash)) throw refusal;
    return { ...about, outcome: 'blocked', reason: refusal.message };
  }
  return { ...about, outcome: content.change === null ? 'already' : 'assigned', reason: null };
}

/** The offer, if its license has it now exactly as it was chosen (C3). */
async function chosenOffer(chosen: ChosenOffer, transaction: Transaction): Promise<LicensedOffer> {
  const choose = await offersToChoose([chosen], transaction);
  return choose(chosen);
}

/**
 * Reads the licenses of some offers, each once, and finds the offers on them.
 *
 * @throws NotFound for a license; what it returns throws OfferGone for an offer that is not there as it was chosen (C3)
 */
async function offersToChoose(
  chosen: readonly ChosenOffer[],
  { licenses }: Transaction,
): Promise<(one: ChosenOffer) => LicensedOffer> {
  const windows = new Map<string, Map<string, DateRange>>();
  for (const { licenseId, offer } of chosen) {
    const { window } = Offer.of(offer);
    const known = windows.get(licenseId) ?? new Map<string, DateRange>();
    windows.set(licenseId, known.set(window.startsOn, window));
  }
  const read = new Map<string, License>();
  for (const [id, known] of windows) {
    const license = await licenses.get(id, [...known.values()]);
    if (license === null) throw new NotFound('license', id);
    read.set(id, license);
  }
  return ({ licenseId, offer: data }) => {
    const offer = Offer.of(data);
    const license = read.get(licenseId);
    if (license?.timeline.has(offer) !== true) throw new OfferGone(offer);
    return licensedOffer(license, offer);
  };
}

/** What titles belong to is there, or comes with them, and nobody else has their identifiers. */
async function requireKnownSurroundings(
  titles: readonly Pick<Content, 'id' | 'details'>[],
  { contents }: Transaction,
): Promise<void> {
  const coming = new Map(titles.map(({ id, details }) => [id, details.kind]));
  const parentIds = titles.flatMap(({ details }) => details.parentId ?? []);
  const elsewhere = [...new Set(parentIds)].filter((id) => !coming.has(id));
  const there: ReadonlyMap<string, ContentKind> =
    elsewhere.length === 0 ? new Map() : await contents.kindsOf(elsewhere);
  for (const { details } of titles) {
    if (details.parentId === null) continue;
    const parent = coming.get(details.parentId) ?? there.get(details.parentId);
    if (parent === undefined) throw new NotFound('content', details.parentId);
    details.requireFitting(parent);
  }
  const identifiers = titles.flatMap(({ details }) => details.identifiers);
  if (identifiers.length === 0) return;
  const taken = await contents.takenBy(identifiers, [...coming.keys()]);
  if (taken !== null) throw new IdentifierTaken(taken);
}

async function current(
  { contents }: Transaction,
  { contentId, expectedVersion }: ContentCommand,
): Promise<Content> {
  return requireCurrent((await contents.get(contentId)) ?? undefined, contentId, expectedVersion);
}

/** Some titles, each once, at the versions that a command was made against. */
async function currentTitles(
  titles: AssignTitles['titles'],
  transaction: Transaction,
): Promise<readonly Content[]> {
  const expected = new Map(
    titles.map(({ contentId, expectedVersion }) => [contentId, expectedVersion]),
  );
  requireFewEnough(expected.size);
  const found = await byId([...expected.keys()], transaction);
  return [...expected].map(([id, version]) => requireCurrent(found.get(id), id, version));
}

async function byId(
  ids: readonly string[],
  { contents }: Transaction,
): Promise<ReadonlyMap<string, Content>> {
  return new Map((await contents.getAll(ids)).map((content) => [content.id, content]));
}

function requireThere(content: Content | undefined, id: string): Content {
  if (content === undefined) throw new NotFound('content', id);
  return content;
}

/** The title at the version the command was made against: every command on a title begins here. */
function requireCurrent(found: Content | undefined, id: string, expected: number): Content {
  const content = requireThere(found, id);
  if (content.version > expected) throw new Stale('content', id, expected);
  if (content.version < expected) throw new VersionAhead(expected, content.version);
  return content;
}

function save(content: Content, { contents }: Transaction): ContentSaved {
  contents.save([content]);
  return saved(content);
}

function saved({ id, version, change }: Content): ContentSaved {
  return { id, version: change === null ? version : version + 1 };
}

function requireFewEnough(count: number): void {
  if (count === 0 || count > MAX_TITLES) throw new TooManyTitles(count);
}

export class TooManyTitles extends DomainError {
  readonly code = 'too-many-titles';
  override readonly field = 'titles';

  constructor(count: number) {
    super(
      count === 0
        ? 'Choose at least one title.'
        : `These are ${count.toLocaleString('en-US')} titles; at most ${MAX_TITLES.toLocaleString('en-US')} can be assigned at once.`,
    );
  }
}
