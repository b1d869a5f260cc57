import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { apiDocument } from '../../../api/api';
import { PROBLEMS } from '../../../api/problems/problem-codes';
import type { ApiServices } from '../../../api/services';
import { testDatabase } from '../support';
import { ApiDriver } from '../support-api';

const database = await testDatabase();
const api = new ApiDriver(database);

it('is served without a token, and describes the routes whatever services they use', async () => {
  const answer = await api.fetch(new Request('http://crms.example/api/v1/openapi.json'));
  expect(answer.status).toBe(200);
  const served: unknown = await answer.json();
  for (const services of [api.services, {} as ApiServices])
    expect(JSON.parse(JSON.stringify(apiDocument(services)))).toEqual(served);
});

it('lists a code for every error of the services', () => {
  const sources = ['src/domain', 'src/service'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => [name, readFileSync(`${folder}/${name}`, 'utf8')] as const),
  );
  // Errors of people, saved views, feeds, tokens, webhooks and jobs do not occur in the API.
  const elsewhere =
    /^(people\/|events\/|views\/|import\/(import-undo|job-refusals)\.ts$|avails\/unreadable-workbook\.ts$)/;
  const codes = sources
    .filter(([name]) => !elsewhere.test(name))
    .flatMap(([, text]) =>
      [...text.matchAll(/readonly code = '([\w-]+)'/g)].map(([, code]) => code),
    );
  const toldOtherwise = [
    ...['export-taken', 'import-taken'],
    ...['nothing-to-export', 'too-many-rows'],
    // Only jobs are canceled, and only pages send the number of titles that a person has seen.
    ...['cancelled', 'titles-joined'],
  ];
  expect(codes.length).toBeGreaterThan(40);
  expect(codes.filter((code = '') => !(code in PROBLEMS) && !toldOtherwise.includes(code))).toEqual(
    [],
  );
});

it('describes nothing as what there is and null at once', () => {
  const both: unknown[] = [];
  JSON.stringify(apiDocument(api.services), (_key, value: unknown) => {
    const parts = (value as { allOf?: readonly { type?: unknown }[] } | null)?.allOf ?? [];
    if (parts.some(({ type }) => [type].flat().includes('null'))) both.push(value);
    return value;
  });
  expect(both).toEqual([]);
});

it('takes one price in place of a price list wherever an offer is sent', () => {
  const document = JSON.parse(JSON.stringify(apiDocument(api.services))) as {
    readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
    readonly paths: Readonly<Record<string, Readonly<Record<string, { requestBody?: unknown }>>>>;
  };
  const sent = new Set<string>();
  const follow = (part: unknown) => {
    for (const [, name = ''] of JSON.stringify(part ?? {}).matchAll(
      /"#\/components\/schemas\/(\w+)"/g,
    ))
      if (!sent.has(name)) {
        sent.add(name);
        follow(document.components.schemas[name]);
      }
  };
  for (const path of Object.values(document.paths))
    for (const operation of Object.values(path)) follow(operation.requestBody);

  expect(sent).toContain('GivenOffer');
  // What an answer has: always a list.
  expect(sent).not.toContain('Offer');
});
