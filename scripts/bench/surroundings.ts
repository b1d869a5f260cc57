import { readFileSync } from 'node:fs';
import os from 'node:os';
import { inProject } from '../bootstrap/prepare.mjs';

/** What the figures were taken on. */
export interface Surroundings {
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly cores: number;
  readonly processor: string;
  readonly memoryMegabytes: number;
  /** How many processes wanted to run in the minute before; above the cores, the figures were taken in a crowd. */
  readonly loadBefore: number;
  readonly versions: Readonly<Record<string, string>>;
}

const PACKAGES = ['next', 'react', 'prisma', '@prisma/client', '@prisma/adapter-pg', 'pg'];

export function surroundings(postgres: string): Surroundings {
  const [load = 0] = os.loadavg();
  const packages = PACKAGES.map((name) => [name, versionOf(name)] as const);
  return {
    at: new Date().toISOString(),
    cores: os.availableParallelism(),
    processor: os.cpus()[0]?.model ?? '',
    memoryMegabytes: Math.round(os.totalmem() / 2 ** 20),
    loadBefore: Number(load.toFixed(2)),
    versions: { node: process.versions.node, postgres, ...Object.fromEntries(packages) },
  };
}

function versionOf(name: string): string {
  const file = inProject(`node_modules/${name}/package.json`);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
