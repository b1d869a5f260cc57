import type { AvailEntry } from '../../avail-entry';
import type { HeldPlace } from '../held-rights';
import type { Use } from '../stored-rights';
import type { Place } from '../places';
import type { TitleRights } from '../planned-rights';
import type { Lane } from './drafts';
import type { LanguagePart, RowsOfUse } from './language-parts';
import type { LaneContext, Said, Speaker } from './said-rights';
import { Languages } from '../../../values/languages';
import { languagesOfAssets } from '../../language-terms';
import { RightsChart, phaseKey } from '../../vocabulary/rights-chart';
import { isIn } from '../single-rows';
import { chartOf, keptUses } from '../title-uses';
import { ALL, entriesAt } from './drafts';
import { allParts, saidParts, storedParts, together } from './language-parts';
import { saidRights } from './said-rights';

/**
 * The stored and the wanted rights of a lane. Where rows that speak of some of its languages alone leave those with other offers
 * than the rest, its license is divided: the parts stand side by side, each for its own languages, in the territories of the
 * rows. The license stays with a part that has all of its territories, first one that nothing happens to.
 */
export function laneRights(lane: Lane, context: LaneContext): TitleRights[] {
  const before = chartOf(lane.uses);
  const spoken = Languages.of((lane.stored ?? lane.wanted)?.languages ?? ALL);
  const whole = draftFor(spoken);
  const divisions = new Map<string, Draft>();
  for (const place of context.places) {
    const shown = before.at(place.territories[0]);
    const plan = (speaker: Speaker) => saidRights(place, speaker, shown, lane, context);
    const mine = entriesAt(lane, place);
    const parts = partsAt(place, mine, lane, shown.length > 0, context.rowsOf);
    if (parts.length === 0) {
      const concerns: Speaker['concerns'] = (languages) => isIn({ languages }, spoken);
      add(whole, place, plan({ concerns, entries: mine, inherits: true }));
      continue;
    }
    const clusters = clustersOf(
      parts.map((part) => ({ part, said: plan(speakerOf(part, mine)) })),
      spoken,
    );
    for (const { languages, members } of clusters) {
      const isWhole = clusters.length === 1 || languages.equals(spoken);
      const isEmpty = members.every(({ said: { phases } }) => phases.length === 0);
      const draft = isWhole || isEmpty ? whole : divisionFor(languages, divisions);
      for (const one of members) add(draft, place, one.said);
    }
  }
  return asRights(lane, whole, [...divisions.values()], before, context);
}

function speakerOf({ languages, isStored }: LanguagePart, entries: readonly AvailEntry[]): Speaker {
  return {
    concerns: (others) => Languages.of(others).encloses(languages),
    entries: entries.filter((entry) =>
      Languages.of(languagesOfAssets(entry.languages)).encloses(languages),
    ),
    inherits: isStored,
  };
}

/** The parts of a stored lane that rows can tell apart in a place; none where they speak of it as a whole. */
function partsAt(
  { territories: [territory], there, isExtracted, missing }: Place,
  entries: readonly AvailEntry[],
  { stored, uses }: Lane,
  isSold: boolean,
  rowsOf: RowsOfUse,
): readonly LanguagePart[] {
  const isAnew = isExtracted && missing.length === 0;
  if (stored === null || isAnew || there.length === 0) return [];
  const licensed = Languages.of(stored.languages);
  const known = storedParts(uses, territory, licensed, rowsOf);
  if (isSold && known.length === 0) return [];
  const said = saidParts(entries).filter((part) => licensed.encloses(part));
  return allParts(known, said);
}

interface SaidPart {
  readonly part: LanguagePart;
  readonly said: Said;
}

interface Cluster {
  readonly languages: Languages;
  readonly members: readonly SaidPart[];
}

/** Parts that have the same offers together, but for those of which a part is held back. */
function clustersOf(parts: readonly SaidPart[], spoken: Languages): readonly Cluster[] {
  const alike = new Map<string, [SaidPart, ...SaidPart[]]>();
  const text = ({ said: { phases } }: SaidPart) => phases.map(phaseKey).sort().join();
  if (new Set(parts.map(text)).size === 1) return [{ languages: spoken, members: parts }];
  for (const one of parts) {
    const { languages } = one.part;
    const isForAll = languages.equals(spoken);
    const apart = languages.heldBack.length > 0 && !isForAll ? languages.toString() : '';
    const key = `${text(one)}\n${apart}`;
    const known = alike.get(key);
    if (known === undefined) alike.set(key, [one]);
    else known.push(one);
  }
  return [...alike.values()].map((members) => {
    const all = members.map(({ part: { languages } }) => languages);
    const isForAll = all.some((languages) => languages.equals(spoken));
    return { languages: isForAll ? spoken : Languages.of(together(all)), members };
  });
}

