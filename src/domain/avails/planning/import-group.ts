import type { IsoDate } from '../../values/date-range';
import type { FileTitle, NewId } from './file-titles';
import type { ArrangedTitle, Basis, ImportGroup, ImportStep } from './import-plan';
import type { LostOffer } from './licenses/license-steps';
import type { LicenseProposal } from './licenses/license-proposals';
import type { LicenseMatch, LicenseMatching } from './licenses/license-matching';
import type { StoredRights } from './stored-rights';
import type { TitleRights } from './planned-rights';
import type { TitleTakedowns } from './takedowns/title-takedowns';
import { sameRef } from '../../content/clash';
import { needsParent } from '../../content/content-kind';
import { contentKind } from '../../content/content-kind';
import { phaseKey } from '../vocabulary/rights-chart';
import { licenseItems, refusedTitles, titleItems } from './review-items';
import { licenseIdOf } from './licenses/license-matching';
import { revisingSteps } from './licenses/license-steps';
import { takedownItems } from './takedowns/takedown-items';

/** The maximum number of titles in one command. */
const MAX_TITLES = 500;

interface Material {
  /** The changes to the titles of the group. */
  readonly members: readonly TitleRights[];
  readonly proposals: readonly LicenseProposal[];
  readonly takedowns: readonly TitleTakedowns[];
  readonly matching: LicenseMatching;
  readonly stored: StoredRights;
  readonly newId: NewId;
  readonly today: IsoDate;
}

/** The commands and review items for licenses that are applied together. */
export function importGroup(material: Material): ImportGroup {
  const { proposals, matching, members, takedowns } = material;
  const matched = proposals.map((proposal) => ({ proposal, how: matching.of(proposal) }));
  const refused = matched.flatMap(({ how }) => (how.kind === 'refused' ? [how.reason] : []));
  const arranged = refused.length > 0 ? [] : arrangedTitles(matched, members);
  const steps: ImportStep[] =
    refused.length > 0
      ? []
      : [
          ...contractSteps(matched, material),
          ...licenseAndTitleSteps(matched, arranged, material),
          ...takedowns.flatMap((each) => each.steps),
        ];
  return {
    steps,
    basedOn: bases(matched, members, material),
    items: [
      ...matched.flatMap(({ proposal, how }) => licenseItems(proposal, how)),
      ...(refused.length > 0
        ? refusedTitles(members, proposals)
        : titleItems(members, arranged, proposals)),
      ...takedowns.flatMap(takedownItems),
    ],
    blocked: refused[0] ?? null,
  };
}

interface MatchedProposal {
  readonly proposal: LicenseProposal;
  readonly how: LicenseMatch;
}

function contractSteps(matched: readonly MatchedProposal[], { today }: Material): ImportStep[] {
  const contracts = new Map(
    matched.flatMap(({ proposal: { contract } }) =>
      'refusal' in contract || !contract.isNew ? [] : [[contract.contract.id, contract.contract]],
    ),
  );
  return [...contracts.values()].map(({ id, studio, reference }) => ({
    kind: 'record-contract',
    contractId: id,
    details: { studio, reference, signedOn: today, notes: '' },
  }));
}

/** The steps for licenses, and then those for titles, which get and lose at last what they need not lose before. */
function licenseAndTitleSteps(
  matched: readonly MatchedProposal[],
  arranged: readonly ArrangedTitle[],
  { members, stored }: Material,
): ImportStep[] {
  const revised = matched.flatMap(({ how }) => (how.kind === 'revised' ? [how] : []));
  const revising = revisingSteps(revised, members, stored);
  return [
    ...revising.steps,
    ...matched.flatMap(({ proposal, how }) => licenseSteps(proposal, how)),
    ...inCommands(withLost(arranged, revising.lost)),
  ];
}

/** Titles that lose no more what they have lost by now, and get back what they keep. */
function withLost(
  arranged: readonly ArrangedTitle[],
  lost: readonly LostOffer[],
): readonly ArrangedTitle[] {
  if (lost.length === 0) return arranged;
  const byTitle = new Map(arranged.map((title) => [title.contentId, title]));
  for (const { title, ref, after } of lost) {
    const { id: contentId, details } = title;
    const known = byTitle.get(contentId) ?? {
      ...{ contentId, details, give: [], take: [], isContainer: false },
    };
    const take = known.take.filter((one) => !sameRef(one, ref));
    const isKept = take.length === known.take.length && after !== null;
    byTitle.set(contentId, {
      ...{ ...known, take, isContainer: false },
      give: isKept ? [...known.give, after] : known.give,
    });
  }
  return parentsFirst(
    [...byTitle.values()].filter(({ give, take }) => give.length + take.length > 0),
  );
}

function licenseSteps({ contract }: LicenseProposal, how: LicenseMatch): ImportStep[] {
  switch (how.kind) {
    case 'used':
    case 'revised':
    case 'refused':
      return [];
    case 'extended':
      return how.added.length === 0
        ? []
        : [{ kind: 'generate-offers', licenseId: how.license.id, offers: how.added }];
    case 'granted': {
      if ('refusal' in contract) return [];
      const { licenseId, details, offers } = how;
      return [
        { kind: 'grant-license', licenseId, contractId: contract.contract.id, details },
        { kind: 'generate-offers', licenseId, offers },
      ];
    }
  }
}

