import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { fileOf, isNarrowed, soughtIn } from "@/app/(host)/consultations/[consultationId]/log/sought";
import { actsCsv } from "@/domain/acts/acts-csv";
import { readChain } from "@/domain/acts/chain";
import { audit } from "@/server/audit";
import { sha256Later } from "@/server/hashing";
import { settingUp } from "@/tests/support/setting-up";

const { registry, setUpBy } = await settingUp();

/** A log with entries in the evening of 9 March 2026 in New York and on the morning after. */
async function loggedByDay() {
  const { consultationId, caller, host } = await setUpBy();
  const done = (at: string, act: string) =>
    registry.transaction((tx) =>
      audit(tx, { consultationId, personId: host.personId, act, detail: {}, at: new Date(at) }),
    );
  await done("2026-03-10T03:59:59Z", "round planned");
  await done("2026-03-10T04:00:00Z", "links made");
  await done("2026-03-11T03:59:59Z", "seat removed");
  return { consultationId, caller };
}

describe("a log that is narrowed", () => {
  it("[P55] to days goes by the days of the consultation's time zone, the first and the last included", async () => {
    const { consultationId, caller } = await loggedByDay();
    const acts = async (days: { from?: string; until?: string }) => {
      const { entries, total } = await caller.acts.page({ consultationId, ...days, page: 1 });
      expect(entries).toHaveLength(total);
      return entries.map(({ act }) => act);
    };
    expect(await acts({ from: "2026-03-09", until: "2026-03-09" })).toEqual(["round planned"]);
    expect(await acts({ from: "2026-03-10", until: "2026-03-10" })).toEqual(["seat removed", "links made"]);
    expect(await acts({ from: "2026-03-10" })).toEqual(["seat removed", "links made"]);
    expect(await acts({ from: "2026-03-11" })).toEqual([]);
  });

  it("[P55] keeps what it is narrowed to in its address, and leaves out a day that there is not", () => {
    const asked = {
      person: "commandLine",
      act: "links made",
      from: "2026-03-09",
      until: "2026-02-30",
      page: "2",
    };
    const sought = soughtIn(asked);
    expect(sought).toEqual({ person: "commandLine", act: "links made", from: "2026-03-09", page: 2 });
    const address = new URL(fileOf("/log", sought), "https://tour-de-table.example");
    expect(soughtIn(Object.fromEntries(address.searchParams))).toEqual({ ...sought, page: 1 });
    expect(isNarrowed(sought)).toBe(true);
    expect(isNarrowed(soughtIn({ from: "soon", act: "" }))).toBe(false);
  });

  it("[P56] is saved as it is narrowed; whole, its chain can be checked from the file alone", async () => {
    const { consultationId, caller } = await loggedByDay();
    const rows = async (days: { from?: string }) => {
      const { log, people } = await caller.acts.file({ consultationId, ...days });
      const read: Record<string, string>[] = parse(actsCsv(log, people), { bom: true, columns: true });
      return { log, rows: read };
    };
    const narrowed = await rows({ from: "2026-03-10" });
    expect(narrowed.rows.map(({ act }) => act)).toEqual(["links made", "seat removed"]);
    const whole = await rows({});
    expect(whole.rows).toHaveLength(4);
    expect(await readChain(whole.log, [], sha256Later)).toMatchObject({ verified: 4, broken: null });
  });
});

describe("links of several seats in the log", () => {
  it("[P54] are told by their number alone: two lists would tell between which times each enrolled", async () => {
    const { consultationId, caller } = await setUpBy();
    await caller.panel.add({ consultationId, names: ["Kenya", "Peru", "Fiji"] });
    const { seats } = await caller.panel.seats({ consultationId });
    const seatIds = seats.slice(0, 2).map(({ id }) => id);
    await caller.panel.issueLinks({ consultationId, seatIds, replace: false });
    await caller.panel.issueLinks({ consultationId, seatIds, replace: true });
    await caller.panel.withdrawLinks({ consultationId, seatIds });
    await caller.panel.issueLinks({ consultationId, seatIds: seatIds.slice(0, 1), replace: false });
    const { entries } = await caller.acts.page({ consultationId, page: 1 });
    expect(entries.slice(0, 4).map(({ act, detail }) => [act, detail])).toEqual([
      ["links made", { delegations: ["Fiji"] }],
      ["links withdrawn", { count: 2 }],
      ["links renewed", { count: 2 }],
      ["links made", { count: 2 }],
    ]);
  });
});
