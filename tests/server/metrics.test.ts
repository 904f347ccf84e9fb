import { describe, expect, it, vi } from "vitest";
import { GET as scrape } from "@/app/metrics/route";
import { connectRegistry } from "@/db/connect";
import { exposition } from "@/server/metrics";
import { ballotDatabase, newDatabase } from "@/tests/support/databases";
import { openRound } from "@/tests/support/open-round";
import { answered, enrolled } from "@/tests/support/participants";
import { someAnswers } from "@/tests/support/questionnaire";

const url = await newDatabase("registryCluster");
const registry = connectRegistry(url);
const play = await openRound(registry.db, await ballotDatabase(), 12, 10);
const TOKEN = "t".repeat(32);

/** All that is told. */
const figures = async () => (await exposition(registry.db)).split("\n");

/** What an address answers in a process of this role. */
async function asked(role: string, authorization?: string, token: string | null = TOKEN) {
  vi.stubEnv("TDT_ROLE", role);
  vi.stubEnv("METRICS_TOKEN", token ?? undefined);
  vi.stubGlobal("tdtRegistry", registry);
  const headers = new Headers(authorization === undefined ? {} : { authorization });
  const { status } = await scrape(new Request("http://localhost:3000/metrics", { headers }));
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  return status;
}

describe("figures for Prometheus", () => {
  it("[O20] hold nothing that participants do: enrolling, answering and reading back change none of them", async () => {
    const before = await figures();
    const participant = await enrolled(play, play.tokens[10] ?? "");
    await answered(play, participant, someAnswers());
    await answered(play, participant, someAnswers(), 2);
    await play.as(null).consultations.publicPage({ slug: play.slug });
    expect(await figures()).toEqual(before);
  });

  it("[O21] count what signed-in people do, by feature and outcome, and name nobody", async () => {
    const { consultationId, host } = play;
    await play.as(host).panel.seats({ consultationId });
    await expect(play.as({ ...host, roles: {} }).panel.seats({ consultationId })).rejects.toThrow();
    const text = (await figures()).join("\n");
    expect(text).toMatch(/tdt_host_acts_total\{feature="panel",outcome="done"\} [1-9]/);
    expect(text).toMatch(/tdt_host_acts_total\{feature="panel",outcome="refused"\} [1-9]/);
    for (const one of [host.email, host.personId, consultationId, play.slug, "Delegation"])
      expect(text).not.toContain(one);
  });

  it("[O22] tell neither processor time, event loop, memory nor connections: each would show when somebody answered", async () => {
    const names = (await exposition(registry.db)).match(/^# TYPE \S+/gm)?.map((line) => line.slice(7));
    expect(names?.toSorted()).toEqual([
      "process_start_time_seconds",
      "tdt_host_act_seconds",
      "tdt_host_acts_total",
      "tdt_jobs",
    ]);
  });

  it("[O23] are given to whoever has the token, and by no process that serves the ballot box alone", async () => {
    expect(await asked("registry", `Bearer ${TOKEN}`)).toBe(200);
    expect(await asked("all", `Bearer ${TOKEN}`)).toBe(200);
    expect(await asked("registry", `Bearer ${TOKEN}x`)).toBe(401);
    expect(await asked("registry")).toBe(401);
    expect(await asked("ballot", `Bearer ${TOKEN}`)).toBe(404);
    expect(await asked("registry", "Bearer undefined", null)).toBe(404);
  });
});
