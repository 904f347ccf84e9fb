import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { auditEntries, seats } from "@/db/registry/schema";
import { settingUp } from "@/tests/support/setting-up";

const { registry, setUpBy } = await settingUp();

/** A consultation with a panel, and the acts on it. */
async function panel(...names: string[]) {
  const { consultationId, host, caller } = await setUpBy();
  if (names.length > 0) await caller.panel.add({ consultationId, names });
  const seen = async () => (await caller.panel.seats({ consultationId })).seats;
  return {
    consultationId,
    host,
    caller,
    seen,
    delegations: async () => (await seen()).map(({ delegation }) => delegation),
    audited: async () =>
      registry.select().from(auditEntries).where(eq(auditEntries.consultationId, consultationId)),
    readIn: (text: string) => caller.panel.import({ consultationId, text }),
    previewed: (text: string) => caller.panel.preview({ consultationId, text }),
  };
}

describe("adding from the list", () => {
  it("[P23] adds delegations with their kind and group; one that has a seat keeps it", async () => {
    const { consultationId, caller, seen } = await panel("Kenya");
    const [kenya] = await seen();
    const names = ["Kenya", "Holy See", "European Union", "Peru", "Peru"];
    expect(await caller.panel.add({ consultationId, names })).toEqual({ added: 3 });
    expect(
      (await seen()).map(({ delegation, kind, regionalGroup }) => [delegation, kind, regionalGroup]),
    ).toEqual([
      ["European Union", "organisation", null],
      ["Holy See", "observerState", null],
      ["Kenya", "memberState", "african"],
      ["Peru", "memberState", "latinAmericanCaribbean"],
    ]);
    expect((await seen()).find(({ delegation }) => delegation === "Kenya")?.id).toBe(kenya?.id);
  });

  it("[P24] refuses a name that is not on the list, and adds none beside it", async () => {
    const { consultationId, caller, seen } = await panel();
    await expect(caller.panel.add({ consultationId, names: ["Kenya", "Atlantis"] })).rejects.toThrow(
      "could not be read",
    );
    expect(await seen()).toEqual([]);
  });

  it("[P27] adds once what two hosts add at once, from the list or from a text", async () => {
    const { consultationId, caller, readIn, delegations } = await panel();
    const outcomes = await Promise.allSettled([
      caller.panel.add({ consultationId, names: ["Kenya", "Peru"] }),
      caller.panel.add({ consultationId, names: ["Peru", "Kenya"] }),
      readIn("Kenya"),
      readIn("Kenya"),
    ]);
    expect(outcomes.filter(({ status }) => status === "fulfilled").length).toBeGreaterThanOrEqual(2);
    expect(await delegations()).toEqual(["Kenya", "Peru"]);
  });
});

describe("adding from a text", () => {
  const wrong = "Peru\nMalaisya\nKenya\nUSA, Afrcan";

  it("[P25] adds a whole text, with names that are on no list", async () => {
    const { readIn, seen } = await panel("Kenya");
    expect(await readIn("delegation;kind\nSlovakia;\nCivil Society Forum;other")).toEqual({
      added: 2,
      addressed: 0,
    });
    expect((await seen()).map(({ delegation, kind }) => [delegation, kind])).toEqual([
      ["Civil Society Forum", "other"],
      ["Kenya", "memberState"],
      ["Slovakia", "memberState"],
    ]);
  });

  it("[P25] adds none of a text with a row to put right, and says how many there are", async () => {
    const { readIn, delegations, audited } = await panel("Kenya");
    const before = (await audited()).length;
    await expect(readIn(wrong)).rejects.toThrow("No seat was added. 2 rows have something to put right");
    await expect(readIn('Peru\n"Chile')).rejects.toThrow(
      "The row that begins in line 2 opens a quotation mark",
    );
    await expect(readIn(" \n")).rejects.toThrow("There is no delegation here");
    expect(await delegations()).toEqual(["Kenya"]);
    expect(await audited()).toHaveLength(before);
  });

  it("[P26] previews row by row, in sentences, and writes nothing", async () => {
    const { previewed, delegations, audited } = await panel("Kenya");
    const before = (await audited()).length;
    const { rows, issue } = await previewed(wrong);
    expect(issue).toBeNull();
    expect(
      rows.map(({ line, delegation, adds, issue: sentence }) => [
        line,
        delegation?.name ?? sentence,
        adds.length,
      ]),
    ).toEqual([
      [1, "Peru", 1],
      [
        2,
        expect.stringMatching(/^“Malaisya” is not known. Did you mean Malaysia.*? To add it all the same/),
        0,
      ],
      [3, "Kenya", 0],
      [4, expect.stringMatching(/^“Afrcan” is neither a regional group nor a kind, a number of seats/), 0],
    ]);
    expect((await previewed("")).issue).toBe(
      "There is no delegation here. Write one to a line, or choose a CSV file.",
    );
    expect(await delegations()).toEqual(["Kenya"]);
    expect(await audited()).toHaveLength(before);
  });
});

