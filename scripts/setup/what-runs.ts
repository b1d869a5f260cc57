import { cpSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inProject, PROJECT } from '../bootstrap/prepare.mjs';

/** The programs that production runs, and those that they start (`deploy/README.md`). */
const PROGRAMS = ['prepare-database', 'serve', 'web', 'jobs', 'check-process', 'check'];
/** What is read at run time by its place. */
const READ = ['package.json', 'public', 'prisma'];
/** Packages that these programs load only to compile what is edited. */
const ONLY_COMPILES = /^node_modules\/(?:@?esbuild|typescript)\//;
/** Of a build: what it made on its way, and what says how long it took. */
const ONLY_BUILT = new Set(['cache', 'diagnostics', 'made-from', 'trace', 'trace-build', 'types']);

/**
 * Copies what runs in production into a folder: the programs, the build, and of the packages the files that these load.
 *
 * @param distDir where the build is, within the project
 * @param target absolute
 */
export async function copyWhatRuns({
  distDir,
  target,
}: {
  readonly distDir: string;
  readonly target: string;
}): Promise<{ readonly files: number; readonly bytes: number }> {
  const built = readdirSync(inProject(distDir))
    .filter((name) => !ONLY_BUILT.has(name))
    .map((name) => path.join(distDir, name));
  const whole = [...READ, ...built].flatMap(filesIn);
  const files = new Set([...(await loadedByPrograms(distDir)), ...loadedByPages(whole), ...whole]);
  let bytes = 0;
  for (const file of files) {
    bytes += lstatSync(inProject(file)).size;
    cpSync(inProject(file), path.join(target, file), { verbatimSymlinks: true });
  }
  return { files: files.size, bytes };
}

async function loadedByPrograms(distDir: string): Promise<Iterable<string>> {
  const { nodeFileTrace } = await import('@vercel/nft');
  const { fileList } = await nodeFileTrace(
    PROGRAMS.map((name) => inProject(`dist/${name}.js`)),
    {
      base: PROJECT,
      // What pages load, the build has traced.
      ignore: (file) => ONLY_COMPILES.test(file) || file.startsWith(`${distDir}/`),
    },
  );
  return fileList;
}

/** A build writes beside each page, and beside Next's server, a list of the files that it loads. */
function loadedByPages(built: readonly string[]): string[] {
  return built
    .filter((file) => file.endsWith('.nft.json'))
    .flatMap((list) => {
      const { files } = JSON.parse(readFileSync(inProject(list), 'utf8')) as { files: string[] };
      return files.map((file) => path.join(path.dirname(list), file));
    });
}

/** Every file in a folder, or the file itself; links are not followed. Within the project. */
function filesIn(name: string): string[] {
  return lstatSync(inProject(name)).isDirectory()
    ? readdirSync(inProject(name)).flatMap((child) => filesIn(path.join(name, child)))
    : [name];
}
