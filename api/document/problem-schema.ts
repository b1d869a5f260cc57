import { z } from '@hono/zod-openapi';
import type { ProblemCode } from '../problems/problem-codes';
import { MAX_SINCE } from '../../src/service/conflict/conflict';
import { Id, Version } from '../../src/wire/identity';
import { ContractChange } from '../../src/wire/contract-details';
import { Change } from '../../src/wire/license/license-change';
import { Offer } from '../../src/wire/license/offer';
import { Assigned, ContentChange } from '../../src/wire/content/title-change';
import { ContentDetails } from '../../src/wire/content/title-details';
import { Window } from '../../src/wire/window';
import { PricesChanged } from '../../src/wire/prices/price-table';
import {
  ContentWay,
  ContractWay,
  HistoryEntry,
  MarkedOffer,
  orNull,
  PricesWay,
  Way,
} from './schemas';
import { PROBLEMS } from '../problems/problem-codes';

const code = z.enum(Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]]);

const basics = {
  type: z
    .string()
    .openapi({ format: 'uri-reference', description: 'The documentation of the code.' }),
  title: z.string(),
  status: z.int(),
  detail: z.string().openapi({ description: 'What is wrong here, human-readable.' }),
  code,
};

const Complaint = z
  .strictObject({
    pointer: z
      .string()
      .optional()
      .openapi({ description: 'The location in the body, a JSON Pointer: #/offers/0/window.' }),
    parameter: z
      .string()
      .optional()
      .openapi({ description: 'The name of a parameter that is not part of the body.' }),
    code: z.string(),
    detail: z.string(),
  })
  .openapi('Complaint');

const Clash = z.strictObject({
  licenseId: Id,
  licenseName: z.string(),
  offer: Offer,
  territories: z.array(z.string()).readonly(),
  devices: z.array(z.string()).readonly(),
  languages: orNull(z.array(z.string()).readonly()).openapi({
    description: 'The languages in both licenses; null is all of them.',
  }),
  days: Window,
});

/** A refusal (RFC 9457). What a code adds is told with it. */
export const Problem = z
  .strictObject({
    ...basics,
    errors: z.array(Complaint).readonly().optional(),
    ways: z.array(Way).readonly().optional().openapi({
      description: 'Changes that avoid this refusal, nearest first. Send one to POST …/changes.',
    }),
    nearest: z
      .strictObject({ fits: z.array(Window).readonly(), shortened: orNull(Window) })
      .optional()
      .openapi({
        description:
          'The nearest windows of the same length, and the free rest of the requested one.',
      }),
    longest: orNull(Window).optional().openapi({ description: 'The longest slot that is free.' }),
    overlaps: z
      .array(z.strictObject({ offer: Offer, days: Window }))
      .readonly()
      .optional(),
    outside: z.array(Window).readonly().optional(),
    missing: z
      .array(z.string())
      .readonly()
      .optional()
      .openapi({ description: 'Devices that are not licensed.' }),
    stranded: z
      .array(
        z.strictObject({
          offer: Offer,
          outside: z.array(Window).readonly(),
          missing: z.array(z.string()).readonly(),
          formats: z.array(z.string()).readonly(),
        }),
      )
      .readonly()
      .optional(),
    clashes: z.array(Clash).readonly().optional(),
    titlesClashes: z
      .array(z.strictObject({ offer: Offer, clash: Clash, titles: z.int(), example: z.string() }))
      .readonly()
      .optional(),
    alternatives: z
      .array(Assigned)
      .readonly()
      .optional()
      .openapi({ description: 'Offers that can be assigned instead of the only one.' }),
    titles: z
      .array(z.strictObject({ id: Id, title: z.string() }))
      .readonly()
      .optional(),
    changed: z
      .array(
        z.strictObject({
          aggregate: z.enum(['license', 'content']),
          id: Id,
          name: z.string(),
        }),
      )
      .readonly()
      .optional()
      .openapi({ description: 'What has changed since, so that it cannot be undone together.' }),
    blocked: z
      .array(z.strictObject({ id: Id, name: z.string(), reason: z.string() }))
      .readonly()
      .optional()
      .openapi({ description: 'The licenses that a bulk change is blocked for, and why.' }),
  })
  .openapi('Problem');

