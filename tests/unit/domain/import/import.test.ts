import { describe, expect, it } from 'vitest';
import type { ImportData, ImportState } from '../../../../src/domain/import/import';
import { FIRST_RULES } from '../../../../src/domain/avails/import-rules';
import { Import, isAtWork } from '../../../../src/domain/import/import';
import {
  ImportMoved,
  ImportTaken,
  NothingToCommit,
} from '../../../../src/domain/import/import-errors';
import { InvalidText } from '../../../../src/domain/values/text';
import { refusalOf } from '../../../builders/refusal';

const AT = '2026-06-10T10:00:00.000Z';
const ANA = { by: { name: 'Ana', id: 'a1' }, at: AT };
const BEN = { by: { name: 'Ben', id: 'b1' }, at: '2026-06-10T11:00:00.000Z' };
const OTHER_RULES = { ...FIRST_RULES, currency: 'EUR' };

function anImport(state: ImportState, parts: Partial<ImportData> = {}): Import {
  return Import.reconstitute({
    ...{ id: 'i1', fileName: 'avails.xlsx', uploadedBy: 'Ana', uploadedAt: AT },
    ...{ state, revision: 3, rules: FIRST_RULES, mode: null, settled: null, failure: null },
    ...parts,
  });
}

const VERBS = {
  changeRules: (one) => one.changeRules(3, OTHER_RULES),
  commit: (one) => one.commit(3, 'license', true, ANA),
  undo: (one) => one.undo(3, ANA),
  cancel: (one) => one.cancel(),
  beginCheck: (one) => one.beginCheck(),
  finishCheck: (one) => one.finishCheck(OTHER_RULES, false),
  stopCheck: (one) => one.stopCheck(),
  failCheck: (one) => one.failCheck('It is no workbook.'),
  finishCommit: (one) => one.finishCommit(),
  refuseCommit: (one) => one.refuseCommit(),
  failCommit: (one) => one.failCommit('Ben changed it.'),
  interruptCommit: (one) => one.interruptCommit('cancelled', true),
  finishUndo: (one) => one.finishUndo(),
  stopUndo: (one) => one.stopUndo(),
  failUndo: (one) => one.failUndo('Ben built on it.'),
  abandon: (one) => one.abandon(),
} satisfies Record<string, (one: Import) => boolean>;

type Verb = keyof typeof VERBS;

const MOVED = 'refused';
const CHECKED_AGAIN = { state: 'waiting', revision: 4, rules: OTHER_RULES };
const ABANDONED = 'An unexpected error occurred and was logged. Nothing more was saved.';
/** People decide nothing about an import that is being worked on. */
const AT_WORK = { changeRules: MOVED, commit: MOVED, undo: MOVED } as const;

/** What each verb makes of an import in each state: the changes, a refusal, or nothing. */
const TABLE: Record<ImportState, Partial<Record<Verb, object | typeof MOVED>>> = {
  waiting: {
    ...AT_WORK,
    cancel: { state: 'cancelled' },
    beginCheck: { state: 'checking' },
    abandon: { state: 'unreadable', failure: ABANDONED },
  },
  checking: {
    ...AT_WORK,
    beginCheck: {},
    finishCheck: { state: 'ready', rules: OTHER_RULES },
    stopCheck: { state: 'cancelled' },
    failCheck: { state: 'unreadable', failure: 'It is no workbook.' },
    abandon: { state: 'unreadable', failure: ABANDONED },
  },
  unreadable: { changeRules: CHECKED_AGAIN, commit: MOVED, undo: MOVED },
  ready: {
    changeRules: CHECKED_AGAIN,
    commit: { state: 'committing', mode: 'license', settled: ANA },
    undo: MOVED,
  },
  committing: {
    ...AT_WORK,
    finishCommit: { state: 'committed' },
    refuseCommit: {
      state: 'ready',
      failure:
        'Nothing was saved: every license has changed since the review or is blocked. Check the file again.',
    },
    failCommit: { state: 'ready', failure: 'Nothing was saved. Ben changed it.' },
    interruptCommit: {
      state: 'committed',
      failure: 'Stopped. Licenses saved so far stay saved. Check the file again for the rest.',
    },
    abandon: { state: 'ready', failure: ABANDONED },
  },
  committed: {
    changeRules: CHECKED_AGAIN,
    commit: MOVED,
    undo: { state: 'undoing', settled: ANA },
  },
  undoing: {
    ...AT_WORK,
    finishUndo: { state: 'undone' },
    stopUndo: { state: 'committed', failure: 'Stopped. Nothing was undone.' },
    failUndo: { state: 'committed', failure: 'Ben built on it.' },
    abandon: { state: 'committed', failure: ABANDONED },
  },
  undone: { ...AT_WORK },
  cancelled: { changeRules: CHECKED_AGAIN, commit: MOVED, undo: MOVED },
};

