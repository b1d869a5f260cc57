import { pathToFileURL } from 'node:url';
import { runAsCommand, UserFacingError } from './failure.mjs';
import { inProject, prepareDatabaseClient, preparePackages, preparePrograms } from './prepare.mjs';

/*
 * `node scripts/bootstrap/run.mjs <program>`: prepares what the programs need, and becomes one of them. It is the only way
 * into a fresh clone, and plain JavaScript because there is no compiler there yet.
 */

const OLDEST_NODE = [20, 19];

/** They may run beside the product, whose packages they must not replace. */
const BESIDE_THE_PRODUCT = ['backup', 'check', 'jobs', 'migrate', 'restore'];

function requireRecentNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new UserFacingError(
    `This needs Node ${OLDEST_NODE.join('.')} or newer, and this is Node ${process.versions.node}.`,
  );
}

await runAsCommand(async () => {
  requireRecentNode();
  const [name = ''] = process.argv.splice(2, 1);
  await preparePackages({ beside: BESIDE_THE_PRODUCT.includes(name) });
  await prepareDatabaseClient();
  await preparePrograms();
  process.setSourceMapsEnabled(true);
  await import(pathToFileURL(inProject(`dist/${name}.js`)).href);
});
