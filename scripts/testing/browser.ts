import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { UserFacingError } from '../bootstrap/failure.mjs';
import { PROJECT } from '../bootstrap/prepare.mjs';

/** The headless shell comes first: without the windows of a browser the tests take a fifth less time. */
const NAMES = [
  ...['chromium-headless-shell', 'chromium', 'chromium-browser'],
  ...['google-chrome', 'google-chrome-stable'],
];
const MAC_APPS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const DOWNLOAD_TIMEOUT_MS = 5 * 60_000;

/**
 * A Chromium to test in: the one somebody named, one on this machine, Playwright's own; or else one is fetched, from
 * Playwright's makers where the network allows it, from Debian where the system does.
 */
export async function findBrowser(): Promise<string> {
  return (
    named() ?? onThisMachine() ?? (await playwrights()) ?? (await download()) ?? debians() ?? none()
  );
}

function named(): string | null {
  const file = process.env.CRMS_BROWSER;
  if (!file) return null;
  if (runs(file)) return file;
  throw new UserFacingError(`CRMS_BROWSER names ${file}, which is no browser that runs here.`);
}

function onThisMachine(): string | null {
  const folders = (process.env.PATH || '')
    .split(path.delimiter)
    .filter((folder) => path.isAbsolute(folder));
  const files = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return [...files, ...MAC_APPS].find(runs) ?? null;
}

async function playwrights(): Promise<string | null> {
  const { chromium } = await import('@playwright/test');
  const file = chromium.executablePath();
  return runs(file) ? file : null;
}

function download(): Promise<string | null> {
  console.log('No Chromium on this machine; asking Playwright for one ...');
  const cli = ['node_modules/@playwright/test/cli.js', 'install', 'chromium'];
  spawnSync(process.execPath, cli, { cwd: PROJECT, stdio: 'ignore', timeout: DOWNLOAD_TIMEOUT_MS });
  return playwrights();
}

function debians(): string | null {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return null;
  console.log('Playwright has none to give; installing the package "chromium-headless-shell" ...');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = ['install', '-y', '--no-install-recommends', 'chromium-headless-shell'];
  for (const args of [['update'], install]) {
    spawnSync('apt-get', ['-q', ...args], { env, stdio: 'ignore', timeout: DOWNLOAD_TIMEOUT_MS });
  }
  return onThisMachine();
}

function none(): never {
  throw new UserFacingError(
    'There is no Chromium to test in, and none could be fetched: install one, or name one with CRMS_BROWSER.',
  );
}

/** Being there is not enough: Ubuntu's `chromium-browser` only says where to get the real one. */
function runs(file: string): boolean {
  if (!existsSync(file)) return false;
  return spawnSync(file, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}
