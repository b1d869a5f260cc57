import { ESLint } from 'eslint';
import ts from 'typescript';
import { runAsCommand } from './bootstrap/failure.mjs';
import { inProject } from './bootstrap/prepare.mjs';

/*
 * The linter and the type checker of `npm test` in one process. Both need every type of the project, which takes half a
 * minute to work out: here the linter asks the program that was just checked. They say and count what `eslint` and
 * `tsc --noEmit` do.
 */

const LINT_CONFIG = 'tests/architecture/eslint.config.mjs';

await runAsCommand(async () => {
  const program = makeProgram(inProject('tsconfig.json'));
  const areTypesRight = reportTypes(program);
  const isClean = await lint(program);
  if (!areTypesRight || !isClean) process.exitCode = 1;
});

function makeProgram(configFile: string): ts.Program {
  const parsed = ts.getParsedCommandLineOfConfigFile(
    configFile,
    { noEmit: true, incremental: false },
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: (diagnostic) => {
        throw new Error(ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n'));
      },
    },
  );
  if (parsed === undefined) throw new Error(`${configFile} cannot be read.`);
  return ts.createProgram({
    rootNames: parsed.fileNames,
    options: parsed.options,
    configFileParsingDiagnostics: parsed.errors,
  });
}

/** Whether there was nothing to report. */
function reportTypes(program: ts.Program): boolean {
  const found = ts.sortAndDeduplicateDiagnostics(ts.getPreEmitDiagnostics(program));
  if (found.length === 0) return true;
  console.log(
    ts.formatDiagnosticsWithColorAndContext(found, {
      getCanonicalFileName: (name) => name,
      getCurrentDirectory: () => inProject('.'),
      getNewLine: () => '\n',
    }),
  );
  return false;
}

/** Whether there was nothing to report, not even a warning. */
async function lint(program: ts.Program): Promise<boolean> {
  const eslint = new ESLint({
    cwd: inProject('.'),
    overrideConfigFile: LINT_CONFIG,
    overrideConfig: {
      files: ['**/*.{ts,tsx,mts}'],
      languageOptions: { parserOptions: { projectService: false, programs: [program] } },
    },
  });
  const results = await eslint.lintFiles('.');
  const formatter = await eslint.loadFormatter('stylish');
  const said = await formatter.format(results);
  if (said.trim() !== '') console.log(said);
  return results.every(({ errorCount, warningCount }) => errorCount + warningCount === 0);
}
