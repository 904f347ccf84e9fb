import { answersOf } from "@/bin/simulation/positions";
import { makeRelease, makeThemeRelease } from "@/domain/disclosure/release";
import type { Edition } from "@/domain/edition/edition";
import { findingsOf } from "@/domain/findings/finding";
import type { Letter } from "@/domain/letter/letter";
import type { Questionnaire } from "@/domain/questionnaire/questionnaire";
import { dsr2011Questionnaire } from "@/domain/questionnaire/template-dsr-2011";
import type { RoundFacts } from "@/domain/report/facts";
import { reportOf } from "@/domain/report/report";
import type { ItemThemes } from "@/domain/report/themes";
import { addResponse, emptyTally } from "@/domain/tally/tally";
import { loadSolver } from "@/server/releases/solver";
import { facts, publication } from "./report-facts";

/** The built-in questionnaire, in which participants say to which of two groups they belong. */
const asked: Questionnaire = {
  ...dsr2011Questionnaire,
  breakdown: {
    question: "To which group do you belong?",
    groups: [
      { id: "contributing", name: "Troop & police <contributing> States" },
      { id: "other", name: "Other States" },
    ],
  },
};

/** A closed round that so many simulated participants answered. */
async function roundOf(number: number, responses: number): Promise<RoundFacts> {
  const tally = emptyTally(asked);
  for (let participant = 0; participant < responses; participant += 1)
    addResponse(
      tally,
      answersOf(asked, { seed: "files", participant: String(participant), round: number }),
      1,
    );
  const participation = { invited: 96, issued: 80, replaced: 1 };
  const release = makeRelease(asked, tally, participation, {}, await loadSolver());
  return {
    number,
    level: number === 1 ? "expert" : "highLevel",
    opensAt: `2011-0${number}-10T14:00:00.000Z`,
    closesAt: `2011-0${number}-14T23:00:00.000Z`,
    closedAt: `2011-0${number}-14T23:00:00.000Z`,
    timeZone: "America/New_York",
    questionnaire: asked,
    release,
    findings: findingsOf(asked, release),
    themes: themesOf(number, responses),
  };
}

/** What was written and said of the merits, each counted apart. */
function themesOf(round: number, answered: number): ItemThemes[] {
  const [question] = asked.agendaQuestions.filter(({ items }) => items.some(({ kind }) => kind === "text"));
  const item = question?.items.find(({ kind }) => kind === "text");
  if (question === undefined || item === undefined) throw new Error("the questionnaire asks for a text");
  const theme = (nth: number, wording: string) => (count: number) => ({
    id: `00000000-0000-4000-8000-00000000000${nth}`,
    wording,
    count,
  });
  const [cost, slow] = [theme(1, "Be open about <cost>"), theme(2, "Go slowly")];
  const release = makeThemeRelease([cost(21), slow(2)], answered, round === 1 ? [cost(4), slow(7)] : []);
  return [{ round, agendaQuestionId: question.id, itemId: item.id, prompt: item.prompt, release }];
}

export const letter: Letter = {
  addressee: ["H.E. the President of the General Assembly", "United Nations", "New York"],
  reference: "DSR/2011/7",
  date: "2011-06-14",
  place: "New York",
  subject: "Summary of a consultation on defence sector reform",
  agendaItem: "Comprehensive review of the whole question of peacekeeping operations in all their aspects",
  salutation: "Excellency,",
  paragraphs: [
    "We have the honour to transmit the summary of a consultation that our Missions convened between January and June 2011.",
    "The summary is compiled under our sole responsibility. It does not bind those who took part.",
    "We should be grateful if you would have the present letter and its annex circulated as a document of the General Assembly.",
  ],
  closing: "Accept, Excellency, the assurances of our highest consideration.",
  signatories: [
    { name: "A. Rahman", title: "Permanent Representative", mission: "Permanent Mission of Malaysia" },
    {
      name: "B. de Vries",
      title: "Permanent Representative",
      mission: "Permanent Mission of the Netherlands",
    },
  ],
  annex: "Defence sector reform: the UN’s role",
};

let made: Promise<Edition> | undefined;

/** A signed edition of two rounds, with groups, movement, an attributed question, hidden figures and a letter. */
export function richEdition(): Promise<Edition> {
  made ??= makeEdition();
  return made;
}

async function makeEdition(): Promise<Edition> {
  const rounds = [await roundOf(1, 61), await roundOf(2, 52)];
  const signedAt = "2011-03-01T15:00:00.000Z";
  return {
    ...publication,
    slug: facts.slug,
    number: 2,
    kind: "interim",
    report: reportOf({ ...facts, rounds }),
    letter,
    hash: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    signatures: facts.coHosts.map((mission) => ({ mission, signedAt })),
    corrigendum: "In the table of the first round, one label was cut short.",
    withdrawal: null,
  };
}

/** The same with few of its sections, which is quicker to make files of. */
export const smallOf = (edition: Edition): Edition => ({
  ...edition,
  report: {
    ...edition.report,
    sections: edition.report.sections.filter(({ id }) =>
      /^(mandate|conduct|round-1-question-1|round-2-movement)$/.test(id),
    ),
  },
});
