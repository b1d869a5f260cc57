import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

/*
 * What a test runner says about a run, counted by single tests. A file that ran no test counts as a failure, whatever
 * the runner thinks of it: a suite that checks nothing must not look like one that passes.
 */

/** @returns {{ passed: number, failed: number, complaints: string[] }} */
export function countVitest(reportFile, { exitCode, expectedFiles = [] }) {
  return count(reportFile, { exitCode, expectedFiles }, (report) =>
    report.testResults.map(({ name, assertionResults, message }) => ({
      file: name,
      passed: assertionResults.filter(({ status }) => status === 'passed').length,
      failed: assertionResults.filter(({ status }) => status === 'failed').length,
      message,
    })),
  );
}

export function countPlaywright(reportFile, { exitCode, expectedFiles = [] }) {
  return count(reportFile, { exitCode, expectedFiles }, (report) =>
    report.suites.map((suite) => {
      const outcomes = testsOf(suite).map(({ status }) => status);
      return {
        file: path.resolve(report.config.rootDir, suite.file),
        passed: outcomes.filter((status) => status === 'expected').length,
        // A flaky test failed at least once.
        failed: outcomes.filter((status) => status === 'unexpected' || status === 'flaky').length,
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
  for (const { file, passed, failed } of read(JSON.parse(readFileSync(reportFile, 'utf8')))) {
    const before = byFile.get(file) ?? { passed: 0, failed: 0 };
    byFile.set(file, { passed: before.passed + passed, failed: before.failed + failed });
  }
  const total = { passed: 0, failed: 0, complaints: [] };
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

function testsOf(suite) {
  const own = (suite.specs ?? []).flatMap((spec) => spec.tests);
  return [...own, ...(suite.suites ?? []).flatMap(testsOf)];
}
