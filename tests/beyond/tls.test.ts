import { execFile } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ThrowawayPostgres } from '../../scripts/database/throwaway-postgres';
import { openDatabase } from '../../scripts/database/database';
import { postgresAccount } from '../../scripts/database/postgres-account';
import { startThrowawayPostgres } from '../../scripts/database/throwaway-postgres';

const run = promisify(execFile);
const folder = mkdtempSync(path.join(tmpdir(), 'crms-tls-'));
const file = (name: string) => path.join(folder, name);
let plain: ThrowawayPostgres;
let secure: ThrowawayPostgres;

/** A certificate for a name, signed by itself. */
async function certificate(name: string, host: string): Promise<void> {
  await run('openssl', [
    ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', `/CN=${host}`],
    ...['-addext', `subjectAltName=DNS:${host}`, '-keyout', file(`${name}.key`)],
    ...['-out', file(`${name}.pem`)],
  ]);
  chmodSync(file(`${name}.key`), 0o600);
  const { uid, gid } = postgresAccount(file('none'));
  if (uid !== undefined) chownSync(file(`${name}.key`), uid, gid ?? 0);
}

beforeAll(async () => {
  chmodSync(folder, 0o755);
  await certificate('server', 'localhost');
  await certificate('other', 'localhost');
  plain = await startThrowawayPostgres();
  secure = await startThrowawayPostgres({
    settings: { ssl: 'on', ssl_cert_file: file('server.pem'), ssl_key_file: file('server.key') },
  });
});

afterAll(async () => {
  await plain.stop();
  await secure.stop();
  rmSync(folder, { recursive: true, force: true });
});

function addressOf(server: ThrowawayPostgres, parameters: string, host = 'localhost'): string {
  const url = new URL(server.url);
  url.hostname = host;
  return `${url.href}?${parameters}`;
}

async function startWith(url: string): Promise<string> {
  return openDatabase({ dataDir: folder, external: { url, ownerUrl: null } }).then(
    () => 'it starts',
    (error: unknown) => (error as Error).message,
  );
}

describe('a start with TLS', () => {
  it.each([
    [
      'the right certificate',
      () => `sslmode=verify-full&sslrootcert=${file('server.pem')}`,
      'it starts',
    ],
    ['TLS without a look at the certificate', () => 'sslmode=no-verify', 'it starts'],
    ['no TLS', () => 'sslmode=disable', 'it starts'],
    ['a certificate of nobody we know', () => 'sslmode=require', 'sslrootcert=FILE'],
    [
      'a certificate of another',
      () => `sslmode=verify-full&sslrootcert=${file('other.pem')}`,
      'self-signed certificate',
    ],
    [
      'a file that is not there',
      () => `sslmode=verify-full&sslrootcert=${file('none.pem')}`,
      'none.pem',
    ],
  ])('%s', async (_which, parameters, words) => {
    expect(await startWith(addressOf(secure, parameters()))).toContain(words);
  });

  it('another host than the certificate names', async () => {
    const url = addressOf(
      secure,
      `sslmode=verify-full&sslrootcert=${file('server.pem')}`,
      '127.0.0.1',
    );
    expect(await startWith(url)).toContain('name the host as its certificate does');
  });

  it('a server without TLS', async () => {
    expect(await startWith(addressOf(plain, 'sslmode=require'))).toContain(
      'do without by sslmode=disable',
    );
  });
});
