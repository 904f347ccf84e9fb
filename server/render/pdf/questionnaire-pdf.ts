import "server-only";
import type { ImprintEntry } from "@/domain/report/imprint";
import type { Language } from "@/domain/report/wording";
import type { QuestionnaireSheet } from "@/domain/sheets/sheet";
import { allIsolated, isolated } from "./isolated";
import { questionParts } from "./questionnaire-parts";
import { dayIn, languageParts, pageWords, say } from "./say";
import { momentIn, simulatedMarks } from "./sheet-head";
import { setAsPdf } from "./typst";

const isDraft = ({ round }: QuestionnaireSheet) => round.stage === "draft" || round.stage === "opening";

/**
 * A questionnaire as PDF/UA-1 for a delegation to send to its capital, from its data alone. The same data gives the same
 * bytes.
 */
export function questionnairePdf(sheet: QuestionnaireSheet, language: Language): Uint8Array {
  const { title, subject, coHosts, round } = sheet;
  const questionnaire = allIsolated(sheet.questionnaire);
  const of = (key: string, values: Parameters<typeof say>[2] = {}) =>
    say(language, `printedQuestionnaire.${key}`, values);
  const { breakdown } = questionnaire;
  return setAsPdf("questionnaire", {
    ...languageParts(language),
    title: of("documentTitle", { title, number: round.number }),
    heading: isolated(title),
    eyebrow: of("eyebrow", { number: round.number }),
    subject,
    lede: isolated(subject),
    authors: coHosts,
    date: dayIn(round.opensAt, round.timeZone),
    marks: [...(isDraft(sheet) ? [of("draftMark")] : []), of("mark"), ...simulatedMarks(sheet, language)],
    notices: [
      of("notHow"),
      ...(isDraft(sheet) ? [of("draftNotice")] : []),
      ...(sheet.simulated ? [of("simulatedNotice")] : []),
    ],
    foot: of("documentTitle", { title: isolated(title), number: round.number }),
    page: pageWords(language),
    imprint: imprintOf(sheet, language),
    notes: of("notes"),
    questions: questionParts({ ...sheet, questionnaire, paper: allIsolated(sheet.paper) }, language),
    group:
      breakdown === undefined
        ? null
        : {
            question: breakdown.question,
            help: of("groupHelp"),
            options: [...breakdown.groups.map(({ name }) => name), of("preferNotToSay")],
          },
  });
}

/** Whose it is, when the round closes, under which rule, and how one finds that it is the one that is asked. */
function imprintOf(sheet: QuestionnaireSheet, language: Language): ImprintEntry[] {
  const { round, coHosts, rule, fingerprint, address, questionnaireHash, background } = sheet;
  const of = (key: string, values: Parameters<typeof say>[2] = {}) =>
    say(language, `printedQuestionnaire.${key}`, values);
  const line = (key: string, ...values: string[]): ImprintEntry => ({ kind: "line", label: of(key), values });
  const closes = momentIn(round, round.closesAt, language);
  const times = isDraft(sheet)
    ? [line("opens", momentIn(round, round.opensAt, language)), line("closes", closes, of("closesHelp"))]
    : round.stage === "closed"
      ? [line("closed", closes)]
      : [line("closes", closes, of("closesHelp"))];
  return [
    { kind: "list", label: of("hosts"), values: coHosts.map(isolated) },
    line("round", of(`roundOf.${round.level}`, { number: round.number, of: round.of })),
    ...times,
    line("rule", isolated(rule)),
    ...(fingerprint === null ? [] : [line("fingerprint", fingerprint.join(" "))]),
    ...(questionnaireHash === null ? [] : [line("hash", questionnaireHash)]),
    ...(background.length === 0 ? [] : [line("background", ...backgroundLines(sheet, language))]),
    { kind: "address", label: of("address"), values: [address] },
  ];
}

const backgroundLines = ({ background }: QuestionnaireSheet, language: Language): string[] =>
  background.map(({ title, language: written, format, sha256 }) =>
    say(language, "printedQuestionnaire.backgroundEntry", {
      title: isolated(title),
      language: say(language, `backgroundPapers.languages.${written}`),
      format: say(language, `backgroundPapers.formats.${format}`),
      hash: sha256,
    }),
  );