describe("the panel", () => {
  it("[P28] loses a seat that has not enrolled, with its links", async () => {
    const { consultationId, caller, seen, delegations } = await panel("Kenya", "Peru");
    await caller.panel.issueLinks({ consultationId, seatIds: "all", replace: false });
    const [kenya] = await seen();
    await caller.panel.remove({ consultationId, seatId: kenya?.id ?? "" });
    expect(await delegations()).toEqual(["Peru"]);
    await expect(caller.panel.remove({ consultationId, seatId: kenya?.id ?? "" })).rejects.toThrow(
      "another host has removed it",
    );
  });

  it("[A230] says of links made for all how many, and not for which: two such lists would tell when each enrolled", async () => {
    const { consultationId, caller, audited } = await panel("Kenya", "Peru");
    await caller.panel.issueLinks({ consultationId, seatIds: "all", replace: false });
    const made = (await audited()).at(-1);
    expect(made).toMatchObject({ act: "links made", detail: { count: 2 } });
    expect(JSON.stringify(made?.detail)).not.toMatch(/Kenya|Peru/);
  });

  it("[P29] enters each act in the audit log with its delegations, and never a link", async () => {
    const { consultationId, host, caller, seen, audited } = await panel("Kenya", "Peru");
    const [kenya, peru] = (await seen()).map(({ id }) => id);
    if (kenya === undefined || peru === undefined) throw new Error("no seats");
    const made = [
      ...(await caller.panel.issueLinks({ consultationId, seatIds: "all", replace: false })),
      ...(await caller.panel.issueLinks({ consultationId, seatIds: [kenya], replace: true })),
    ];
    await caller.panel.withdrawLinks({ consultationId, seatIds: [peru] });
    await caller.panel.remove({ consultationId, seatId: peru });
    const entries = await audited();
    expect(entries.map(({ act }) => act)).toEqual([
      "consultation set up",
      "seats added",
      "links made",
      "links renewed",
      "links withdrawn",
      "seat removed",
    ]);
    expect(entries.every(({ personId }) => personId === host.personId)).toBe(true);
    for (const [act, delegation] of [
      ["seats added", "Kenya"],
      ["links renewed", "Kenya"],
      ["links withdrawn", "Peru"],
      ["seat removed", "Peru"],
    ])
      expect(JSON.stringify(entries.find((entry) => entry.act === act)?.detail), act).toContain(delegation);
    const log = JSON.stringify(entries);
    for (const { link } of made) expect(log).not.toContain(new URL(link).hash.slice(1));
  });

  it("[P37] shows of a seat whom it is for, whether a link has been made, whether it has enrolled, and nothing else", async () => {
    const { seen } = await panel("Kenya");
    expect(await seen()).toEqual([
      {
        id: expect.any(String),
        delegation: "Kenya",
        name: "Kenya",
        place: 1,
        kind: "memberState",
        regionalGroup: "african",
        invited: false,
        enrolled: false,
      },
    ]);
    const columns = Object.keys(
      await registry
        .select()
        .from(seats)
        .limit(1)
        .then(([row]) => row ?? {}),
    );
    expect(columns.filter((column) => /answer|time|At$/i.test(column))).toEqual([]);
  });

  it("[P38] stands in the order of names", async () => {
    const { delegations } = await panel("Zambia", "Türkiye", "Togo", "Côte d’Ivoire", "Cuba");
    expect(await delegations()).toEqual(["Côte d’Ivoire", "Cuba", "Togo", "Türkiye", "Zambia"]);
  });
});
