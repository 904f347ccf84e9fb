import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { publishFindings } from "@/bin/demo/signing";
import { arrangeDemoSummary, writeDemoLetter } from "@/bin/demo/summary";
import { consultations, releases } from "@/db/registry/schema";
import { makeRelease } from "@/domain/disclosure/release";
import { type Arrangement, EMPTY_ARRANGEMENT } from "@/domain/summary/arrangement";
import { movedTo, withText } from "@/domain/summary/arranging";
import { arranged } from "@/domain/summary/draft";
import { emptyTally } from "@/domain/tally/tally";
import { signedLetter } from "@/server/letters/queries";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";
import { storedEntries } from "@/tests/support/log-tampering";
import { smallQuestionnaire } from "@/tests/support/questionnaire";
import { scene } from "@/tests/support/scene";

const registry = await registryDatabase();
const ballot = await ballotDatabase();

const scaleTally = (counts: number[]) => ({ counts, noPosition: 0, unanswered: 0 });
const TALLY = {
  responses: 12,
  items: {
    ...emptyTally(smallQuestionnaire).items,
    support: {
      kind: "scale" as const,
      statements: { advice: scaleTally([0, 0, 0, 6, 6]), training: scaleTally([3, 3, 0, 3, 3]) },
    },
  },
};

/** A consultation with one published round, in which one statement is shared and views on the other are divided. */
async function published() {
  const play = await scene(registry, ballot, 1);
  const { consultationId, roundId } = play;
  const release = makeRelease(smallQuestionnaire, TALLY, { invited: 12, issued: 12, replaced: 0 }, {});
  await registry.insert(releases).values({ roundId, release, closedAt: play.clock.now });
  await publishFindings([play.as(play.host)], consultationId, roundId);
  const desk = play.as(play.host);
  const { evidence, asked, arrangement, version } = await desk.summaries.read({ consultationId });
  const drafted = arranged(arrangement, { evidence, asked }).arrangement;
  const save = (given: Arrangement, over = version, nextSteps = "") =>
    desk.summaries.save({ consultationId, version: over, arrangement: given, nextSteps });
  return { play, consultationId, desk, drafted, save, version };
}

const EMPTY = { version: 0, arrangement: EMPTY_ARRANGEMENT, nextSteps: "" };
const SECRET = "Views came together on advice.";
const text = { kind: "text", id: "0123456789", text: SECRET } as const;

describe("the summary on the server", () => {
  it("[R94] is saved over the version that was edited, and stands in the report then", async () => {
    const { desk, consultationId, drafted, save, version } = await published();
    expect(version).toBe(0);
    await save(withText(drafted, text, "convergence", 0), 0, "A further round is planned.");
    const { version: saved } = await desk.summaries.read({ consultationId });
    const { report } = await desk.reports.draft({ consultationId });
    expect(saved).toBe(1);
    const section = report?.sections.find(({ id }) => id === "summary-convergence");
    expect(JSON.stringify(section)).toContain(SECRET);
    expect(report?.sections.map(({ id }) => id)).toContain("next-steps");
  });

  it("[R94] is not saved over what somebody else has saved since, even when two save at once", async () => {
    const { drafted, save } = await published();
    const [one, other] = await Promise.allSettled([save(drafted), save(drafted)]);
    expect([one?.status, other?.status].toSorted()).toEqual(["fulfilled", "rejected"]);
    await expect(save(drafted)).rejects.toThrow("Somebody else has saved this summary");
  });

  it("[R85] is refused with every reason, and nothing of it is kept", async () => {
    const { desk, consultationId, drafted, save } = await published();
    const wrong = withText(
      movedTo(drafted, "finding/1/support/training", "convergence", 0),
      { ...text, text: "Consensus was reached, said Kenya." },
      "steps",
      0,
    );
    await expect(save(wrong)).rejects.toThrow(/training” views differed.*Consensus.*Kenya/s);
    expect((await desk.summaries.read({ consultationId })).version).toBe(0);
  });

  it("[R95] leaves an entry in the log of acts that holds none of its texts", async () => {
    const { play, drafted, save, consultationId } = await published();
    await save(withText(drafted, text, "convergence", 0), 0, SECRET);
    const entry = (await storedEntries(registry, consultationId)).at(-1);
    expect(entry).toMatchObject({
      act: "summary saved",
      detail: { version: 1 },
      personId: play.host.personId,
    });
    expect(JSON.stringify(entry)).not.toContain(SECRET);
  });
});