/** What becomes of a license, or of a part of it. */
interface Draft {
  readonly languages: Languages;
  readonly chart: RightsChart;
  readonly entries: Set<AvailEntry>;
  readonly cutting: Set<AvailEntry>;
  readonly held: Map<Place, HeldPlace>;
  readonly refusals: string[];
}

function draftFor(languages: Languages): Draft {
  return {
    ...{ languages, chart: new RightsChart(), entries: new Set(), cutting: new Set() },
    ...{ held: new Map(), refusals: [] },
  };
}

function divisionFor(languages: Languages, divisions: Map<string, Draft>): Draft {
  const key = languages.toString();
  const known = divisions.get(key) ?? draftFor(languages);
  divisions.set(key, known);
  return known;
}

function add(draft: Draft, place: Place, { phases, entries, refusals, isHeld, cutting }: Said) {
  const { territories, missing } = place;
  if (phases.length > 0) draft.chart.put(territories, phases);
  for (const entry of entries) draft.entries.add(entry);
  for (const entry of cutting) draft.cutting.add(entry);
  if (isHeld) draft.held.set(place, { territories, rows: missing });
  draft.refusals.push(...refusals);
}

function asRights(
  lane: Lane,
  whole: Draft,
  divisions: readonly Draft[],
  before: RightsChart,
  { title, studio, rightsType, rows }: LaneContext,
): TitleRights[] {
  const { uses, stored } = lane;
  const home = whole.chart.territories.length > 0 ? null : homeOf(before, divisions);
  const others = divisions.filter((one) => one !== home);
  const elsewhere = new Set(others.flatMap(({ entries }) => [...entries]));
  const here = new Set([...whole.entries, ...(home?.entries ?? [])]);
  const refsOf = (entries: Iterable<AvailEntry>) =>
    [...entries].flatMap((entry) => rows.get(entry) ?? []);
  const about = { title, studio, rightsType, places: [] };
  const { chart: wanted, cutting } = home ?? whole;
  const usual = lane.wanted ?? stored ?? { languages: ALL, exclusive: null };
  const terms = home === null ? usual : { ...usual, languages: home.languages.toData() };
  const hasNewTerms = home !== null || (isNew(lane) && wanted.territories.length > 0);
  const own = lane.entries.filter((entry) => here.has(entry) || !elsewhere.has(entry));
  const ofLane: TitleRights = {
    ...{ ...about, terms, hasNewTerms, stored: before, wanted, uses, sources: uses },
    kept: hasNewTerms ? new Set() : keptUses(uses, before, wanted),
    held: [...whole.held.values(), ...(home?.held.values() ?? [])],
    rows: refsOf(new Set([...own, ...whole.cutting, ...cutting])),
    refusal: [...whole.refusals, ...(home?.refusals ?? [])][0] ?? null,
  };
  return [
    ofLane,
    ...others.map((one): TitleRights => {
      const saying = [...one.entries].find(({ exclusive }) => exclusive !== null);
      const exclusive = saying?.exclusive ?? stored?.exclusive ?? null;
      return {
        ...{ ...about, terms: { languages: one.languages.toData(), exclusive } },
        ...{ hasNewTerms: false, stored: new RightsChart(), wanted: one.chart },
        ...{ uses: [], sources: uses, kept: new Set<Use>(), held: [...one.held.values()] },
        rows: refsOf([...one.entries, ...one.cutting]),
        refusal: one.refusals[0] ?? null,
      };
    }),
  ];
}

/** The part with which a divided license stays. */
function homeOf(before: RightsChart, divisions: readonly Draft[]): Draft | null {
  const { territories } = before;
  const able = divisions.filter(({ chart }) => {
    const there = new Set(chart.territories);
    return territories.length > 0 && territories.every((territory) => there.has(territory));
  });
  const isAsBefore = ({ chart }: Draft) =>
    territories.every((territory) => before.agrees(chart, territory));
  return able.find(isAsBefore) ?? able[0] ?? null;
}

/** Whether rows of a lane say other terms than those of its stored licenses. */
function isNew({ wanted, stored }: Lane): boolean {
  if (wanted === null || stored === null) return false;
  const isOther = !Languages.of(wanted.languages).equals(Languages.of(stored.languages));
  return isOther || (wanted.exclusive !== null && wanted.exclusive !== stored.exclusive);
}
