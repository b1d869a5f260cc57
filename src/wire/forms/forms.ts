import * as z from 'zod';
import type { InputOf, RecordKind, VersionedKind } from '../../service/commands/commands';
import { TITLE_FORMS } from './content';
import { CONTRACT_FORMS } from './contract';
import { EVENT_FORMS } from './events';
import { EXPORT_FORMS, EXPORT_PROFILE_FORMS } from './export';
import { IMPORT_FORMS } from './import';
import { LICENSE_FORMS } from './license';
import { BULK_FORMS } from './bulk';
import { CLOSING_FORMS } from './closing';
import { PEOPLE_FORMS } from './people';
import { PRICE_PLAN_FORMS } from './price-plan';
import { PRICE_TABLE_FORMS } from './price-table';
import { TAKEDOWN_FORMS } from './takedown';
import { VIEW_FORMS } from './views';

/**
 * What a browser may send, by kind of command: the codec of its input, from text as people type it to what the command
 * takes. A kind that is not here cannot be asked for by a browser.
 */
export const FORMS = {
  ...LICENSE_FORMS,
  ...TITLE_FORMS,
  ...TAKEDOWN_FORMS,
  ...CLOSING_FORMS,
  ...BULK_FORMS,
  ...CONTRACT_FORMS,
  ...PRICE_TABLE_FORMS,
  ...PRICE_PLAN_FORMS,
  ...PEOPLE_FORMS,
  ...EVENT_FORMS,
  ...IMPORT_FORMS,
  ...EXPORT_FORMS,
  ...EXPORT_PROFILE_FORMS,
  ...VIEW_FORMS,
};

export type FormKind = keyof typeof FORMS;
/** Those on what has a version and a history, and those on what is stored without them. */
export type VersionedFormKind = FormKind & VersionedKind;
export type RecordFormKind = FormKind & RecordKind;
/** The input of a command as its form has it. */
export type FormInput<K extends FormKind> = z.input<(typeof FORMS)[K]>;

/** A command as a form builds it. */
export type FormCommand<K extends FormKind = FormKind> = {
  readonly [P in K]: { readonly kind: P; readonly input: FormInput<P> };
}[K];

/** A command on its way to the server, under the key of its intent. */
export type SentCommand<K extends FormKind = FormKind> = FormCommand<K> & { readonly key: string };

/** The same table, annotated so that a kind and its input stay together. */
const CODECS: { readonly [K in FormKind]: z.ZodType<InputOf<K>> } = FORMS;

const KIND = z.object({ kind: z.string() });
const SENT = z.strictObject({
  kind: z.string(),
  key: z.uuid({ error: 'This form has no key. Reload the page.' }),
  input: z.unknown(),
});

/** The kind of what was sent, which can be anything; `null` where no form makes it. */
export function kindOfSent(sent: unknown): FormKind | null {
  const { data } = KIND.safeParse(sent);
  return data !== undefined && isFormKind(data.kind) ? data.kind : null;
}

function isFormKind(kind: string): kind is FormKind {
  return Object.hasOwn(FORMS, kind);
}

/** Reads the key and the input of what was sent of a kind, which can be anything. */
export function readSent<K extends FormKind>(
  kind: K,
  sent: unknown,
):
  | { readonly success: true; readonly key: string; readonly input: InputOf<K> }
  | { readonly success: false; readonly error: z.ZodError } {
  const { data, error } = SENT.safeParse(sent);
  if (error !== undefined) return { success: false, error };
  const input = CODECS[kind].safeParse(data.input);
  return input.success ? { success: true, key: data.key, input: input.data } : input;
}
