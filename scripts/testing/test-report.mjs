import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { PROJECT } from '../setup/project.mjs';

/*
 * What a test runner says about a run, counted by single tests. A file that ran no test counts as a failure, whatever
 * the runner thinks of it: a suite that checks nothing must not look like one that passes.
 */

/** As much of a failure's message as tells what was wanted; its stack is in the report. */
const MESSAGE_LINES = 12;

/** @returns {{ passed: number, failed: number, complaints: string[] }} What failed is named in the complaints. */
export function countVitest(reportFile, { exitCode, expectedFiles = [] }) {
  return count(reportFile, { exitCode, expectedFiles }, (report) =>
    report.testResults.map(({ name, assertionResults, message }) => ({
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

export function countPlaywright(reportFile, { exitCode, expectedFiles = [] }) {
  return count(reportFile, { exitCode, expectedFiles }, (report) =>
    report.suites.map((suite) => {
      const tests = testsOf(suite);
      const file = path.resolve(report.config.rootDir, suite.file);
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
    }),
  );
}

/** Every file below `folder` whose name matches, as absolute paths. */
export function filesMatching(folder, pattern) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && pattern.test(entry.name))
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name));
}

function count(reportFile, { exitCode, expectedFiles }, read) {
  if (!existsSync(reportFile)) {
    return { passed: 0, failed: 1, complaints: ['it ended without a report'] };
  }
  const byFile = new Map();
  const total = { passed: 0, failed: 0, complaints: [] };
  for (const { file, passed, failures } of read(JSON.parse(readFileSync(reportFile, 'utf8')))) {
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
    if (passed + failed === 0) complain(total, `no test ran in ${file}`);
  }
  if (byFile.size === 0) complain(total, 'no test ran at all');
  if (exitCode !== 0 && total.failed === 0) complain(total, `it ended with ${exitCode}`);
  return total;
}

function complain(total, complaint) {
  total.failed += 1;
  total.complaints.push(complaint);
}

function failure(file, title, messages) {
  const said = stripVTControlCharacters(messages.join('\n')).split('\n').slice(0, MESSAGE_LINES);
  return [`${path.relative(PROJECT, file)} › ${title}`, ...said].join('\n    ');
}

function testsOf(suite) {
  const own = (suite.specs ?? []).flatMap(({ title, tests }) =>
    tests.map(({ status, results }) => ({ title, status, results })),
  );
  return [...own, ...(suite.suites ?? []).flatMap(testsOf)];
}
