import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { rounds } from "@/db/registry/schema";
import { dsr2011Questionnaire } from "@/domain/questionnaire/template-dsr-2011";
import { settingUp, setUp } from "@/tests/support/setting-up";

const { registry, play, malaysian, setUpBy, acts } = await settingUp();

describe("setting a consultation up", () => {
  it("[H40] makes the consultation with its co-hosts, their first hosts, and its rounds in order", async () => {
    const { consultationId, host, seen } = await setUpBy();
    const overview = await seen();
    expect(overview.coHosts).toEqual([
      "Permanent Mission of Malaysia",
      "Permanent Mission of the Netherlands",
    ]);
    expect(overview.people.map(({ email, role }) => [email, role])).toEqual([
      [host.email, "host"],
      ["first@netherlands.example", "host"],
    ]);
    expect(
      overview.rounds.map(({ number, level, opensAt, stage }) => [number, level, opensAt, stage]),
    ).toEqual([
      [1, "expert", "2026-04-01T13:00:00.000Z", "draft"],
      [2, "highLevel", "2026-05-01T13:00:00.000Z", "draft"],
    ]);
    expect(await acts(consultationId)).toEqual(["consultation set up"]);
  });

  it("[H41] gives each round its own copy of the template's questionnaire, or a blank one", async () => {
    const [template, blank] = [await setUpBy(), await setUpBy({ template: "blank", coHosts: [] })];
    const questionnaires = async (consultationId: string) =>
      (await registry.select().from(rounds).where(eq(rounds.consultationId, consultationId))).map(
        ({ questionnaire }) => questionnaire,
      );
    expect(await questionnaires(template.consultationId)).toEqual([
      dsr2011Questionnaire,
      dsr2011Questionnaire,
    ]);
    expect(await questionnaires(blank.consultationId)).toEqual([
      { agendaQuestions: [] },
      { agendaQuestions: [] },
    ]);
  });

  it("[H42] says everything that is to be put right, and sets nothing up", async () => {
    const actor = await malaysian();
    const wrong = { ...setUp, title: " ", coHosts: [{ mission: "", email: "nobody" }], rounds: [] };
    await expect(play.as(actor).consultations.create(wrong)).rejects.toThrow(
      /title.*at least one round.*Name the co-hosting mission.*e-mail address/,
    );
    expect(await play.as(actor).consultations.list()).toEqual([]);
  });

  it("[H43] finds an address of its own for a title that is taken", async () => {
    const pages = [await (await setUpBy()).seen(), await (await setUpBy()).seen()];
    expect(new Set(pages.map(({ slug }) => slug)).size).toBe(2);
    for (const { slug } of pages) expect(slug).toMatch(/^defence-sector-reform-the-un-s-role/);
  });

  it("[L32] finds one for each of those that are set up under one title at once", async () => {
    const title = "Of two hosts in a hurry";
    const both = await Promise.all([1, 2, 3, 4].map(() => setUpBy({ title })));
    const pages = await Promise.all(both.map(({ seen }) => seen()));
    expect(new Set(pages.map(({ slug }) => slug)).size).toBe(4);
  });

  it("[H44] lists to each person the consultations in which they have a role, and no other", async () => {
    const { consultationId, caller } = await setUpBy();
    expect((await caller.consultations.list()).map(({ id, role }) => [id, role])).toEqual([
      [consultationId, "host"],
    ]);
    expect(await play.as(await malaysian()).consultations.list()).toEqual([]);
  });
});

describe("title, subject and rule", () => {
  const { title, subject, rule } = setUp;

  it("[H58] can be changed until enrolment opens; then title and rule are fixed and the subject is not", async () => {
    const { consultationId, caller, seen } = await setUpBy();
    await caller.consultations.update({ consultationId, title: "Another title", subject, rule });
    expect((await seen()).title).toBe("Another title");
    await expect(caller.consultations.update({ consultationId, title: " ", subject, rule })).rejects.toThrow(
      "Give the consultation a title.",
    );
    await caller.conduct.openEnrolment({ consultationId });
    await expect(caller.consultations.update({ consultationId, title, subject, rule })).rejects.toThrow(
      "are fixed",
    );
    await expect(
      caller.consultations.update({ consultationId, title: "Another title", subject, rule: "No rule" }),
    ).rejects.toThrow("are fixed");
    await caller.consultations.update({
      consultationId,
      title: "Another title",
      subject: "Another subject",
      rule,
    });
    expect((await seen()).subject).toBe("Another subject");
  });
});

describe("what the overview says", () => {
  it("[H56] lists what the next round still needs in the words with which opening it is refused", async () => {
    const { consultationId, caller, seen } = await setUpBy();
    const { next } = await seen();
    expect(next?.stillToDo.map(({ code }) => code)).toEqual(["panel_empty", "enrolment_to_open"]);
    const refusal = await caller.conduct
      .openRound({ consultationId, roundId: next?.id ?? "" })
      .catch((error: Error) => error.message);
    for (const { sentence } of next?.stillToDo ?? []) expect(refusal).toContain(sentence);
  });

  it("[H57] the public page names no person and says nothing of the panel", async () => {
    const { host, seen } = await setUpBy();
    const page = await play.as(null).consultations.publicPage({ slug: (await seen()).slug });
    expect(JSON.stringify(page)).not.toContain(host.email);
    expect(Object.keys(page).sort()).toEqual([
      "coHosts",
      "ended",
      "enrolmentOpen",
      "fingerprint",
      "id",
      "reportPublished",
      "reportSignOff",
      "room",
      "rounds",
      "rule",
      "simulated",
      "slug",
      "subject",
      "title",
      "windows",
      "withdrawn",
    ]);
  });
});
