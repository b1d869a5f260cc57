import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { PROJECT } from '../bootstrap/prepare.mjs';

/*
 * What a test runner says about a run, counted by single tests. A file that ran no test counts as a failure, whatever
 * the runner thinks of it: a suite that checks nothing must not look like one that passes.
 */

/** As much of a failure's message as tells what was wanted; its stack is in the report. */
const MESSAGE_LINES = 12;

/** What a step counted; what failed is named in the complaints. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly complaints: readonly string[];
}

/** How a test runner ended, and the files that it was to run, as absolute paths. */
interface Run {
  readonly exitCode: number;
  readonly expectedFiles: readonly string[];
}

interface FileOutcome {
  readonly file: string;
  readonly passed: number;
  readonly failures: readonly string[];
}

/** What is read of Vitest's JSON report. */
interface VitestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly message?: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/** What is read of Playwright's JSON report. */
interface PlaywrightReport {
  readonly config: { readonly rootDir: string };
  readonly suites: readonly (PlaywrightSuite & { readonly file: string })[];
}

interface PlaywrightSuite {
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs?: readonly {
    readonly title: string;
    readonly tests: readonly {
      readonly status: string;
      readonly results: readonly { readonly errors: readonly { readonly message: string }[] }[];
    }[];
  }[];
}

export function countVitest(reportFile: string, run: Run): Outcome {
  return count(reportFile, run, (report) =>
    (report as VitestReport).testResults.map(({ name, assertionResults, message }) => ({
      file: name,
      passed: assertionResults.filter(({ status }) => status === 'passed').length,
      failures: [
        ...assertionResults
          .filter(({ status }) => status === 'failed')
          .map(({ fullName, failureMessages }) => failure(name, fullName, failureMessages)),
        // What fails outside of any test: an import, a hook around a whole file.
        ...(message ? [failure(name, 'the file itself', [message])] : []),
      ],
    })),
  );
}

export function countPlaywright(reportFile: string, run: Run): Outcome {
  return count(reportFile, run, (report) => {
    const { config, suites } = report as PlaywrightReport;
    return suites.map((suite) => {
      const tests = testsOf(suite);
      const file = path.resolve(config.rootDir, suite.file);
      return {
        file,
        passed: tests.filter(({ status }) => status === 'expected').length,
        // A flaky test failed at least once.
        failures: tests
          .filter(({ status }) => status === 'unexpected' || status === 'flaky')
          .map(({ title, results }) =>
            failure(
              file,
              title,
              results.flatMap(({ errors }) => errors.map(({ message }) => message)),
            ),
          ),
      };
    });
  });
}

/** Every file below `folder` whose name matches, as absolute paths. */
export function filesMatching(folder: string, pattern: RegExp): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && pattern.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name));
}

function count(
  reportFile: string,
  { exitCode, expectedFiles }: Run,
  read: (report: unknown) => readonly FileOutcome[],
): Outcome {
  if (!existsSync(reportFile)) {
    return { passed: 0, failed: 1, complaints: ['it ended without a report'] };
  }
  const byFile = new Map<string, { passed: number; failed: number }>();
  const total = { passed: 0, failed: 0, complaints: [] as string[] };
  const complain = (complaint: string) => {
    total.failed += 1;
    total.complaints.push(complaint);
  };
  const report: unknown = JSON.parse(readFileSync(reportFile, 'utf8'));
  for (const { file, passed, failures } of read(report)) {
    const before = byFile.get(file) ?? { passed: 0, failed: 0 };
    byFile.set(file, {
      passed: before.passed + passed,
      failed: before.failed + failures.length,
    });
    total.complaints.push(...failures);
  }
  for (const file of new Set([...expectedFiles, ...byFile.keys()])) {
    const { passed, failed } = byFile.get(file) ?? { passed: 0, failed: 0 };
    total.passed += passed;
    total.failed += failed;
    if (passed + failed === 0) complain(`no test ran in ${file}`);
  }
  if (byFile.size === 0) complain('no test ran at all');
  if (exitCode !== 0 && total.failed === 0) complain(`it ended with ${exitCode}`);
  return total;
}

function failure(file: string, title: string, messages: readonly string[]): string {
  const said = stripVTControlCharacters(messages.join('\n')).split('\n').slice(0, MESSAGE_LINES);
  return [`${path.relative(PROJECT, file)} › ${title}`, ...said].join('\n    ');
}

function testsOf(suite: PlaywrightSuite): {
  readonly title: string;
  readonly status: string;
  readonly results: readonly { readonly errors: readonly { readonly message: string }[] }[];
}[] {
  const own = (suite.specs ?? []).flatMap(({ title, tests }) =>
    tests.map(({ status, results }) => ({ title, status, results })),
  );
  return [...own, ...(suite.suites ?? []).flatMap(testsOf)];
}
