import { sql } from "drizzle-orm";
import { afterAll, describe, expect, inject, it } from "vitest";
import { type Around, differences, isUnseen, rowsOf } from "@/audit/anonymity/around";
import { connectRegistry } from "@/db/connect";
import { newDatabase } from "@/tests/support/databases";

const url = await newDatabase("registryCluster");
const { db, end } = connectRegistry(url);
afterAll(end);
const asSuperuser = `${inject("registryCluster")}${new URL(url).pathname.slice(1)}`;

describe("what differs around a single answer", () => {
  it("[A232] is nothing where nothing was written, and the place where a row was written over with its own content", async () => {
    await db.execute(sql`INSERT INTO missions (name) VALUES ('One'), ('Another')`);
    const before = await rowsOf(asSuperuser);
    expect(differences(before, await rowsOf(asSuperuser))).toEqual({});
    await db.execute(sql`UPDATE missions SET name = name WHERE name = 'One'`);
    // The row as it was, and as it is.
    expect(differences(before, await rowsOf(asSuperuser))).toEqual({ "registry rows of public.missions": 2 });
  });

  it("[A232] counts a place that only one of two moments has", () => {
    const one = new Map([["mails", ["a.json"]]]);
    expect(differences(one, new Map())).toEqual({ mails: 1 });
    expect(differences(new Map(), one)).toEqual({ mails: 1 });
  });

  it("[A232] passes where nothing leaks and every fault was found, and nowhere else", () => {
    const found: Around = {
      answers: 4,
      mails: 12,
      leaks: [],
      restless: ["log of the web process"],
      inBallot: [1],
      faults: { figures: true },
    };
    expect(isUnseen(found)).toBe(true);
    expect(isUnseen({ ...found, leaks: ["mails (1 times)"] })).toBe(false);
    expect(isUnseen({ ...found, faults: { figures: true, mails: false } })).toBe(false);
  });
});