const CASES = Object.entries(TABLE).flatMap(([state, verbs]) =>
  Object.entries(VERBS).map(
    ([verb, act]) => [state as ImportState, verb, act, verbs[verb as Verb] ?? null] as const,
  ),
);

describe('an import', () => {
  it.each(CASES)('that is %s: %s', (state, _verb, act, expected) => {
    const one = anImport(state);
    const before = one.data;

    if (expected === MOVED) refusalOf(ImportMoved, () => act(one));
    else expect(act(one)).toBe(expected !== null);
    expect(one.data).toEqual({ ...before, ...(typeof expected === 'object' ? expected : {}) });
  });

  it('is decided about as it was seen', () => {
    for (const revision of [2, 4]) {
      refusalOf(ImportMoved, () => anImport('ready').commit(revision, 'file', true, ANA));
      refusalOf(ImportMoved, () => anImport('committed').undo(revision, ANA));
      refusalOf(ImportMoved, () => anImport('ready').changeRules(revision, OTHER_RULES));
    }
  });

  it('is not committed when there is nothing to save', () => {
    refusalOf(NothingToCommit, () => anImport('ready').commit(3, 'file', false, ANA));
  });

  it.each<ImportState>(['committing', 'committed'])(
    'that is %s takes the same commit by the same person again, and no other',
    (state) => {
      const one = anImport(state, { mode: 'file', settled: ANA });

      expect(one.commit(3, 'file', false, { ...ANA, at: BEN.at })).toBe(false);
      refusalOf(ImportMoved, () => one.commit(3, 'license', true, ANA));
      refusalOf(ImportMoved, () => one.commit(3, 'file', true, BEN));
    },
  );

  it.each<ImportState>(['undoing', 'undone'])(
    'that is %s takes the same undo by the same person again, and no other',
    (state) => {
      const one = anImport(state, { settled: ANA });

      expect(one.undo(3, ANA)).toBe(false);
      refusalOf(ImportMoved, () => one.undo(3, BEN));
    },
  );

  it('that is checked by other rules takes the same request again, and no other', () => {
    const one = anImport('ready');

    expect(one.changeRules(3, OTHER_RULES)).toBe(true);
    expect(one.changeRules(3, OTHER_RULES)).toBe(false);
    refusalOf(ImportMoved, () => one.changeRules(3, FIRST_RULES));
  });

  it('that was checked again, with all of it stored, can be undone', () => {
    const one = anImport('checking', { settled: ANA });

    expect(one.finishCheck(FIRST_RULES, true)).toBe(true);
    expect(one.data.state).toBe('committed');
  });

  it('that was interrupted before anything was saved can be committed again', () => {
    const one = anImport('committing');

    one.interruptCommit('busy', false);
    expect(one.data).toMatchObject({
      state: 'ready',
      failure: 'The database was busy. Nothing was saved.',
    });
  });

  it('is settled by who decided last, or uploaded it', () => {
    expect(anImport('ready').settlement).toEqual({ by: { name: 'Ana' }, at: AT });
    expect(anImport('committed', { settled: BEN }).settlement).toEqual(BEN);
  });

  it('is recognized when it is uploaded again', () => {
    const one = anImport('ready');
    const again = (name: string, by = 'Ana') => Import.upload('i1', name, { name: by }, BEN.at);

    expect(() => {
      one.requireSame(again('avails.xlsx'), true);
    }).not.toThrow();
    for (const act of [
      () => {
        one.requireSame(again('avails.xlsx'), false);
      },
      () => {
        one.requireSame(again('other.xlsx'), true);
      },
      () => {
        one.requireSame(again('avails.xlsx', 'Ben'), true);
      },
    ])
      refusalOf(ImportTaken, act);
    refusalOf(InvalidText, () => again(' '));
  });

  it('is worked on in four states', () => {
    const states = Object.keys(TABLE) as ImportState[];
    expect(states.filter(isAtWork)).toEqual(['waiting', 'checking', 'committing', 'undoing']);
  });
});
