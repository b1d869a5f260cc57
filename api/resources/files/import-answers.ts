import * as z from 'zod';
import { importRules } from '../../../src/domain/avails/import-rules';
import { OUTCOMES, THINGS } from '../../../src/service/import/review';
import { Devices } from '../../../src/wire/devices';
import { Id, Instant, Version } from '../../../src/wire/identity';
import { Currency } from '../../../src/wire/prices/price';
import { line } from '../../../src/wire/text';
import { valid } from '../../../src/wire/valid';
import { AnyClosing, orNull } from '../../document/schemas';

const STATES = [
  ...['waiting', 'checking', 'unreadable', 'ready', 'committing', 'committed', 'undoing', 'undone'],
  'cancelled',
] as const;

const summary = {
  id: Id,
  fileName: z.string(),
  studios: z.array(z.string()).readonly(),
  state: z.string().meta({ enum: [...STATES] }),
  uploadedBy: z.string(),
  uploadedAt: Instant,
  rows: z.int(),
  rejected: z.int().meta({ description: 'Rows with errors.' }),
};

export const Rules = valid(
  z.strictObject({
    endDates: z.enum(['inclusive', 'exclusive']),
    sameDayHandover: z.enum(['hand-over', 'refuse']),
    reductions: z.enum(['split', 'refuse']),
    licenses: z.enum(['propose', 'existing']),
    currency: Currency,
    devices: Devices,
    contract: line('A contract’s reference number', 'contract').nullable(),
    licensees: z.record(z.string().max(200), z.boolean()).default({}).meta({
      description:
        'Which licensees are us; rows of the others are left out: { "Tern Street": true }.',
    }),
  }),
  importRules,
).meta({ id: 'ImportRules' });

export const Thing = z.enum(THINGS);
export const Outcome = z.enum(OUTCOMES);

export const Import = z
  .strictObject({
    ...summary,
    revision: Version.meta({ description: 'Increases with every check; If-Match names it.' }),
    version: z.string().nullable().meta({ description: 'Of the avails standard.' }),
    versionStated: z.boolean(),
    sheets: z
      .array(z.strictObject({ name: z.string(), rows: z.int(), skipped: z.string().nullable() }))
      .readonly(),
    rules: Rules,
    errors: z.int(),
    warnings: z.int(),
    counts: z.array(z.strictObject({ what: Thing, outcome: Outcome, count: z.int() })).readonly(),
    applicable: z.int(),
    blocked: z.int(),
    leftOutChanges: z.int().meta({ description: 'Changes that a person left out.' }),
    tiers: z
      .array(z.string())
      .readonly()
      .meta({ description: 'The tiers that its rows name; the price table has their amounts.' }),
    licensees: z
      .array(z.strictObject({ name: z.string(), rows: z.int(), isUs: z.boolean().nullable() }))
      .readonly()
      .meta({ description: 'The licensees that the file names, when there are several.' }),
    contractQuestion: orNull(
      z.strictObject({ rows: z.int(), references: z.array(z.string()).readonly() }),
    ).meta({
      description: 'Rows whose contract the rules have to name, and the contracts of the studio.',
    }),
    leftOut: z.int().meta({ description: 'Rows for other licensees.' }),
    idleColumns: z
      .array(z.strictObject({ column: z.string(), rows: z.int() }))
      .readonly()
      .meta({ description: 'Filled columns that change nothing, with how many rows fill them.' }),
    progress: orNull(z.strictObject({ words: z.string(), done: z.int(), total: z.int() })),
    failure: z.string().nullable(),
    settledBy: z.string().nullable(),
    settledAt: Instant.nullable(),
  })
  .meta({ id: 'Import' });

export const ImportSummary = z.strictObject(summary).meta({ id: 'ImportSummary' });

const FileProblem = z.strictObject({
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  sheet: z.string().nullable(),
  row: z.int().nullable(),
  column: z.string().nullable(),
  value: z.string(),
  message: z.string(),
  remedy: z.string(),
});

export const ProblemGroups = z
  .strictObject({
    items: z
      .array(
        z.strictObject({
          code: z.string(),
          severity: z.enum(['error', 'warning']),
          message: z.string(),
          remedy: z.string(),
          count: z.int(),
          problems: z
            .array(FileProblem)
            .readonly()
            .meta({ description: 'The first of them, at most 100.' }),
        }),
      )
      .readonly(),
  })
  .meta({ id: 'ImportProblems' });

export const ReviewLine = z
  .strictObject({
    what: Thing,
    outcome: Outcome,
    name: z.string(),
    words: z.string(),
    id: Id,
    rows: z.array(z.strictObject({ sheet: z.string(), row: z.int() })).readonly(),
    details: z
      .array(
        z.strictObject({
          column: z.string().nullable().meta({
            description:
              'Group and name; `null` where a row of a format and language comes or goes.',
          }),
          before: z.string(),
          after: z.string(),
        }),
      )
      .readonly()
      .meta({ description: 'The cells that change while the rights stay as they are.' }),
    change: z.int().nullable().meta({
      description:
        'The number of the change that the line is part of, which can be left out as a whole; `null` where nothing can be saved.',
    }),
    reason: z.string().nullable(),
    isStored: z.boolean(),
    closing: orNull(AnyClosing).meta({
      description: 'How the stored license or title is closed now; `null` while it is in use.',
    }),
  })
  .meta({ id: 'ReviewLine' });