/** The offers that each title gets and loses, preceded by the parents it needs. */
function arrangedTitles(
  matched: readonly MatchedProposal[],
  members: readonly TitleRights[],
): readonly ArrangedTitle[] {
  const arranged = new Map<string, ArrangedTitle>();
  const assigned = new Map(members.map((rights) => [rights, assignedOffers(rights, matched)]));
  for (const rights of members) {
    const { title } = rights;
    const has = assigned.get(rights) ?? new Set<string>();
    const mine = matched.filter(({ proposal }) => proposal.titles.includes(title));
    const give = mine.flatMap(({ how }) =>
      how.kind === 'refused'
        ? []
        : how.offers
            .filter((offer) => !has.has(refText(licenseIdOf(how), offer.window.startsOn)))
            .map((offer) => ({ licenseId: licenseIdOf(how), offer })),
    );
    const take = removedOffers(rights, matched);
    if (give.length + take.length === 0) continue;
    const before = arranged.get(title.id);
    for (const parent of ancestors(title)) {
      const first = give[0];
      if (parent.stored !== null || arranged.has(parent.id) || first === undefined) continue;
      arranged.set(parent.id, {
        contentId: parent.id,
        details: parent.details,
        give: [first],
        take: [],
        isContainer: true,
      });
    }
    arranged.delete(title.id);
    arranged.set(title.id, {
      contentId: title.id,
      details: title.details,
      give: [...(before?.isContainer === false ? before.give : []), ...give],
      take: [...(before?.take ?? []), ...take],
      isContainer: false,
    });
  }
  return parentsFirst([...arranged.values()]);
}

/**
 * Sorts series before seasons before episodes. Titles that are only parents are included only if they must be registered.
 */
function parentsFirst(titles: readonly ArrangedTitle[]): readonly ArrangedTitle[] {
  const ranks = ['bundle', 'series', 'season'];
  const rankOf = ({ details }: ArrangedTitle) => {
    const rank = ranks.indexOf(details.kind);
    return rank === -1 ? ranks.length : rank;
  };
  return [...titles].sort((a, b) => rankOf(a) - rankOf(b));
}

/** The parents that a title requires, from the top. */
function ancestors(title: FileTitle): readonly FileTitle[] {
  const { parent } = title;
  if (parent === null || !needsParent(contentKind(title.details.kind))) return [];
  return [...ancestors(parent), parent];
}

/** The offers that a title has once the licenses are changed; replaced offers keep their titles. */
function assignedOffers(rights: TitleRights, matched: readonly MatchedProposal[]): Set<string> {
  const assigned = new Set<string>();
  for (const { licenseId, offer } of rights.uses) {
    const revised = matched.find(
      ({ how }) => how.kind === 'revised' && how.license.id === licenseId,
    );
    const pair =
      revised?.how.kind === 'revised'
        ? revised.how.revision.replaced.find(({ before }) => phaseKey(before) === phaseKey(offer))
        : undefined;
    assigned.add(refText(licenseId, (pair?.after ?? offer).window.startsOn));
  }
  return assigned;
}

/**
 * The stored offers to remove from a title. Offers that a license withdraws are not included, because the withdrawal
 * removes them.
 */
function removedOffers(rights: TitleRights, matched: readonly MatchedProposal[]) {
  const kept = new Set(
    matched
      .filter(({ proposal }) => proposal.titles.includes(rights.title))
      .flatMap(({ how }) =>
        how.kind === 'refused'
          ? []
          : how.offers.map((offer) => refText(licenseIdOf(how), offer.window.startsOn)),
      ),
  );
  const revised = new Set(
    matched.flatMap(({ how }) => (how.kind === 'revised' ? [how.license.id] : [])),
  );
  return rights.uses
    .filter(
      (use) =>
        !rights.kept.has(use) &&
        !revised.has(use.licenseId) &&
        !kept.has(refText(use.licenseId, use.offer.window.startsOn)),
    )
    .map(({ licenseId, offer }) => ({ licenseId, startsOn: offer.window.startsOn }));
}

function refText(licenseId: string, startsOn: string): string {
  return `${licenseId} ${startsOn}`;
}

function inCommands(titles: readonly ArrangedTitle[]): ImportStep[] {
  const steps: ImportStep[] = [];
  for (let at = 0; at < titles.length; at += MAX_TITLES)
    steps.push({ kind: 'arrange-titles', titles: titles.slice(at, at + MAX_TITLES) });
  return steps;
}

function bases(
  matched: readonly MatchedProposal[],
  members: readonly TitleRights[],
  { stored, takedowns }: Material,
): readonly Basis[] {
  const licenses = new Map<string, Basis>();
  const note = (id: string, version: number) => licenses.set(id, { what: 'license', id, version });
  for (const { how } of matched) if ('license' in how) note(how.license.id, how.license.version);
  for (const { uses } of members)
    for (const { licenseId } of uses) note(licenseId, stored.licenses.get(licenseId)?.version ?? 0);
  const titles = new Map(
    [...members, ...takedowns].map(({ title }): [string, Basis] => [
      title.id,
      { what: 'content', id: title.id, version: title.stored?.version ?? 0 },
    ]),
  );
  return [...licenses.values(), ...titles.values()];
}
