import type { Finding } from "@/domain/findings/finding";
import type { Message } from "@/domain/findings/message";
import { phraseMessage } from "@/domain/findings/sentence";
import { type Choice, choicesOf } from "@/domain/wording/chosen";
import type { Block, ReportTable, Section, Wording } from "./document";
import type { RoundFacts } from "./facts";

type WordedRound = Pick<RoundFacts, "number" | "findings" | "chosen">;

const message = (key: string, values: Message["values"] = {}): Message => ({
  key: `wording.overrides.${key}`,
  values,
});

/**
 * For the method annex: every finding that does not stand in the words that its figures gave, with the phrase drafted, the
 * phrase chosen and the reason. No section where nothing was changed.
 */
export function overridesSections(rounds: readonly WordedRound[]): Section[] {
  const tables = rounds.flatMap(tableOf);
  if (tables.length === 0) return [];
  const count = tables.reduce((total, { rows }) => total + rows.length, 0);
  return [
    {
      id: "overrides",
      heading: message("heading"),
      level: 3,
      blocks: [
        { kind: "paragraph", sentences: [message("opening", { count })] },
        ...tables.map((table): Block => ({ kind: "table", table })),
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
