import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { runChecks } from "./checks";
import { runEndToEnd } from "./e2e";
import { exitWhenInterrupted, run } from "./processes";

// `npm test`: every check and every test. The last line counts them all together.
const REPORTS = ".data/test";
type Count = { readonly passed: number; readonly failed: number };

/** The audits of `npm run audit:…`, small enough for every run; each counts as one check. */
const AUDITS = [
  ["bin/audit-anonymity.ts", "--runs", "2", "--seats", "24", "--controls", "2"],
  ["bin/audit-fuzz.ts", "--requests", "30"],
] as const;

/** Runs a command of bin/ as its npm script does. */
const command = (args: readonly string[]) =>
  run(process.execPath, ["--conditions=react-server", "--import", "tsx", ...args]);

const oneOf = (code: number): Count => (code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

/** A report that its runner did not write counts as one failure, and so does a failing runner that counts none. */
function counted(code: number, file: string, read: (report: string) => Count): Count {
  let count: Count;
  try {
    count = read(readFileSync(file, "utf8"));
  } catch {
    return { passed: 0, failed: 1 };
  }
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}

function ofVitest(text: string): Count {
  // Vitest's JSON report.
  const report = JSON.parse(text) as {
    numPassedTests: number;
    numFailedTests: number;
    numFailedTestSuites: number;
  };
  const brokenFiles = report.numFailedTests === 0 ? report.numFailedTestSuites : 0;
  return { passed: report.numPassedTests, failed: report.numFailedTests + brokenFiles };
}

function ofPlaywright(text: string): Count {
  // Playwright's JSON report.
  const { stats } = JSON.parse(text) as {
    stats: { expected: number; flaky: number; unexpected: number; skipped: number };
  };
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped };
}

exitWhenInterrupted();
rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });
const checks = (await runChecks()).map(({ code }) => oneOf(code));
const vitest = await run("vitest", [
  "run",
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${REPORTS}/vitest.json`,
]);
process.env.PLAYWRIGHT_JSON_OUTPUT_NAME = `${REPORTS}/playwright.json`;
const endToEnd = await runEndToEnd(["--reporter=list,json"]);
const audits: Count[] = [];
for (const audit of AUDITS) audits.push(oneOf(await command(audit)));
const counts = [
  ...checks,
  ...audits,
  counted(vitest, `${REPORTS}/vitest.json`, ofVitest),
  counted(endToEnd, `${REPORTS}/playwright.json`, ofPlaywright),
];
const total = (of: keyof Count) => counts.reduce((sum, count) => sum + count[of], 0);
console.log(`${total("passed")} passed, ${total("failed")} failed`);
process.exit(total("failed") === 0 ? 0 : 1);
