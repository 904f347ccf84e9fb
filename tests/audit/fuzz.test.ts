import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addressesOfApp } from "@/audit/fuzz/addresses";
import { change, changed } from "@/audit/fuzz/changes";
import type { Draft } from "@/audit/fuzz/endpoint";
import { faultsOf, isLimit } from "@/audit/fuzz/verdict";

const BASE = "http://localhost:3000";
const draft: Draft = { method: "POST", address: "/api/ballot/submit", headers: {}, body: "{}" };
const faults = (status: number, text = "", location?: string) =>
  faultsOf(draft, { status, text, location }, BASE);

describe("what the audit by odd requests takes for a fault", () => {
  it.each([
    [500, "Internal Server Error"],
    [503, "The database is away."],
    [0, ""],
    [400, "Error: no\n    at submit (/srv/app/server/ballots/submit.js:12:7)"],
    [200, "see node_modules/postgres"],
    [404, 'Failed query: select "id" from "seats"'],
    [400, 'PostgresError: duplicate key value violates unique constraint "seats_pkey"'],
    [400, "postgres://registry:secret@db/registry"],
  ])("[A214] %i with %j is one", (status, text) => {
    expect(faults(status, text)).not.toEqual([]);
  });

  it("[A214] so is being sent elsewhere, and being taken after announcing more than anything takes", () => {
    for (const place of ["https://elsewhere.example/", "//elsewhere.example"])
      expect(faults(307, "", place)).not.toEqual([]);
    expect(faults(307, "", "/sign-in")).toEqual([]);
    expect(faultsOf({ ...draft, declared: 2 ** 31 }, { status: 200, text: "" }, BASE)).not.toEqual([]);
  });

  it("[A214] a refusal in words is none, nor is a limit's answer", () => {
    expect(
      faults(412, '{"error":{"message":"The round has closed, and this response was not taken."}}'),
    ).toEqual([]);
    const busy = { status: 503, text: '{"error":{"data":{"refusal":"busy"}}}' };
    expect(isLimit(busy)).toBe(true);
    expect(faultsOf(draft, busy, BASE)).toEqual([]);
  });
});

describe("what the audit sends", () => {
  it("[A215] is right but for one part, and whatever it was made of stays as it was", () => {
    const content = { a: [1, { b: "two" }], c: null };
    fc.assert(
      fc.property(change, (how) => {
        const put = JSON.stringify(changed(content, how)) ?? "";
        expect(content).toEqual({ a: [1, { b: "two" }], c: null });
        const kept = ['"a":', '"c":null', '"b":"two"'].filter((part) => put.includes(part));
        // Only a change of the whole touches more than one of these.
        if (how.at % 6 !== 0 || how.does === "add" || how.does === "double")
          expect(kept.length).toBeGreaterThan(0);
      }),
      // Of what looks like a value with words of its own and has none.
      { examples: [[{ at: 0, does: "add", value: { toString: [] } }]] },
    );
  });

  it("[A215] knows every address of the product, parts of the tree that are none left out", () => {
    const patterns = addressesOfApp().map(({ pattern }) => pattern);
    for (const pattern of ["/", "/c/[slug]/answer", "/api/ballot/[trpc]", "/reports/[slug]/files/[file]"])
      expect(patterns).toContain(pattern);
    expect(patterns.filter((pattern) => pattern.includes("("))).toEqual([]);
    expect(new Set(patterns).size).toBe(patterns.length);
  });
});
