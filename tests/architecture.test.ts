import { describe, expect, it } from "vitest";
import { importsOf, type SourceFile, sourceFiles } from "./support/imports";
import { forbiddenImports } from "./support/layers";

const files = sourceFiles();
const code = files.filter(({ path }) => !path.startsWith("drizzle/"));

function madeUp(path: string, text: string): SourceFile {
  return { path, text, imports: importsOf(path, text) };
}

describe("the tree as it stands", () => {
  it("[S1] imports flow one way: domain ← db ← server ← app", () => {
    expect(code.flatMap(forbiddenImports)).toEqual([]);
  });

  it("[S2] every file of server/ is barred from the browser by its first line", () => {
    const open = code.filter(
      ({ path, text }) => path.startsWith("server/") && !text.startsWith('import "server-only";'),
    );
    expect(open.map(({ path }) => path)).toEqual([]);
  });

  it("[S3] only server/env.ts reads the environment in the product", () => {
    const product = code.filter(
      ({ path }) => /^(domain|db|server|app)\//.test(path) && path !== "server/env.ts",
    );
    expect(product.filter(({ text }) => text.includes("process.env")).map(({ path }) => path)).toEqual([]);
  });

  it("[S4] domain/ asks no clock and no chance", () => {
    const impure = /\bDate\.now\(|new Date\(\)|Math\.random\(|randomUUID\(|getRandomValues\(/;
    const found = code.filter(({ path, text }) => path.startsWith("domain/") && impure.test(text));
    expect(found.map(({ path }) => path)).toEqual([]);
  });

  it("[S5] a file has one subject and stays under about 200 lines", () => {
    const long = code.filter(({ text }) => text.split("\n").length > 221);
    expect(long.map(({ path, text }) => `${path}: ${text.split("\n").length}`)).toEqual([]);
  });

  it("[S6] no file or folder is named for what it is not about", () => {
    const vague = /(^|\/)(utils?|helpers?|lib|services?|types|common|misc|managers?)(\.tsx?|\/)/;
    expect(code.map(({ path }) => path).filter((path) => vague.test(path))).toEqual([]);
  });

  it("[S7] nothing gathers exports but the two schemas", () => {
    const barrels = code.filter(
      ({ path, text }) =>
        /^export \* from/m.test(text) && !/^db\/(registry|ballot)\/schema\/index\.ts$/.test(path),
    );
    expect(barrels.map(({ path }) => path)).toEqual([]);
  });

  it("[S8] nothing is left for later and no check is switched off", () => {
    const marks = new RegExp(
      ["TO" + "DO", "FIX" + "ME", "@ts-" + "ignore", "@ts-" + "expect-error", "biome-" + "ignore"].join("|"),
    );
    expect(code.filter(({ text }) => marks.test(text)).map(({ path }) => path)).toEqual([]);
  });
});

describe("each rule, broken once", () => {
  it.each([
    ["domain/tally/x.ts", 'import { db } from "@/db/connect";'],
    ["domain/tally/x.ts", 'import { readFileSync } from "node:fs";'],
    ["domain/refusal.ts", 'import messages from "@/messages/en.json";'],
    ["db/registry/x.ts", 'import { env } from "@/server/env";'],
    ["server/rounds/x.ts", 'import { Page } from "@/app/page";'],
    ["app/(reader)/page.tsx", 'import { rounds } from "@/db/registry/schema";'],
    ["app/(reader)/page.tsx", 'import { listRounds } from "@/server/rounds/queries";'],
    ["app/api/trpc/route.ts", 'import { submit } from "@/server/ballots/commands";'],
  ])("[S1] %s may not say %s", (path, text) => {
    expect(forbiddenImports(madeUp(path, text))).toHaveLength(1);
  });

  it.each([
    ["server/ballots/commands.ts", 'import { seats } from "@/db/registry/schema";'],
    ["server/ballots/commands.ts", 'import { issue } from "../enrolment/commands";'],
    ["server/enrolment/commands.ts", 'import { responses } from "@/db/ballot/schema";'],
    ["server/panel/queries.ts", 'import { closeRound } from "@/server/releases/close";'],
    ["db/ballot/schema/leaf.ts", 'import { seats } from "../../registry/schema/seats";'],
  ])("[S9] registry and ballot never meet: %s may not say %s", (path, text) => {
    expect(forbiddenImports(madeUp(path, text))).not.toEqual([]);
  });

  it.each([
    ["verify/tree.ts", 'import { merkleRoot } from "@/domain/anonymity/merkle";'],
    ["verify/own.ts", 'import { saltOf } from "../app/(participant)/_protocol/secrets";'],
    ["verify/bytes.ts", 'import canonicalize from "canonicalize";'],
    ["server/receipts/queries.ts", 'import { verified } from "@/verify/verify";'],
  ])("[A147] what checks a record shares no code with what made it: %s may not say %s", (path, text) => {
    expect(forbiddenImports(madeUp(path, text))).toHaveLength(1);
  });

  it("[S10] what runs in the browser takes routers as types only", () => {
    const text = '"use client";\nimport { appRouter } from "@/server/trpc/router";';
    expect(forbiddenImports(madeUp("app/_trpc/client.tsx", text))).toHaveLength(1);
    const types = '"use client";\nimport type { AppRouter } from "@/server/trpc/router";';
    expect(forbiddenImports(madeUp("app/_trpc/client.tsx", types))).toEqual([]);
  });

  it("[S11] the participant's pages know no host and no session", () => {
    const text = 'import { TrpcProvider } from "@/app/_trpc/client";';
    expect(forbiddenImports(madeUp("app/(participant)/c/[slug]/answer/page.tsx", text))).toHaveLength(1);
  });
});
