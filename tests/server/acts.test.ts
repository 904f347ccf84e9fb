import { describe, expect, it } from "vitest";
import { audit } from "@/server/audit";
import { changedAt, tamper } from "@/tests/support/log-tampering";
import { settingUp } from "@/tests/support/setting-up";

const { registry, setUpBy, play } = await settingUp();

/** A log of 120 further entries: every third by another host, every second of another act. */
async function longLog() {
  const { consultationId, host, caller } = await setUpBy();
  const email = `second-${consultationId}@malaysia.example`;
  const mission = "Permanent Mission of Malaysia";
  await caller.consultations.addPerson({ consultationId, name: "Second", email, role: "host", mission });
  const { people } = await caller.consultations.overview({ consultationId });
  const second = people.find((person) => person.email === email)?.id ?? "";
  const at = play.clock.now;
  for (let number = 1; number <= 120; number += 1) {
    const personId = number % 3 === 0 ? second : host.personId;
    const act = number % 2 === 0 ? "round planned" : "links made";
    await registry.transaction((tx) => audit(tx, { consultationId, personId, act, detail: { number }, at }));
  }
  return { consultationId, caller, second };
}

describe("the log as its hosts read it", () => {
  it("[H83] shows the newest entries first, page by page, narrowed to a person and an act", async () => {
    const { consultationId, caller, second } = await longLog();
    const positions = async (sought: { person?: string; act?: string; page: number }) => {
      const { entries, total, pages } = await caller.acts.page({ consultationId, ...sought });
      return { shown: entries.map(({ position }) => position), total, pages };
    };
    const all = Array.from({ length: 122 }, (_, index) => 122 - index);
    expect(await positions({ page: 1 })).toEqual({ shown: all.slice(0, 50), total: 122, pages: 3 });
    expect((await positions({ page: 3 })).shown).toEqual(all.slice(100));
    expect((await positions({ page: 99 })).shown).toEqual(all.slice(100));
    const sought = await positions({ person: second, act: "round planned", page: 1 });
    expect(sought).toEqual({ shown: Array.from({ length: 20 }, (_, n) => 122 - 6 * n), total: 20, pages: 1 });
    expect(await positions({ person: "commandLine", page: 1 })).toEqual({ shown: [], total: 0, pages: 1 });
  });

  it("[H83] names whoever acted and whom an act was about, the zone of its times, and how the log holds", async () => {
    const { consultationId, caller, host } = await setUpBy();
    const log = await caller.acts.page({ consultationId, page: 1 });
    expect(log).toMatchObject({
      timeZone: "America/New_York",
      entries: [
        { act: "consultation set up", person: { email: host.email }, named: ["first@netherlands.example"] },
      ],
      choices: { people: [{ email: host.email }], commandLine: false, acts: ["consultation set up"] },
      chain: { entries: 1, verified: 1, broken: null },
    });
    const whole = await caller.acts.file({ consultationId });
    expect(whole).toMatchObject({ log: [{ position: 1, previous: null }], people: [{ email: host.email }] });
    await tamper(
      registry,
      consultationId,
      changedAt(1, () => ({ detail: {} })),
    );
    const { chain } = await caller.acts.page({ consultationId, page: 1 });
    expect(chain.broken).toEqual({ position: 1, why: "content" });
  });
});
