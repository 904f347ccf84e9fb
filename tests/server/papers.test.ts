import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { issuance, papers, seats } from "@/db/registry/schema";
import { readManifest } from "@/domain/anonymity/manifest";
import { paragraphsOf } from "@/domain/paper/paper";
import type { Questionnaire } from "@/domain/questionnaire/questionnaire";
import { Refusal } from "@/domain/refusal";
import { paperHash, questionnaireHash, sha256Later } from "@/server/hashing";
import { papersOf } from "@/server/papers/queries";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";
import { storedEntries } from "@/tests/support/log-tampering";
import { smallQuestionnaire } from "@/tests/support/questionnaire";
import { scene } from "@/tests/support/scene";

const registry = await registryDatabase();
const ballot = await ballotDatabase();

const TEXT =
  "# On reform\n\n## Background\n\nReform is national first.\n\nThe United Nations gives advice on request.";

const refusalOf = (asked: Promise<unknown>) =>
  asked.then(
    () => null,
    (error: unknown) => {
      const cause = error instanceof Error ? error.cause : null;
      return cause instanceof Refusal ? cause.code : error;
    },
  );

/** The questionnaire, its first item pointing at a paragraph. */
function pointing(paragraph: string): Questionnaire {
  const [question, ...others] = smallQuestionnaire.agendaQuestions;
  const [item, ...items] = question?.items ?? [];
  if (question === undefined || item === undefined) throw new Error("the questionnaire is empty");
  return { agendaQuestions: [{ ...question, items: [{ ...item, paragraph }, ...items] }, ...others] };
}

/** A consultation with a first version written, and its second paragraph's id. */
async function written() {
  const play = await scene(registry, ballot, 10);
  const { consultationId, roundId, host } = play;
  const rapporteur = { ...host, roles: { [consultationId]: "rapporteur" } } as const;
  const papersFor = play.as(rapporteur).papers;
  await papersFor.begin({ consultationId, after: 0 });
  const saved = await papersFor.save({ consultationId, number: 1, version: 1, markdown: TEXT });
  const second = paragraphsOf(saved)[1]?.paragraph.id ?? "";
  const savePointing = (version: number, paragraph = second) =>
    play.as(host).questionnaires.save({
      consultationId,
      roundId,
      version,
      questionnaire: pointing(paragraph),
    });
  async function open() {
    await play.as(host).conduct.openEnrolment({ consultationId });
    const panel = await registry.select().from(seats).where(eq(seats.consultationId, consultationId));
    await registry.insert(issuance).values(panel.map(({ id }) => ({ seatId: id, roundId, generation: 0 })));
    await play.as(host).conduct.openRound({ consultationId, roundId });
  }
  return { ...play, rapporteur, papersFor, saved, second, savePointing, open };
}

