import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { runChecks } from "./checks";
import { runEndToEnd } from "./e2e";
import { exitWhenInterrupted, run } from "./processes";

// `npm test`: every check and every test. The last line counts them all together.
const REPORTS = ".data/test";
/** How many passed, and what failed by name. */
type Count = { readonly passed: number; readonly failed: readonly string[] };

/** The audits of `npm run audit:…`, small enough for every run; each counts as one check. */
const AUDITS = [
  ["bin/audit-anonymity.ts", "--runs", "2", "--seats", "24", "--controls", "2"],
  ["bin/audit-fuzz.ts", "--requests", "30"],
] as const;

/** Runs a command of bin/ as its npm script does. */
const command = (args: readonly string[]) =>
  run(process.execPath, ["--conditions=react-server", "--import", "tsx", ...args]);

const oneOf = (name: string, code: number): Count =>
  code === 0 ? { passed: 1, failed: [] } : { passed: 0, failed: [name] };

/** A report that its runner did not write counts as one failure, and so does a failing runner that names none. */
function counted(runner: string, code: number, file: string, read: (report: string) => Count): Count {
  let count: Count;
  try {
    count = read(readFileSync(file, "utf8"));
  } catch {
    return { passed: 0, failed: [`${runner}: no report`] };
  }
  return code !== 0 && count.failed.length === 0
    ? { ...count, failed: [`${runner}: exit code ${code}`] }
    : count;
}

function ofVitest(text: string): Count {
  // Vitest's JSON report.
  const report = JSON.parse(text) as {
    numPassedTests: number;
    testResults: { name: string; status: string; assertionResults: { fullName: string; status: string }[] }[];
  };
  const failed = report.testResults.flatMap(({ name, status, assertionResults }) => {
    const tests = assertionResults.filter((test) => test.status === "failed").map((test) => test.fullName);
    return tests.length === 0 && status === "failed" ? [name] : tests;
  });
  return { passed: report.numPassedTests, failed };
}

type PlaywrightSuite = {
  suites?: PlaywrightSuite[];
  specs?: { title: string; file: string; tests: { status: string }[] }[];
};

/** Titles of what did not pass at its first try: a flaky or skipped test has not passed. */
const notExpected = ({ suites = [], specs = [] }: PlaywrightSuite): string[] => [
  ...specs.flatMap(({ title, file, tests }) =>
    tests.filter(({ status }) => status !== "expected").map(({ status }) => `${file} › ${title} (${status})`),
  ),
  ...suites.flatMap(notExpected),
];

function ofPlaywright(text: string): Count {
  // Playwright's JSON report.
  const report = JSON.parse(text) as { suites: PlaywrightSuite[]; stats: { expected: number } };
  return { passed: report.stats.expected, failed: notExpected(report) };
}

exitWhenInterrupted();
rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });
const checks = (await runChecks()).map(({ name, code }) => oneOf(`check: ${name}`, code));
const vitest = await run("vitest", [
  "run",
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${REPORTS}/vitest.json`,
]);
process.env.PLAYWRIGHT_JSON_OUTPUT_NAME = `${REPORTS}/playwright.json`;
const endToEnd = await runEndToEnd(["--reporter=list,json"]);
const audits: Count[] = [];
for (const audit of AUDITS) audits.push(oneOf(audit[0], await command(audit)));
const counts = [
  ...checks,
  ...audits,
  counted("vitest", vitest, `${REPORTS}/vitest.json`, ofVitest),
  counted("playwright", endToEnd, `${REPORTS}/playwright.json`, ofPlaywright),
];
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.flatMap((count) => count.failed);
// Named at the very end, since whoever reads a long log reads that first.
for (const name of failed) console.log(`Failed: ${name}`);
console.log(`${passed} passed, ${failed.length} failed`);
process.exit(failed.length === 0 ? 0 : 1);
