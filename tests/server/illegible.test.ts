import { describe, expect, it } from "vitest";
import { signedResponse } from "@/app/(participant)/_protocol/answer";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";
import { openRound } from "@/tests/support/open-round";
import { answered } from "@/tests/support/participants";
import { smallQuestionnaire, someAnswers } from "@/tests/support/questionnaire";

const play = await openRound(await registryDatabase(), await ballotDatabase(), 10);
const { consultationId, nth } = play;
const host = () => play.as(play.host);
const [round] = (await host().consultations.overview({ consultationId })).rounds;
const roundId = round?.id ?? "";
const ILLEGIBLE = ["a\0b", "a\ud800b", "\udc00"];

describe("a text that no database keeps", () => {
  it.each(ILLEGIBLE)("[A211] is refused to a host with a sentence, wherever it stands: %j", async (text) => {
    const sentence = "holds a character that cannot be kept";
    const particulars = { consultationId, title: "T", subject: text, rule: "R" };
    await expect(host().consultations.update(particulars)).rejects.toThrow(sentence);
    await expect(host().panel.import({ consultationId, text: `${text},other` })).rejects.toThrow(sentence);
    const [question] = smallQuestionnaire.agendaQuestions;
    if (question === undefined) throw new Error("the questionnaire asks nothing");
    const questionnaire = { agendaQuestions: [{ ...question, text }] };
    await expect(
      host().questionnaires.save({ consultationId, roundId, version: 1, questionnaire }),
    ).rejects.toThrow(sentence);
  });

  it("[A211] is refused to a participant, correctly signed as it may be", async () => {
    const answers = { why: { kind: "text", text: "a\0b", consent: "mayBeReflected" } } as const;
    await expect(answered(play, nth(0), answers)).rejects.toThrow("holds a character that cannot be kept");
  });

  it.each(ILLEGIBLE)(
    "[A211] is refused by the ballot box before anything is reckoned with it: %j",
    async (text) => {
      const { code, wallet } = nth(0);
      const response = await signedResponse(code, wallet, roundId, someAnswers(1), 1);
      const why = { kind: "text", text, consent: "mayBeReflected" } as const;
      const entry = { ...response.entry, answers: { ...response.entry.answers, why } };
      await expect(play.box().submit({ ...response, entry })).rejects.toThrow("cannot be kept");
    },
  );

  it("[A211] is asked about only once it is known who asks", async () => {
    const update = { consultationId, title: "a\0b", subject: "", rule: "R" };
    await expect(play.as(null).consultations.update(update)).rejects.toThrow("Sign in to continue");
  });

  it("[A212] numbers beyond those that the database counts are refused before it is asked", async () => {
    for (const version of [-1, 2 ** 31, 2 ** 53, 0.5])
      await expect(
        host().questionnaires.save({ consultationId, roundId, version, questionnaire: smallQuestionnaire }),
      ).rejects.toThrow("could not be read");
  });
});
