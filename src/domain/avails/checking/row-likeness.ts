import type { Territory } from '../../values/territory';
import type { RowLanguages } from '../row-terms';
import type { ColumnKey } from '../vocabulary/columns';
import type { Dated } from './candidate';
import { formatDays } from '../../values/date-range';
import { fold } from '../../names/folding';
import { languagesOfAssets } from '../language-terms';
import { Languages } from '../../values/languages';
import { listed, quoted } from '../../values/words';
import { memoized } from './memoized';
import { columnName } from './row-findings';

/** The window, rights and contract of a row: everything it offers except the price. */
export function placeOf({ window, terms, contract }: Dated): string {
  return [
    window.startsOn,
    window.endsOn ?? '',
    terms.rights.description,
    folded(contract ?? ''),
  ].join('|');
}

const folded = memoized(fold);

/** The price of a row as text: equal for equal prices. */
export function priceText({ terms: { price } }: Dated): string {
  const { kind, amount, tier } = price;
  return [kind, amount?.minor, amount?.currency, tier].join(' ');
}

export function costTheSame(a: Dated, b: Dated): boolean {
  return priceText(a) === priceText(b);
}

/** The languages of a row as text: equal for equal languages. */
export function languagesText({ terms: { languages } }: Dated): string {
  return ofLanguages(languages).text;
}

interface LanguagesRead {
  readonly text: string;
  /** Those of the assets. */
  readonly spoken: Languages;
}

/** By the languages of rows, of which those that say the same have the same object. */
const languagesRead = new WeakMap<RowLanguages, LanguagesRead>();

function ofLanguages(languages: RowLanguages): LanguagesRead {
  const known = languagesRead.get(languages);
  if (known !== undefined) return known;
  const { assets, terms } = languages;
  const read = {
    text: [assets, terms.allowed ?? [], terms.heldBack].map((tags) => tags.join()).join(' '),
    spoken: Languages.of(languagesOfAssets(languages)),
  };
  languagesRead.set(languages, read);
  return read;
}

/** The cells in which two rows differ that offer the same title on the same days. */
export function differingCells(a: Dated, b: Dated): readonly ColumnKey[] {
  const [one, other] = [a.findings, b.findings];
  const differ = (column: ColumnKey) => one.text(column) !== other.text(column);
  return [
    ...(a.window.startsOn === b.window.startsOn ? [] : (['AvailTrans/Start'] as const)),
    ...(a.window.endsOn === b.window.endsOn ? [] : (['AvailTrans/End'] as const)),
    ...(costTheSame(a, b) ? [] : PRICE_COLUMNS.filter(differ)),
    ...(a.terms.rights.description === b.terms.rights.description
      ? []
      : (['AvailTrans/LicenseRightsDescription'] as const)),
    ...(isOneContract(a, b) ? [] : (['AvailTrans/ContractID'] as const)),
    ...(['Avail/Licensee'] as const).filter(differ),
  ];
}

const PRICE_COLUMNS = [
  'AvailTrans/PriceType',
  'AvailTrans/PriceValue',
  'AvailTrans/PriceCurrency',
  'AvailTrans/SRP',
] as const satisfies readonly ColumnKey[];

export function isOneContract(a: Dated, b: Dated): boolean {
  return folded(a.contract ?? '') === folded(b.contract ?? '');
}

/** Where two rows differ, for a sentence about the second: `differs in ContractID: “K2”, here “K1”`. */
export function differenceInWords(row: Dated, other: Dated): string {
  const columns = differingCells(row, other);
  const values = ({ findings }: Dated) =>
    listed(
      columns.map((column) =>
        findings.text(column) === '' ? 'blank' : quoted([findings.text(column)]),
      ),
    );
  return `differs in ${cellNames(columns)}: ${values(other)}, here ${values(row)}`;
}

export function cellNames(columns: readonly ColumnKey[]): string {
  return listed(columns.map(columnName));
}

/** Whether two rows are of the same format, with the same qualifiers, and for languages that meet. */
export function isSameKind(a: Dated, b: Dated): boolean {
  return a.terms.picture === b.terms.picture && languagesMeet(a, b);
}

/** Whether some customer could get both in one language. A row without a language is for any. */
export function languagesMeet(a: Dated, b: Dated): boolean {
  const [one, other] = [a.terms.languages, b.terms.languages];
  return (
    one === other || ofLanguages(one).spoken.sharedWith(ofLanguages(other).spoken)?.length !== 0
  );
}

/** The territories in both rows. */
export function sharedTerritories(a: Dated, b: Dated): readonly Territory[] {
  if (a.territories === b.territories) return a.territories;
  return a.territories.filter((territory) => b.territories.includes(territory));
}

export function areNeighbors(a: Dated, b: Dated): boolean {
  return a !== b && (a.territories === b.territories || sharedTerritories(a, b).length > 0);
}

/** The label of a row in messages about other rows: `row 10 (HD, From 28 May 2013)`. */
export function rowName({ findings, terms, window }: Dated): string {
  return `row ${findings.row.row} (${terms.format}, ${formatDays(window.startsOn, window.lastDay)})`;
}
