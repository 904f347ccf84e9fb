import type { Finding } from "@/domain/findings/finding";
import type { Message } from "@/domain/findings/message";
import { phraseMessage, sentenceMessages } from "@/domain/findings/sentence";
import { type Choice, choicesOf } from "@/domain/wording/chosen";
import { wordedFinding } from "@/domain/wording/worded";
import type { Block, ReportTable, Section, Wording } from "./document";
import type { RoundFacts } from "./facts";

type WordedRound = Pick<RoundFacts, "number" | "findings" | "chosen">;

const message = (key: string, values: Message["values"] = {}): Message => ({
  key: `wording.overrides.${key}`,
  values,
});

/**
 * For the method annex: every finding that does not stand in the words that its figures gave, with the phrase drafted, the
 * phrase chosen and the reason; then every sentence that the chair wrote beside the one drafted, since a check of words
 * finds some contradictions and never all. No section where nothing was changed.
 */
export function overridesSections(rounds: readonly WordedRound[]): Section[] {
  const tables = rounds.flatMap(tableOf);
  if (tables.length === 0) return [];
  const count = tables.reduce((total, { rows }) => total + rows.length, 0);
  const written = rounds.flatMap(sentencesTableOf);
  return [
    {
      id: "overrides",
      heading: message("heading"),
      level: 3,
      blocks: [
        { kind: "paragraph", sentences: [message("opening", { count })] },
        ...[...tables, ...written].map((table): Block => ({ kind: "table", table })),
      ],
    },
  ];
}

function tableOf({ number, findings, chosen = {} }: WordedRound): ReportTable[] {
  const rows = findings.flatMap((finding) =>
    choicesOf(finding, chosen).map((choice) => ({
      heading: aboutOf(finding, choice),
      cells: [
        phraseMessage(choice.claim.ladder, choice.claim.drafted),
        phraseMessage(choice.claim.ladder, choice.rung.phrase),
        reasonOf(choice),
      ],
    })),
  );
  if (rows.length === 0) return [];
  const columns = ["finding", "drafted", "chosen", "reason"].map((name) => message(name));
  return [{ id: `overrides-${number}`, of: "words", caption: message("caption", { number }), columns, rows }];
}

/** The sentences that the chair wrote, each beside the one that it replaces. */
function sentencesTableOf({ number, findings, chosen = {} }: WordedRound): ReportTable[] {
  const rows = findings.flatMap((finding) => {
    const [drafted, worded] = [sentenceMessages(finding), wordedFinding(finding, chosen)];
    return choicesOf(finding, chosen).flatMap((choice) => {
      const place = placeOf(finding, choice);
      const cells = [drafted[place], worded[place]].filter((cell) => cell !== undefined);
      return choice.chosen.wording === null ? [] : [{ heading: aboutOf(finding, choice), cells }];
    });
  });
  if (rows.length === 0) return [];
  const columns = [message("finding"), said("drafted"), said("written")];
  const caption = said("caption", { number });
  return [{ id: `sentences-${number}`, of: "words", caption, columns, rows }];
}

const said = (key: string, values: Message["values"] = {}): Message => ({
  key: `wordingSentences.${key}`,
  values,
});

/** Which of the sentences of its finding a choice words: of an approval one per option, after the opening. */
function placeOf(finding: Finding, { claim: { optionId } }: Choice): number {
  if (finding.kind !== "approval") return 0;
  return 1 + finding.options.findIndex((option) => option.optionId === optionId);
}

function aboutOf(finding: Finding, { claim: { optionId } }: Choice): Wording {
  if (finding.kind === "scale") return finding.statement;
  const option =
    finding.kind === "approval" ? finding.options.find((one) => one.optionId === optionId)?.text : undefined;
  return option === undefined ? finding.prompt : message("option", { about: finding.prompt, option });
}

function reasonOf({ rung: { standing }, chosen: { reason, wording } }: Choice): Message {
  if (standing === "figures") return message("same");
  const own = wording === null ? "" : "Own";
  return standing === "weaker"
    ? message(`weaker${own}`)
    : message(`stronger${own}`, { reason: reason ?? "" });
}
