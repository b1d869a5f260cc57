import type { CheckedFile } from '../../domain/avails/avail-entry';
import type { ImportRules } from '../../domain/avails/import-rules';
import type { ImportGroup, ImportItem } from '../../domain/avails/planning/import-plan';
import type { UnreadableWorkbook } from '../../domain/avails/unreadable-workbook';
import type { Import } from '../../domain/import/import';
import type { JobEnding } from '../job-ending';
import type { ImportTools, RehearsedGroup } from './import-workshop';
import { planImport } from '../../domain/avails/planning/plan-import';
import { contractQuestion } from '../../domain/import/contract-question';
import { hasCode, isDomainError } from '../../domain/errors';
import { Cancelled } from '../job-ending';
import { applyGroup } from './import-execution';
import { changed, orderOf, report } from './import-workshop';
import { Rehearsal } from './rehearsal';

/** So many groups are rehearsed between two reports. */
const REPORT_EVERY = 50;

/**
 * Checks an import: reads the file, plans what it would change, rehearses that, and stores the review. Called again after it
 * was interrupted, it begins anew.
 *
 * @param stopping aborted when this process is about to end
 * @throws unexpected errors, and the signal's reason
 */
export async function checkImport(
  id: string,
  tools: ImportTools,
  stopping: AbortSignal,
): Promise<JobEnding> {
  const one = await changed(tools, id, (found) => found.beginCheck());
  if (one === null) return 'nothing-to-do';
  const asking = new AbortController();
  const signal = AbortSignal.any([stopping, asking.signal]);
  const watching = tools.workshop.untilStopAsked(id, signal).then((isAsked) => {
    if (isAsked) asking.abort();
  });
  try {
    await makeReview(one, tools, signal);
    return 'done';
  } catch (error) {
    if (stopping.aborted) throw error;
    if (hasCode<Cancelled>(error, 'cancelled') || asking.signal.aborted) {
      await changed(tools, id, (found) => found.stopCheck());
      return { refusal: new Cancelled() };
    }
    if (!hasCode<UnreadableWorkbook>(error, 'unreadable-workbook')) throw error;
    await changed(tools, id, (found) => found.failCheck(error.message));
    return { refusal: error };
  } finally {
    asking.abort();
    await watching;
  }
}

async function makeReview(one: Import, tools: ImportTools, signal: AbortSignal): Promise<void> {
  const { workshop, today } = tools;
  const { id, revision } = one.data;
  await report(tools, id, 'reading');
  const { file, rules } = await checkedFile(one, tools, signal);
  await report(tools, id, 'comparing');
  const entries = file.rows.flatMap(({ entry }) => entry ?? []);
  const stored = await workshop.storedRights(entries, rules.licenses === 'existing');
  const newId = (name: string) => workshop.newId(`${revision} ${name}`, id);
  const plan = planImport(file, stored, rules, newId, today(), one.data.fileName);
  const rehearsal = new Rehearsal(stored);
  const groups: RehearsedGroup[] = [];
  for (const [index, group] of plan.groups.entries()) {
    if (index % REPORT_EVERY === 0) await report(tools, id, 'preparing', index, plan.groups.length);
    const name = `group ${revision}.${index}`;
    const refusal = group.blocked ?? (await refusalOf(rehearsal, one, group, name, tools));
    groups.push({ group, refusal });
  }
  await report(tools, id, 'saving-review');
  // Checked again, and all of it is stored: what it was committed as can be undone.
  const isSettled =
    !groups.some(({ refusal }) => refusal === null) && (await workshop.hasHistory(id));
  const contracts = await workshop.contractsOf(studiosIn(file));
  const question = contractQuestion(file.rows, contracts);
  const checked = {
    file,
    rules,
    contractQuestion: question,
    groups: saidOnce(groups),
    unchanged: plan.unchanged,
    rows: plan.rows,
  };
  await workshop.saveReview(id, checked, isSettled);
}

/** Checks by the rules of the import; a new one by those its studio’s last file was read by. */
async function checkedFile(
  { data: { id, revision, rules } }: Import,
  { workshop, today }: ImportTools,
  signal: AbortSignal,
): Promise<{ readonly file: CheckedFile; readonly rules: ImportRules }> {
  const bytes = await workshop.file(id);
  const file = await workshop.check(bytes, rules, today(), signal);
  const studio = revision > 1 ? undefined : studioOf(file);
  const remembered = studio === undefined ? null : await workshop.rulesOf(studio);
  if (remembered === null || JSON.stringify(remembered) === JSON.stringify(rules))
    return { file, rules };
  return { file: await workshop.check(bytes, remembered, today(), signal), rules: remembered };
}

function studiosIn({ rows }: CheckedFile): readonly string[] {
  return [...new Set(rows.map(({ row }) => row.cells['Avail/DisplayName']?.trim() ?? ''))];
}

/** The studio of the first row that names one, also when an error stops it: the rules may be what it lacks. */
function studioOf(file: CheckedFile): string | undefined {
  return studiosIn(file).find((studio) => studio !== '');
}

/** What stands against a group, as a sentence; `null` when nothing does. */
async function refusalOf(
  rehearsal: Rehearsal,
  one: Import,
  group: ImportGroup,
  name: string,
  { workshop }: ImportTools,
): Promise<string | null> {
  const order = orderOf(one, workshop.newId);
  try {
    await rehearsal.together(() =>
      applyGroup(group, name, order, rehearsal, rehearsal.versionsNow),
    );
    return null;
  } catch (refusal) {
    if (isDomainError(refusal)) return refusal.message;
    throw refusal;
  }
}

/** Several licenses may need the same new contract or title: it is said to be created once, with the first to be applied. */
function saidOnce(groups: readonly RehearsedGroup[]): readonly RehearsedGroup[] {
  const said = new Set<string>();
  const inOrder = [...groups].sort(
    (a, b) => Number(a.refusal !== null) - Number(b.refusal !== null),
  );
  const told = new Map(
    inOrder.map(({ group, refusal }) => {
      const items = group.items.flatMap((item): ImportItem[] => {
        const { what, outcome, id, rows } = item;
        if (outcome !== 'created' || what === 'license' || what === 'offer') return [item];
        if (!said.has(id)) {
          said.add(id);
          return [item];
        }
        // No row is about it: it only has to be there.
        return rows.length === 0 ? [] : [{ ...item, outcome: 'changed' }];
      });
      return [group, { group: { ...group, items }, refusal }] as const;
    }),
  );
  return groups.map((one) => told.get(one.group) ?? one);
}
