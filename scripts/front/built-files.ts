import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { inProject } from '../bootstrap/prepare.mjs';

/** Begin of the addresses of what a build makes for browsers: scripts, styles and fonts, whose names change with their content. */
export const BUILT_FILES = '/_next/static/';

/**
 * Answers requests for the files of a build, as they were compressed when it was made (`scripts/setup/files-for-browsers.ts`).
 *
 * @param distDir the build's folder in the project
 */
export function builtFiles(
  distDir: string,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const root = path.join(inProject(distDir), 'static');
  const files = new Hono().get(
    `${BUILT_FILES}*`,
    serveStatic({
      root,
      rewriteRequestPath: (address) => address.slice(BUILT_FILES.length),
      precompressed: true,
      onFound: (_file, context) => {
        context.header('Cache-Control', 'public, max-age=31536000, immutable');
      },
    }),
  );
  return getRequestListener(files.fetch);
}
