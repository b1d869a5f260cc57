import type { ContentKind } from '../content/content-kind';
import type { AvailRow, Cells } from './avail-row';
import type { KnownTitle } from './avail-ids';
import type { ColumnKey } from './vocabulary/columns';
import type { ExportedEndDates } from './end-dates';
import type { OriginRow } from './origin-row';
import type { NamedTitle } from './title-cells';
import { contentKind } from '../content/content-kind';
import { isSameName, namesIn } from '../names/folding';
import { alidOf, availIdOf, withoutBlanks } from './avail-ids';
import { STANDARD_END_DATES, endCell } from './end-dates';
import { cellOf, languagesIn } from './origin-row';
import { identityCells, latestOf, nameCells } from './title-cells';
import { givenBack, lastDayOf, priceCells, rightCells } from './right-cells';
import type { AvailUse } from './right-cells';

/** A title with the offers to be exported, and with the titles its rows have to name. */
export interface SoldTitle extends KnownTitle {
  /** What it belongs to: of an episode its season and series, of a season its series. */
  readonly parents: readonly KnownTitle[];
  /** What belongs to a bundle. */
  readonly members: readonly KnownTitle[];
  /** How many episodes its season has. */
  readonly episodes: number;
  /** Whether every offer it has is also one of a title that belongs to it. */
  readonly isSoldInParts: boolean;
  readonly uses: readonly AvailUse[];
}

/** Something that avails rows cannot say. */
export interface LeftOut {
  readonly title: string;
  /** Why, as a sentence. */
  readonly reason: string;
}

/** What a title is in an export. */
export interface TitleRows {
  readonly rows: readonly AvailRow[];
  readonly leftOut: readonly LeftOut[];
}

/**
 * A title's rows: one per offer, territory, format and language. What our model does not keep (formats, languages, ratings,
 * captions, free text) comes from the rows it was imported with; without any it is left blank, and the format is HD.
 *
 * A series or season whose offers are all those of its parts has them only because every title has an offer (C1): it has no
 * rows. What the reference tool would refuse is left out, and said.
 */
export function availRows(
  title: SoldTitle,
  endDates: ExportedEndDates = STANDARD_END_DATES,
): TitleRows {
  const named = namedTitle(title);
  if (isContainer(named, title)) return { rows: [], leftOut: [] };
  const reason = whyUnwritable(named);
  if (reason !== null) return { rows: [], leftOut: [{ title: title.details.title, reason }] };
  const { studio, uses, leftOut } = ofOneLicensor(title);
  return { rows: rowsOf(named, studio, uses, endDates), leftOut };
}

function namedTitle(title: SoldTitle): NamedTitle {
  const { id, details, episodes } = title;
  const kind = contentKind(details.kind);
  const origins = title.uses.flatMap((use) => use.origins);
  const above = (wanted: ContentKind) =>
    title.parents.find((parent) => parent.details.kind === wanted) ?? null;
  return {
    id,
    details,
    kind,
    episodes,
    origins,
    season: kind === 'season' ? title : above('season'),
    series: above('series'),
    members: membersOf(title, latestOf(origins)),
  };
}

/** ALIDs of a bundle's members: those the import named, and the titles that belong to it. */
function membersOf({ members }: SoldTitle, origin: OriginRow | null): string[] {
  const said = cellOf(origin, 'Avail/BundledALIDs').split(/[;,]/);
  const belonging = members.map((member) => withoutBlanks(alidOf(member)));
  return [...new Set([...said.map((alid) => alid.trim()), ...belonging])].filter(Boolean);
}

function isContainer({ kind, origins }: NamedTitle, { isSoldInParts }: SoldTitle): boolean {
  return (kind === 'series' || kind === 'season') && isSoldInParts && origins.length === 0;
}

/** Why the reference tool would take no row of a title; `null` when it does. */
function whyUnwritable({ kind, members }: NamedTitle): string | null {
  if (kind === 'series')
    return 'The avails format has no rows for a whole series, only for its seasons and episodes.';
  if (kind === 'supplement') return 'The reference validator rejects rows of supplements.';
  if (kind === 'bundle' && members.length === 0)
    return 'This bundle has no members, and avails describe a bundle by its members.';
  return null;
}

