import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { inProject, refuseUnlessWritable, unlessMade } from '../bootstrap/prepare.mjs';
import { runStep } from '../processes/step';
import { prepareForBrowsers } from './files-for-browsers';

const BUILD_SOURCES = [
  ...['app', 'api', 'src', 'public', 'prisma/schema.prisma', 'instrumentation.ts'],
  ...['next.config.mjs', 'postcss.config.mjs', 'tsconfig.json', 'package.json'],
  'package-lock.json',
];
const API_CLIENT = 'tests/api-client';
const API_CLIENT_SOURCES = ['api', 'src', 'package-lock.json', `${API_CLIENT}/generate.ts`];

/** Builds the app into `distDir`, unless what is there was made from these very sources. Logs go to `dataDir`. */
export async function prepareBuild({
  dataDir,
  distDir,
}: {
  readonly dataDir: string;
  readonly distDir: string;
}): Promise<void> {
  const output = inProject(distDir);
  const stamp = path.join(output, 'made-from');
  if (!existsSync(path.join(output, 'BUILD_ID'))) rmSync(stamp, { force: true });
  await unlessMade(stamp, BUILD_SOURCES, async () => {
    console.log('Building (about half a minute) ...');
    refuseUnlessWritable(output, 'server', 'cache');
    rmSync(stamp, { force: true });
    await runStep({
      name: 'build',
      failure: 'The product could not be built',
      dataDir,
      args: ['node_modules/next/dist/bin/next', 'build'],
      env: {
        CRMS_DIST_DIR: distDir,
        NEXT_TELEMETRY_DISABLED: '1',
        NODE_ENV: 'production',
        NO_COLOR: '1',
      },
    });
    await prepareForBrowsers(path.join(output, 'static'));
  });
}

/** The types of the API's client, which tests and their type check need. */
export async function prepareApiClient({ dataDir }: { readonly dataDir: string }): Promise<void> {
  await unlessMade(`${API_CLIENT}/.made-from`, API_CLIENT_SOURCES, async () => {
    console.log('Generating the types of the API ...');
    await runStep({
      name: 'generate-api-client',
      failure: 'The types of the API could not be generated',
      dataDir,
      args: ['--import', 'tsx', `${API_CLIENT}/generate.ts`],
    });
  });
}