describe("the letter on the server", () => {
  it("[R96] begins from what is known, and is saved whatever it still lacks", async () => {
    const { desk, consultationId } = await published();
    const { letter, version, coHosts } = await desk.letters.read({ consultationId });
    expect(letter).toMatchObject({ subject: "A test", place: "New York", date: "2026-03-02" });
    expect(letter.signatories.map(({ mission }) => mission)).toEqual(coHosts);
    await desk.letters.save({ consultationId, version, letter: { ...letter, reference: "TDT/1" } });
    expect(await desk.letters.read({ consultationId })).toMatchObject({
      version: 1,
      letter: { reference: "TDT/1" },
    });
    await expect(desk.letters.save({ consultationId, version, letter })).rejects.toThrow(
      "Somebody else has saved this letter",
    );
  });

  it("[R76] is not saved where it says what no figure shows, with the passage", async () => {
    const { desk, consultationId } = await published();
    const { letter, version } = await desk.letters.read({ consultationId });
    const paragraphs = [...letter.paragraphs, "Consensus was in fact reached, as 91 delegations said."];
    await expect(
      desk.letters.save({ consultationId, version, letter: { ...letter, paragraphs } }),
    ).rejects.toThrow(/“Consensus”.*“91”.*What you wrote is kept/);
    expect(await desk.letters.read({ consultationId })).toMatchObject({ version });
  });

  it("[R97] is signed with an edition once it lacks nothing, and with none before", async () => {
    const { desk, consultationId } = await published();
    expect(await signedLetter(registry, consultationId)).toBeNull();
    const { letter } = await desk.letters.read({ consultationId });
    await desk.letters.save({ consultationId, version: 0, letter });
    expect(await signedLetter(registry, consultationId)).toBeNull();
    const complete = {
      ...letter,
      addressee: ["The President of the General Assembly"],
      signatories: letter.signatories.map((each) => ({
        ...each,
        name: "A. Name",
        title: "Chargé d’affaires",
      })),
    };
    await desk.letters.save({ consultationId, version: 1, letter: complete });
    expect(await signedLetter(registry, consultationId)).toEqual(complete);
  });

  it("[R95] and its save leave an entry without a word of it", async () => {
    const { desk, consultationId } = await published();
    const { letter } = await desk.letters.read({ consultationId });
    await desk.letters.save({ consultationId, version: 0, letter });
    const entry = (await storedEntries(registry, consultationId)).at(-1);
    expect(entry).toMatchObject({ act: "letter saved", detail: { version: 1 } });
    expect(JSON.stringify(entry)).not.toContain("honour");
  });

  it("[R96] of a consultation that is not there is neither read nor saved", async () => {
    const play = await scene(registry, ballot, 0);
    const consultationId = randomUUID();
    const actor = { ...play.host, roles: { [consultationId]: "host" as const } };
    expect(await registry.select().from(consultations)).not.toContainEqual({ id: consultationId });
    await expect(play.as(actor).letters.read({ consultationId })).rejects.toThrow("nothing at this address");
    const saved = play.as(actor).summaries.save({ ...EMPTY, consultationId });
    await expect(saved).rejects.toThrow("nothing at this address");
  });
});

it("[R98] the demonstration’s summary has texts between its findings, and its letter lacks nothing", async () => {
  const { desk, consultationId } = await published();
  await arrangeDemoSummary(desk, consultationId);
  await arrangeDemoSummary(desk, consultationId);
  await writeDemoLetter(desk, consultationId);
  const { version } = await desk.summaries.read({ consultationId });
  const { report } = await desk.reports.draft({ consultationId });
  expect(version).toBe(2);
  const opening = report?.sections.flatMap(({ id, blocks }) =>
    id === "summary-divergence" ? [blocks[0]] : [],
  );
  expect(JSON.stringify(opening)).toContain("answers differed in direction or in degree");
  const letter = await signedLetter(registry, consultationId);
  expect(letter?.paragraphs.at(-1)).toContain("under agenda item 33.");
});