describe("the versions of a paper", () => {
  it("[N14] a save over a version that another has changed since is refused, and one that would lose something too", async () => {
    const { consultationId, papersFor } = await written();
    const edited = { consultationId, number: 1, version: 1, markdown: TEXT };
    expect(await refusalOf(papersFor.save(edited))).toBe("paper_changed");
    const table = `${TEXT}\n\n| a |\n|---|\n| 1 |`;
    expect(await refusalOf(papersFor.save({ ...edited, version: 2, markdown: table }))).toBe("paper_to_mend");
    expect(await refusalOf(papersFor.save({ ...edited, version: 2, markdown: "No title." }))).toBe(
      "paper_to_mend",
    );
    expect((await papersFor.read({ consultationId, number: 1 })).version).toBe(2);
  });

  it("[N15] paragraphs keep their ids from save to save and from version to version", async () => {
    const { consultationId, papersFor, saved, second, host, as, roundId, open } = await written();
    const again = await papersFor.save({
      consultationId,
      number: 1,
      version: 2,
      markdown: TEXT.replace("gives advice", "gives technical advice"),
    });
    expect(again.blocks.map(({ id }) => id)).toEqual(saved.blocks.map(({ id }) => id));
    await as(host).papers.circulate({ consultationId, roundId, number: 1 });
    await open();
    expect(await papersFor.begin({ consultationId, after: 1 })).toEqual({ number: 2 });
    const next = await papersFor.save({
      consultationId,
      number: 2,
      version: 1,
      markdown: "# On reform\n\nThe United Nations gives technical advice on request, and not else.\n\nNew.",
    });
    expect(next.blocks[0]?.id).toBe(second);
    // What was left out and is written again is the same paragraph.
    const back = await papersFor.save({ consultationId, number: 2, version: 2, markdown: TEXT });
    expect(back.blocks.map(({ id }) => id)).toEqual(saved.blocks.map(({ id }) => id));
  });

  it("[N16] the opening of a round fixes the version that it circulates, and the signed record names its hash", async () => {
    const { consultationId, roundId, slug, papersFor, saved, as, host, open, second, savePointing } =
      await written();
    await as(host).papers.circulate({ consultationId, roundId, number: 1 });
    await savePointing(1);
    expect(await refusalOf(papersFor.begin({ consultationId, after: 1 }))).toBe("paper_not_circulated");
    await open();
    const edited = { consultationId, number: 1, version: 2, markdown: "# Other\n\nOther." };
    expect(await refusalOf(papersFor.save(edited))).toBe("paper_fixed");
    expect(await refusalOf(as(host).papers.circulate({ consultationId, roundId, number: null }))).toBe(
      "round_not_in_draft",
    );
    const { entries } = await as(null).manifest.log({ slug });
    const { rounds } = await readManifest(entries, sha256Later, async () => true);
    expect(rounds.get(roundId)).toMatchObject({
      paperHash: paperHash(saved),
      questionnaireHash: questionnaireHash(pointing(second)),
    });
    expect((await papersOf(registry, consultationId)).versions).toMatchObject([{ number: 1, rounds: [1] }]);
  });

  it("[N17] a round without a paper opens as before, and its record names none", async () => {
    const { roundId, slug, as, open } = await written();
    await open();
    const { entries } = await as(null).manifest.log({ slug });
    const { rounds } = await readManifest(entries, sha256Later, async () => true);
    expect(rounds.get(roundId)).not.toHaveProperty("paperHash");
    expect(await as(null).papers.ofRound({ slug, number: 1 })).toEqual({ paper: null });
  });

  it("[N18] an item that points at a paragraph which is not circulated keeps its round from opening, with a sentence", async () => {
    const { consultationId, roundId, as, host, second, savePointing } = await written();
    await savePointing(1);
    const read = () => as(host).questionnaires.read({ consultationId, roundId });
    expect((await read()).issues).toMatchObject([{ code: "paragraph_not_circulated", at: "support" }]);
    const overview = await as(host).consultations.overview({ consultationId });
    expect(overview.next?.stillToDo).toContainEqual(
      expect.objectContaining({ step: "questionnaire", code: "paragraph_not_circulated" }),
    );
    await as(host).papers.circulate({ consultationId, roundId, number: 1 });
    expect(await read()).toMatchObject({ issues: [], paper: { number: 1 } });
    await savePointing(2, `${second}-gone`);
    expect((await read()).issues).toMatchObject([{ code: "paragraph_not_circulated", at: "support" }]);
  });

  it("[N19] everybody reads a version once a round that circulates it has opened, and nobody else before", async () => {
    const { consultationId, roundId, slug, as, host, saved, open } = await written();
    await as(host).papers.circulate({ consultationId, roundId, number: 1 });
    const paper = () => as(null).papers.ofNumber({ slug, number: 1 });
    expect(await refusalOf(paper())).toBe("not_found");
    expect(await refusalOf(as(null).papers.ofRound({ slug, number: 1 }))).toBe("not_found");
    await open();
    expect(await paper()).toMatchObject({ paper: { number: 1, blocks: saved.blocks }, before: null });
    expect(await as(null).papers.ofRound({ slug, number: 1 })).toEqual({
      paper: { number: 1, title: saved.title, blocks: saved.blocks },
    });
  });

  it("[N20] a version without a paragraph is not circulated, nor emptied while a round is to circulate it, and rapporteurs do not choose what a round circulates", async () => {
    const { consultationId, roundId, as, host, rapporteur, papersFor } = await written();
    await papersFor.save({ consultationId, number: 1, version: 2, markdown: "# A title alone" });
    const asked = { consultationId, roundId, number: 1 };
    expect(await refusalOf(as(host).papers.circulate(asked))).toBe("paper_empty");
    expect(await refusalOf(as(rapporteur).papers.circulate(asked))).toBe("not_allowed");
    await papersFor.save({ consultationId, number: 1, version: 3, markdown: TEXT });
    await as(host).papers.circulate(asked);
    const emptied = { consultationId, number: 1, version: 4, markdown: "# A title alone" };
    expect(await refusalOf(papersFor.save(emptied))).toBe("paper_empty");
    await as(host).papers.circulate({ ...asked, number: null });
    expect(await papersFor.save(emptied)).toMatchObject({ blocks: [], version: 5 });
  });

  it("[N21] a change is explained by findings and a sentence, also once the version is fixed, and its words stay as they were", async () => {
    const { consultationId, papersFor, saved, second } = await written();
    const reason = { findings: ["finding/1/support/advice"], sentence: "Asked for. " };
    await papersFor.explain({ consultationId, number: 1, version: 2, blockId: second, ...reason });
    const read = await papersFor.read({ consultationId, number: 1 });
    expect(read).toMatchObject({ version: 3, blocks: saved.blocks });
    expect(read.reasons).toEqual({ [second]: { ...reason, sentence: "Asked for." } });
    const again = { consultationId, number: 1, blockId: second, findings: [], sentence: "" };
    expect(await refusalOf(papersFor.explain({ ...again, version: 2 }))).toBe("paper_changed");
    await papersFor.explain({ ...again, version: 3 });
    const [row] = await registry.select().from(papers).where(eq(papers.consultationId, consultationId));
    expect(row?.reasons).toEqual({});
  });

  it("[N22] the log says who did what with which version, and never a word of the paper", async () => {
    const { consultationId, roundId, as, host, papersFor, second } = await written();
    await papersFor.explain({
      consultationId,
      number: 1,
      version: 2,
      blockId: second,
      findings: [],
      sentence: "Asked for.",
    });
    await as(host).papers.circulate({ consultationId, roundId, number: 1 });
    await as(host).papers.circulate({ consultationId, roundId, number: null });
    const entries = await storedEntries(registry, consultationId);
    expect(entries.map(({ act }) => act)).toEqual([
      "paper begun",
      "paper saved",
      "paper change explained",
      "paper circulated",
      "paper taken back",
    ]);
    expect(JSON.stringify(entries)).not.toMatch(/reform|advice|Asked/i);
  });
});
