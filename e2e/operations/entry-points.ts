import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { APIRequestContext } from '@playwright/test';
import { FORMS } from '../../src/wire/forms/forms';

/*
 * Every action, page and route that the build has, and how a program that is no browser calls an action.
 */

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const DIST = process.env.CRMS_DIST_DIR ?? '.next-test';

/** The action that runs commands. */
export const COMMAND_ACTION = 'runCommandAction';

export interface Action {
  readonly id: string;
  readonly name: string;
  /** A page that contains it. */
  readonly page: string;
  /** Kind of the command, if the action runs commands. */
  readonly kind?: string;
}

/** Arguments that no form sends, as React encodes them: missing, of other types, too large, or not arguments. */
const INVALID_ARGUMENTS = [
  '[]',
  '[{}]',
  '[null]',
  '["text"]',
  '[{"key":"x","licenseId":"\' OR 1=1 --","expectedVersion":"NaN"}]',
  JSON.stringify([{ key: randomUUID(), text: 'x'.repeat(100_000) }]),
  '{"not":"arguments"}',
  'no json',
];

/** Invalid arguments for an action; if it runs commands, also with invalid command input. */
export function invalidArgumentsFor(action: Action): string[] {
  if (action.kind === undefined) return INVALID_ARGUMENTS;
  return [
    ...INVALID_ARGUMENTS,
    ...[null, 'text', [], {}, { expectedVersion: 'NaN' }].map((input) =>
      argumentsOf(action, input),
    ),
  ];
}

/** Arguments as a form sends them, with any input. */
export function argumentsOf({ kind }: Action, input: unknown): string {
  const key = randomUUID();
  return JSON.stringify([kind === undefined ? { key } : { kind, key, input }]);
}

/** What a message calls an action: the kind of its command, too. */
export function nameOf({ name, kind }: Action): string {
  return kind === undefined ? name : `${name} of ${kind}`;
}

/** Every action; the action that runs commands, once for each kind of form. */
export function actions(): Action[] {
  const manifest = JSON.parse(
    readFileSync(`${PROJECT}${DIST}/server/server-reference-manifest.json`, 'utf8'),
  ) as { node: Record<string, { workers: Record<string, unknown>; exportedName: string }> };
  return Object.entries(manifest.node).flatMap(([id, { workers, exportedName: name }]) => {
    const action = { id, name, page: filled(pageOf(Object.keys(workers)[0] ?? '')) };
    return name === COMMAND_ACTION
      ? Object.keys(FORMS).map((kind) => ({ ...action, kind }))
      : [action];
  });
}

/** Every page and route of the build. */
export function paths(): string[] {
  const manifest = JSON.parse(
    readFileSync(`${PROJECT}${DIST}/server/app-paths-manifest.json`, 'utf8'),
  ) as Record<string, string>;
  return Object.keys(manifest)
    .filter((path) => !path.startsWith('/_'))
    .map((path) => filled(pageOf(`app${path}`)));
}

/** Path of a page or route from its name in the build, without route groups and the file name. */
function pageOf(name: string): string {
  const path = name
    .replace(/^app/, '')
    .replace(/\/(page|route)$/, '')
    .replace(/\/\([^)]*\)/g, '');
  return path === '' ? '/' : path;
}

/** A path with its parameters filled in. */
export function filled(path: string): string {
  return path
    .replace(/\[\[?\.*path\]?\]/, '')
    .replace(/\[file\]/, 'x.ics')
    .replace(/\[token\]/, 'x')
    .replace(/\[\w+\]|\{\w+\}/g, randomUUID());
}

/** Calls an action as the browser would, with these encoded arguments. */
export async function call(
  context: APIRequestContext,
  { id, page }: Action,
  args: string,
): Promise<{ status: number; text: string }> {
  const answer = await context.post(page, {
    headers: {
      'next-action': id,
      'content-type': 'text/plain;charset=UTF-8',
      accept: 'text/x-component',
    },
    data: args,
    maxRedirects: 0,
  });
  return { status: answer.status(), text: await answer.text() };
}

/** Whether a response is a refusal: a message, an error status, an empty result or a redirect to sign-in. */
export function isRefusal({ status, text }: { status: number; text: string }): boolean {
  if (status >= 400 || status === 303 || status === 307) return true;
  return (
    text.includes('you are signed out') || /^1:(\[\]|null|\{"titles":\[\],"total":0\})$/m.test(text)
  );
}
