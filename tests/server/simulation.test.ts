import { describe, expect, it } from "vitest";
import { blindHere } from "@/app/(participant)/_protocol/blinding";
import { answerRound } from "@/bin/simulation/answering";
import { chanceOf } from "@/bin/simulation/chance";
import { enrolSeats } from "@/bin/simulation/enrolment";
import { answersOf, leaning, secondThoughts } from "@/bin/simulation/positions";
import { tokensIn } from "@/bin/simulation/truth";
import { DELEGATIONS } from "@/domain/consultation/delegations";
import { BREAKDOWN } from "@/domain/questionnaire/breakdown";
import { itemsOf, responseIssues } from "@/domain/questionnaire/questionnaire";
import { dsr2011Questionnaire } from "@/domain/questionnaire/template-dsr-2011";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";
import { scene } from "@/tests/support/scene";

const participants = Array.from({ length: 60 }, (_, index) => `Delegation ${index}`);
const respondent = (participant: string, round = 1, seed = "a") => ({ seed, participant, round });

describe("simulated answers", () => {
  it("[X1] are taken by the questionnaire, every one of them, edits too", () => {
    for (const participant of participants) {
      const answers = answersOf(dsr2011Questionnaire, respondent(participant));
      expect(responseIssues(dsr2011Questionnaire, answers)).toEqual([]);
      const edited = secondThoughts(dsr2011Questionnaire, answers, respondent(participant));
      expect(responseIssues(dsr2011Questionnaire, edited)).toEqual([]);
    }
  });

  it("[X1] name the group of their delegation where groups are asked, the same in an edit; some prefer not to say", () => {
    const groups = [
      { id: "african", name: "African States" },
      { id: "asia-pacific", name: "Asia-Pacific States" },
    ];
    const asking = { ...dsr2011Questionnaire, breakdown: { question: "Which group?", groups } };
    const african = DELEGATIONS.filter(({ regionalGroup }) => regionalGroup === "african");
    const named = african.map(({ name }) => {
      const answers = answersOf(asking, respondent(name));
      const edited = secondThoughts(asking, answers, respondent(name));
      expect(responseIssues(asking, edited)).toEqual([]);
      expect(edited[BREAKDOWN]).toEqual(answers[BREAKDOWN]);
      return answers[BREAKDOWN]?.kind === "group" ? answers[BREAKDOWN].groupId : undefined;
    });
    expect(new Set(named)).toEqual(new Set(["african", null, undefined]));
    expect(named.filter((id) => id === "african").length).toBeGreaterThan(40);
    const unknown = participants.map((one) => answersOf(asking, respondent(one))[BREAKDOWN]);
    expect(unknown).toContainEqual({ kind: "group", groupId: "african" });
    expect(unknown).toContainEqual({ kind: "group", groupId: "asia-pacific" });
  });

  it("[X1] answer every item, and leave some of each unanswered", () => {
    const all = participants.map((participant) => answersOf(dsr2011Questionnaire, respondent(participant)));
    for (const { id } of itemsOf(dsr2011Questionnaire)) {
      const count = all.filter((answers) => answers[id] !== undefined).length;
      expect([id, count > 10 && count <= participants.length]).toEqual([id, true]);
    }
    expect(all.some((answers) => Object.keys(answers).length < itemsOf(dsr2011Questionnaire).length)).toBe(
      true,
    );
  });

  it("[X2] depend on the seed and on nothing else", () => {
    const drawn = (seed: string) =>
      participants.map((one) => answersOf(dsr2011Questionnaire, respondent(one, 1, seed)));
    expect(drawn("a")).toEqual(drawn("a"));
    expect(drawn("a")).not.toEqual(drawn("b"));
    expect(chanceOf("a").shuffled(participants)).toEqual(chanceOf("a").shuffled(participants));
  });

  it("[X3] range from near agreement to division, and draw closer from round to round", () => {
    const subjects = Array.from({ length: 30 }, (_, index) => `subject ${index}`);
    const inFavour = (subject: string) =>
      participants.filter((one) => leaning(respondent(one), subject) > 0).length / participants.length;
    const shares = subjects.map(inFavour);
    expect(shares.some((share) => share > 0.9)).toBe(true);
    expect(shares.some((share) => share > 0.35 && share < 0.65)).toBe(true);
    expect(shares.some((share) => share < 0.35)).toBe(true);
    const width = (round: number) => {
      const leanings = participants.map((one) => leaning(respondent(one, round), "subject 0"));
      return Math.max(...leanings) - Math.min(...leanings);
    };
    expect(width(3)).toBeLessThan(width(2));
    expect(width(2)).toBeLessThan(width(1));
  });

  it("[X4] invitation links are found in any text, each once", () => {
    const token = "AbCdEfGhIjKlMnOpQrStUv";
    const link = `https://example.org/c/one/join#${token}`;
    for (const text of [
      JSON.stringify([{ link }]),
      `delegation,link\nA,${link}\n`,
      `${link} ${link}`,
      `"${link}"`,
    ])
      expect(tokensIn(text)).toEqual([token]);
    expect(tokensIn("https://example.org/c/one/join#tooShort and #AbCdEfGhIjKlMnOpQrStUvW")).toEqual([]);
  });
});

describe("a simulated round", () => {
  it("[X5] goes through the protocol and says truly who did what", async () => {
    const play = await scene(await registryDatabase(), await ballotDatabase(), 14);
    const { consultationId, roundId, slug } = play;
    await play.as(play.host).conduct.openEnrolment({ consultationId });
    const registry = play.participantsRegistry();
    const common = { registry, blinder: blindHere, consultation: slug, seed: "a" };
    const seats = await enrolSeats({ ...common, lanes: 2, staysAway: 0.1 }, play.tokens);
    const enrolled = seats.filter(({ code }) => code !== null);
    expect([seats.length, enrolled.length]).toEqual([14, 13]);
    expect(
      enrolled.map(({ enrolledAs }) => enrolledAs).sort((one, other) => Number(one) - Number(other)),
    ).toEqual(enrolled.map((_, index) => index + 1));

    await play.as(play.host).conduct.openRound({ consultationId, roundId });
    const questionnaires = (input: { slug: string; number: number }) =>
      play.as(null).questionnaires.ofRound(input);
    const box = play.participantsBox();
    const done = await answerRound(
      { ...common, box, questionnaires, round: 1, staysSilent: 0.1, edits: 0.3 },
      seats,
    );
    const answered = done.flatMap(({ rounds }) => rounds["1"] ?? []);
    expect(answered).toHaveLength(12);
    expect(answered.some(({ sentAs, revision }) => sentAs.length === 2 && revision === 2)).toBe(true);
    expect(answered.flatMap(({ sentAs }) => sentAs).toSorted((one, other) => one - other)).toEqual(
      answered.flatMap(({ sentAs }) => sentAs).map((_, index) => index + 1),
    );
    for (const { answers, leaves, texts } of answered) {
      expect(leaves.map(({ itemId }) => itemId)).toEqual(Object.keys(answers));
      for (const { themes } of texts) expect(themes).not.toEqual([]);
    }
    expect(new Set(answered.map(({ key }) => key)).size).toBe(12);
  }, 120_000);
});
