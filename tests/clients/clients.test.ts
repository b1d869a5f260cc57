import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testDatabase } from '../integration/support';
import { ApiDriver } from '../integration/support-api';

const run = promisify(execFile);

/** A language that is absent is a failure that says so: the long run proves nothing without it. */
async function requireLanguage(language: string, program: string, question: string) {
  await run(program, [question]).catch((cause: unknown) => {
    throw new Error(`${language} is not installed here (${program}), and these tests need it.`, {
      cause,
    });
  });
}

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const database = await testDatabase();
const api = new ApiDriver(database);
const folder = mkdtempSync(join(tmpdir(), 'crms-clients-'));
const server = createServer((request, response) => {
  void (async () => {
    const { method = 'GET', url = '/', headers } = request;
    const hasBody = !['GET', 'HEAD'].includes(method);
    const answer = await api.fetch(
      new Request(`http://crms.example${url}`, {
        method,
        headers: headers as Record<string, string>,
        ...(hasBody ? { body: Readable.toWeb(request) as ReadableStream, duplex: 'half' } : {}),
      }),
    );
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    response.end(Buffer.from(await answer.arrayBuffer()));
  })();
});
let url: string;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1`;
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

async function documentIn(path: string, name: string): Promise<string> {
  const document = await (await fetch(`${url}/${name}`)).text();
  mkdirSync(path, { recursive: true });
  const file = join(path, name);
  writeFileSync(file, document);
  return file;
}

it('drives the seed scenario through a client made for Python', async () => {
  await requireLanguage('Python', 'python3', '--version');
  const home = join(folder, 'python');
  const document = await documentIn(home, 'openapi.json');
  await run('python3', ['-m', 'venv', join(home, 'venv')]);
  const program = (name: string) => join(home, 'venv', 'bin', name);
  await run(program('pip'), ['install', '-q', '-r', here('python/requirements.txt')]);
  await run(
    program('openapi-python-client'),
    ['generate', '--path', document, '--meta', 'none', '--output-path', join(home, 'crms_client')],
    { cwd: home },
  );
  cpSync(here('python/scenario.py'), join(home, 'scenario.py'));
  const token = await api.token('editor', 'Python');
  const { stdout } = await run(program('python'), ['scenario.py', url, token], { cwd: home });
  expect(stdout.trim()).toBe('the scenario is as told');
});

it('drives the seed scenario through a client made for Go', async () => {
  await requireLanguage('Go', 'go', 'version');
  const home = join(folder, 'go');
  cpSync(here('go'), home, { recursive: true });
  const document = await documentIn(home, 'openapi-3.0.json');
  mkdirSync(join(home, 'crms'));
  await run(
    'go',
    [
      ...['run', 'github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen@v2.5.1'],
      ...['-generate', 'types,client', '-package', 'crms', '-o', 'crms/client.go', document],
    ],
    { cwd: home },
  );
  const token = await api.token('editor', 'Go');
  const { stdout } = await run('go', ['run', '.', url, token], { cwd: home });
  expect(stdout.trim()).toBe('the scenario is as told');
});
