import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { Report } from "@/domain/report/document";
import { toMarkdown } from "@/domain/report/markdown";
import { language, publication } from "../support/report-facts";

/** Reports as earlier versions stored them, each with the Markdown that it gave then. */
const folder = join(import.meta.dirname, "../published");
const names = readdirSync(folder).flatMap((name) => (name.endsWith(".json") ? [name.slice(0, -5)] : []));
const read = (name: string) => readFileSync(join(folder, name), "utf8");

it.each(names)(
  "[R26] a report that an earlier version published reads word for word as it did: %s",
  (name) => {
    const report = JSON.parse(read(`${name}.json`)) as Report; // stored in this shape by the version that published it
    expect(toMarkdown(report, publication, language)).toBe(read(`${name}.md`));
  },
);
