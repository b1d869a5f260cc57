import type { IsoDate } from '../../values/date-range';
import type { Territory } from '../../values/territory';
import type { AvailEntry } from '../avail-entry';
import type { ImportRules } from '../import-rules';
import type { Unread } from '../reading/sheet-rows';
import type { SheetRow } from '../sheet-row';
import type { Candidate, RowTerms } from './candidate';
import type { LanguageCells } from './cells/language-cells';
import type { TerritoryCells } from './cells/territory-cells';
import type { SeasonNumbers } from './season-numbers';
import type { WorkCells } from './cells/work-cells';
import { USUAL_KIND } from '../../license/price-list';
import { ENTRY_TYPES, ENTRY_TYPE_NAMES, FORMAT_PROFILES, truth } from '../vocabulary/vocabulary';
import { checkClosedValues, closedValue } from './cells/closed-values';
import { checkDurations } from './cells/durations';
import { identifierText } from './cells/identifier-cells';
import { NO_LANGUAGES } from './cells/language-cells';
import { checkCaptions, checkPreOrder, checkRating } from './cells/metadata-cells';
import { checkDays } from './cells/moments';
import { priceOf } from './cells/price-cells';
import { checkRequiredCells } from './cells/required-cells';
import { lineOf, rightsOf } from './cells/rights-cells';
import { RowFindings } from './row-findings';
import { windowOf } from './cells/window-cells';
import { workOf } from './cells/work-cells';

/** The context in which rows are read. */
export interface ReadingContext {
  readonly rules: ImportRules;
  readonly today: IsoDate;
  readonly territories: TerritoryCells;
  readonly languages: LanguageCells;
  readonly seasonNumbers: SeasonNumbers;
  readonly unread: ReadonlyMap<SheetRow, Unread>;
}

/** The result of reading one row. */
export interface RowReading {
  readonly findings: RowFindings;
  readonly alid: string | null;
  readonly work: WorkCells | null;
  /** `null` when they cannot be read. */
  readonly territories: readonly Territory[] | null;
  readonly candidate: Candidate | null;
}

const NAMES_ONE_ROW: readonly AvailEntry['action'][] = ['create', 'update', 'remove'];
const TAKES_AWAY: readonly AvailEntry['action'][] = ['delete', 'remove'];

/** Reads one row on its own. Its findings contain the problems and assumptions. */
export function readRow(row: SheetRow, context: ReadingContext): RowReading {
  const unread = context.unread.get(row) ?? null;
  const findings = new RowFindings(row, unread);
  if (unread === 'row')
    return { findings, alid: null, work: null, territories: null, candidate: null };
  checkRequiredCells(findings);
  const alid = identifierText(findings, 'Avail/ALID');
  const action = actionOf(findings);
  const availId = identifierText(findings, 'Avail/AvailID');
  const studio = lineOf(findings, 'Avail/DisplayName');
  const contract = lineOf(findings, 'AvailTrans/ContractID');
  const exception = exceptionOf(findings);
  const work = workOf(findings, context.seasonNumbers.of(row));
  const territories = context.territories.territoriesOf(findings);
  checkClosedValues(findings);
  checkDays(findings);
  checkDurations(findings);
  checkRating(findings, territories);
  const takesAway = action !== null && TAKES_AWAY.includes(action);
  if (!takesAway) {
    checkPreOrder(findings);
    checkCaptions(findings, territories);
  }
  const terms = takesAway ? termsTaken(findings, context) : termsGranted(findings, context);
  if (alid === null || action === null || territories === null || terms === null)
    return { findings, alid, work, territories, candidate: null };
  const candidate: Candidate = {
    findings,
    terms,
    action,
    alid,
    studio: studio ?? '',
    contract: contract === '' ? context.rules.contract : contract,
    availId,
    exception,
    window: null,
    territories,
  };
  return { findings, alid, work, territories, candidate };
}

function actionOf(findings: RowFindings): AvailEntry['action'] | null {
  const entryType = closedValue(findings, 'Disposition/EntryType', ENTRY_TYPE_NAMES);
  const action = entryType === null ? null : (ENTRY_TYPES[entryType] ?? null);
  if (action !== null && NAMES_ONE_ROW.includes(action) && findings.text('Avail/AvailID') === '') {
    const message = 'Create, Update and Delete need an AvailID.';
    findings.error('R1', 'Avail/AvailID', message, 'Fill in AvailID.');
  }
  return action;
}

/** L2: whether a person must review the row before it is applied. */
function exceptionOf(findings: RowFindings): boolean {
  const column = 'Avail/ExceptionFlag';
  if (truth(findings.text(column)) !== true) return false;
  const message = 'The studio asks for this row to be reviewed before it is applied.';
  findings.warn('L2', column, message, 'Read its free-text cells before you save the import.');
  return true;
}

function termsGranted(findings: RowFindings, context: ReadingContext): RowTerms | null {
  const { rules, today, languages } = context;
  const rights = rightsOf(findings);
  const quality = qualityOf(findings);
  const ofRow = languages.languagesOf(findings);
  const cells = windowOf(findings, rules, today);
  const priced = priceOf(findings, rules, rights?.licenseType ?? '');
  if (rights === null || quality === null || cells === null || priced === null) return null;
  const exclusive = truth(findings.text('AvailTrans/Exclusive'));
  return { rights, ...quality, languages: ofRow, exclusive, ...priced, cells };
}

/** The terms of a row that removes rights: dates and price are ignored. */
function termsTaken(findings: RowFindings, { rules }: ReadingContext): RowTerms | null {
  const rights = rightsOf(findings);
  const quality = qualityOf(findings);
  if (rights === null || quality === null) return null;
  const amount = { minor: 0, currency: rules.currency };
  const price = { kind: USUAL_KIND, amount, tier: null };
  const nothing = { languages: NO_LANGUAGES, exclusive: null, reduction: false, cells: null };
  return { rights, ...quality, price, ...nothing };
}

const REFINEMENTS = [
  'AvailTrans/HDR',
  'AvailTrans/WCG',
  'AvailTrans/HFR',
  'AvailTrans/NGAudio',
] as const;

function qualityOf(findings: RowFindings): Pick<RowTerms, 'format' | 'picture'> | null {
  const format = closedValue(findings, 'AvailTrans/FormatProfile', FORMAT_PROFILES);
  if (format === null) return null;
  let picture: string = format;
  for (const column of REFINEMENTS) {
    const text = findings.text(column);
    if (text !== '' && truth(text) !== false) picture += ` ${text.toUpperCase()}`;
  }
  return { format, picture };
}