/** In one file an ALID has one licensor: the title's own, else the first. */
function ofOneLicensor({ details, uses }: SoldTitle): {
  readonly studio: string;
  readonly uses: readonly AvailUse[];
  readonly leftOut: readonly LeftOut[];
} {
  const studios = namesIn(uses.map(({ contract }) => contract.studio));
  const studio =
    studios.find((one) => isSameName(one, details.studio)) ?? studios[0] ?? details.studio;
  return {
    studio,
    uses: uses.filter(({ contract }) => isSameName(contract.studio, studio)),
    leftOut: studios
      .filter((other) => other !== studio)
      .map((other) => ({
        title: details.title,
        reason: `It is licensed from ${studio} and from ${other}, but a title has one licensor per file. Export ${other} separately.`,
      })),
  };
}

function rowsOf(
  title: NamedTitle,
  studio: string,
  uses: readonly AvailUse[],
  endDates: ExportedEndDates,
): AvailRow[] {
  const identity: Cells = { ...identityCells(title), 'Avail/DisplayName': studio };
  const taken = new Set<string>();
  return uses.flatMap((use) =>
    use.license.territories.flatMap((territory) =>
      variantsOf(use, territory).map(({ origin, language }) => {
        const cells: Cells = {
          ...givenBack(origin),
          ...nameCells(title, origin),
          ...rightCells(use, territory, origin),
          'AvailTrans/End': endCell(lastDayOf(use), endDates),
          ...priceCells(use, origin),
          ...identity,
          'AvailTrans/AssetLanguage': language,
        };
        const availId = givenAvailId(origin, taken) ?? ownAvailId(title, use, cells);
        taken.add(availId);
        return filled({ ...cells, 'Avail/AvailID': availId });
      }),
    ),
  );
}

interface Variant {
  readonly origin: OriginRow | null;
  /** '' for any. */
  readonly language: string;
}

/** A row for each format and language that the import had in the territory; without an import, one. */
function variantsOf({ origins }: AvailUse, territory: string): Variant[] {
  const variants = new Map<string, Variant>();
  for (const origin of origins.filter(({ territories }) => territories.includes(territory))) {
    const languages = languagesIn(cellOf(origin, 'AvailTrans/AssetLanguage'));
    for (const language of languages.length > 0 ? languages : ['']) {
      const key = [...FORMAT_COLUMNS.map((column) => cellOf(origin, column)), language].join('\n');
      if (!variants.has(key)) variants.set(key, { origin, language });
    }
  }
  return variants.size > 0 ? [...variants.values()] : [{ origin: null, language: '' }];
}

/** What tells rows of one offer in one territory apart, beside the language. */
const FORMAT_COLUMNS = [
  'AvailTrans/FormatProfile',
  'AvailTrans/HDR',
  'AvailTrans/WCG',
  'AvailTrans/HFR',
  'AvailTrans/NGAudio',
  'AvailMetadata/LocalizationType',
] as const satisfies readonly ColumnKey[];

/** The AvailID that the studio gave to just this row. */
function givenAvailId(origin: OriginRow | null, taken: ReadonlySet<string>): string | null {
  const given = origin?.territories.length === 1 ? cellOf(origin, 'Avail/AvailID') : '';
  return given === '' || /\s/.test(given) || taken.has(given) ? null : given;
}

function ownAvailId({ id }: NamedTitle, { license, offer }: AvailUse, cells: Cells): string {
  const [format, ...others] = [...FORMAT_COLUMNS, 'AvailTrans/AssetLanguage' as const];
  return availIdOf(
    { title: id, license: license.id },
    offer.window.startsOn,
    cells['AvailTrans/Territory'] ?? '',
    cells[format] ?? '',
    others.map((column) => cells[column] ?? ''),
  );
}

function filled(cells: Cells): AvailRow {
  const row: Partial<Record<string, string>> = {};
  for (const [key, text] of Object.entries(cells)) if (text !== '') row[key] = text;
  return row;
}
