import { spawnSync } from 'node:child_process';
import type { CellObject } from '@e965/xlsx';
import { read } from '@e965/xlsx';
import type { ImportRules } from '../../../../src/domain/avails/import-rules';
import type { Measurement } from '../../report';
import { checkWorkbook } from '../../../../src/adapters/avails/check-workbook';
import { isoDate } from '../../../../src/domain/values/date-range';
import { WORKBOOK, benchWorkbook } from '../../avails-workbook';
import { inTurns, median, rounded, timed } from '../../figures';

const ROUNDS = 5;
const SAMPLE_EVERY_MS = 500;
const RULES: ImportRules = {
  endDates: 'inclusive',
  sameDayHandover: 'hand-over',
  reductions: 'split',
  licenses: 'propose',
  currency: 'USD',
  devices: ['tv'],
  contract: null,
  licensees: {},
};
const TODAY = isoDate('2027-01-01');

/**
 * Reading and checking a workbook of 20,000 rows and 80 columns, from its bytes to the answer, beside what the library takes
 * to read the same bytes and hand out every cell, in turns.
 */
export async function measureAvailsCheck(): Promise<Measurement[]> {
  const bytes = benchWorkbook();
  let cells = 0;
  let most = 0;
  const sampling = setInterval(() => (most = Math.max(most, residentMegabytes())), SAMPLE_EVERY_MS);
  const figures = await inTurns(
    {
      library: () => timed(async () => (cells = readByLibrary(bytes))),
      check: () => timed(() => checked(bytes)),
    },
    ROUNDS,
  );
  clearInterval(sampling);
  const ratios = figures.check.map((check, round) => check / (figures.library[round] ?? 1));
  return [
    {
      name: 'read by the library alone',
      figure: rounded(median(figures.library)),
      unit: 'ms',
      rounds: figures.library.map(rounded),
      note: `${cells.toLocaleString('en-US')} cells, ${rounded(bytes.length / 1e6)} MB`,
    },
    {
      name: 'parse and check',
      figure: rounded(median(figures.check)),
      unit: 'ms',
      rounds: figures.check.map(rounded),
    },
    {
      name: 'parse and check / read by the library alone',
      figure: rounded(median(ratios)),
      unit: 'ratio',
      goal: { atMost: 1.5 },
      rounds: ratios.map(rounded),
    },
    {
      name: 'most resident memory while checking',
      figure: rounded(most),
      unit: 'MB',
      goal: { atMost: 1_500 },
    },
  ];
}

/** Reads with the options that cost the library least, and looks at every cell. */
function readByLibrary(bytes: Uint8Array): number {
  const { SheetNames, Sheets } = read(bytes, { dense: true, cellText: false, cellFormula: false });
  let cells = 0;
  for (const name of SheetNames) {
    const rows = (Sheets[name]?.['!data'] ?? []) as ((CellObject | undefined)[] | undefined)[];
    for (const row of rows) cells += row?.filter((cell) => cell?.v !== undefined).length ?? 0;
  }
  return cells;
}

/** Resident memory of this process and of those it has started. */
function residentMegabytes(): number {
  const own = String(process.pid);
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid=,rss='], { encoding: 'utf8' });
  const kilobytes = stdout
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([pid, parent]) => pid === own || parent === own)
    .reduce((sum, [, , rss]) => sum + Number(rss), 0);
  return kilobytes / 1024;
}

async function checked(bytes: Uint8Array): Promise<void> {
  const { rows } = await checkWorkbook(bytes, RULES, TODAY);
  const stopped = rows.filter(({ entry }) => entry === null).length;
  if (rows.length !== WORKBOOK.rows || stopped > 0)
    throw new Error(`${rows.length} rows were read, and ${stopped} of them stopped.`);
}
