import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { test } from "@playwright/test";
import { operate } from "./commands";

const common = (slug: string, truth: string) => [
  ...["--url", process.env.BASE_URL ?? ""],
  ...["--consultation", slug],
  ...["--truth", truth],
];

/** `simulate --enrol` for these invitation links. Gives the truth file, from which they answer later. */
export async function simulateEnrolment(slug: string, links: readonly string[]): Promise<string> {
  const truth = test.info().outputPath("truth.json");
  const file = test.info().outputPath("links.txt");
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, links.join("\n"));
  await operate("simulate", ...common(slug, truth), "--enrol", "--links", file);
  return truth;
}

/** `simulate --answer` for everyone whom the truth file names. Gives how many responses went out. */
export async function simulateAnswers(slug: string, truth: string, round = 1): Promise<number> {
  const said = await operate("simulate", ...common(slug, truth), "--answer", "--round", String(round));
  return Number.parseInt(said, 10);
}