const since = z
  .array(HistoryEntry)
  .readonly()
  .openapi({
    description: `The newest changes since the base version, at most ${MAX_SINCE}, in order.`,
  });

const Row = z.strictObject({
  field: z.string(),
  label: z.string(),
  before: z.string().nullable(),
  yours: z.string().nullable(),
  theirs: z.string().nullable(),
  result: z.string().nullable(),
  origin: z.enum(['yours', 'theirs', 'both', 'adjusted']).nullable(),
});

const VERDICTS = ['legal', 'settled', 'disputed', 'refused', 'gone'] as const;

/** What conflicts of all kinds have in common. */
function conflictOn<Kind extends string, Change extends z.ZodType, Way extends z.ZodType>(
  kind: Kind,
  change: Change,
  way: Way,
) {
  return {
    kind: z.literal(kind),
    id: Id,
    madeAgainst: Version,
    latestVersion: Version,
    since,
    sinceTotal: z.int().openapi({ description: 'How many changes there were since.' }),
    verdict: z.enum(VERDICTS),
    reason: z.string().nullable(),
    code: z.string().nullable().openapi({ description: 'The code of the rule in `reason`.' }),
    dispute: orNull(
      z.strictObject({ fields: z.array(z.string()).readonly(), yours: change, theirs: change }),
    ),
    ways: z.array(way).readonly(),
    rows: z.array(Row).readonly().openapi({ description: 'Field by field, human-readable.' }),
  };
}

const LicenseConflict = z
  .strictObject({
    ...conflictOn('license', Change, Way),
    licenseId: Id,
    strips: z
      .strictObject({
        span: Window,
        yours: z.array(MarkedOffer).readonly(),
        theirs: z.array(MarkedOffer).readonly(),
        result: z.array(MarkedOffer).readonly(),
      })
      .openapi({
        description: 'The neighboring offers: with your change, as they are, and as they would be.',
      }),
  })
  .openapi('LicenseConflict');

const ContentConflict = z
  .strictObject({
    ...conflictOn('content', ContentChange, ContentWay),
    verdict: z.enum([...VERDICTS, 'last']).openapi({
      description: '`last`: refused, because this is the only offer of the title (C1).',
    }),
    details: ContentDetails,
  })
  .openapi('ContentConflict');

const ContractConflict = z
  .strictObject(conflictOn('contract', ContractChange, ContractWay))
  .openapi('ContractConflict');

const PriceTableConflict = z
  .strictObject(conflictOn('price-table', PricesChanged, PricesWay))
  .openapi('PriceTableConflict');

/** What was saved since of the licenses or titles that one command names. */
const JointConflict = z
  .strictObject({
    kind: z.enum(['licenses', 'titles']),
    changed: z
      .array(
        z.strictObject({ id: Id, name: z.string(), madeAgainst: Version, latestVersion: Version }),
      )
      .readonly()
      .openapi({ description: 'Those that were saved since, by name.' }),
    since: since.openapi({
      description: `The newest changes of them since, at most ${MAX_SINCE}, in order.`,
    }),
    sinceTotal: z.int().openapi({ description: 'How many changes there were since.' }),
  })
  .openapi('JointConflict');

/** What a stale change would mean now. */
const Conflict = z
  .discriminatedUnion('kind', [
    LicenseConflict,
    ContentConflict,
    ContractConflict,
    PriceTableConflict,
  ])
  .openapi('Conflict');

/** The version was not the latest (412). */
export const StaleProblem = z
  .strictObject({
    ...basics,
    latestVersion: Version.optional(),
    since: since
      .optional()
      .openapi({ description: 'For a contract: the changes since the base version.' }),
    conflict: Conflict.optional(),
    jointConflict: JointConflict.optional().openapi({
      description:
        'For several licenses or titles: which were saved since. Ask the trial again with their latest versions to see what the change does now.',
    }),
    stale: z
      .strictObject({ contentId: Id, version: Version })
      .optional()
      .openapi({ description: 'For several titles: the first that was changed since.' }),
  })
  .openapi('StaleProblem');

export type ProblemMembers = Partial<
  Omit<z.input<typeof Problem>, keyof typeof basics> &
    Omit<z.input<typeof StaleProblem>, keyof typeof basics>
>;
export type Complaint = z.input<typeof Complaint>;
