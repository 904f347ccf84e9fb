import type { Label } from "@/domain/questionnaire/shapes/label";
import type { ApprovalFinding } from "./approval";
import type { Basis } from "./basis";
import type { ChoiceFinding } from "./choice";
import type { Finding } from "./finding";
import type { Breadth } from "./groups";
import { type Message, plain, type Translate } from "./message";
import type { RankingFinding } from "./ranking";
import type { Safeguard } from "./safeguards";
import type { ScaleFinding } from "./scale";

/**
 * A finding as sentences of `messages/`, in order, each whole. The words of the ladder stand in `<phrase>` tags. The
 * hosts' own words are quoted and never made part of the grammar, so that any text reads well.
 */
export function sentenceMessages(finding: Finding): Message[] {
  switch (finding.kind) {
    case "scale":
      return scaleMessages(finding);
    case "choice":
      return [choiceMessage(finding)];
    case "approval":
      return approvalMessages(finding);
    case "ranking":
      return rankingMessages(finding);
    case "text":
      return [{ key: "findings.text.answers", values: { about: quotable(finding.prompt), n: finding.n } }];
  }
}

/** The sentences of a finding as plain text. */
export function plainSentence(finding: Finding, translate: Translate): string {
  return sentenceMessages(finding)
    .map((message) => plain(message, translate))
    .join(" ");
}

/** The kinds of ladder, as `findings.phrases` names them. */
export type LadderKind = "scale" | "choice" | "approval" | "ranking" | "theme" | "movement";

/** The row of a ladder by itself, as the method annex prints it: "a majority supported …; there was no consensus". */
export function phraseMessage(kind: LadderKind, key: string): Message {
  return { key: `findings.phrases.${kind}.${key}`, values: {} };
}

const yes = (safeguards: readonly Safeguard[], safeguard: Safeguard) =>
  safeguards.includes(safeguard) ? "yes" : "no";

const base = (qualified: boolean) => (qualified ? "responding" : "bare");

function common({ safeguards }: Basis, about: string): Message["values"] {
  return {
    about: quotable(about),
    indicative: yes(safeguards, "indicative"),
    base: base(safeguards.includes("amongThoseResponding")),
    shared: safeguards.includes("notSharedByAll") ? "no" : "unsaid",
    reservations: yes(safeguards, "strongReservations"),
    groups: safeguards.includes("groupsDiffer") ? "differ" : "unsaid",
  };
}

function scaleMessages(finding: ScaleFinding): Message[] {
  const { key, statement, breadth } = finding;
  const sentence = { key: `findings.scale.${key}`, values: common(finding, statement) };
  if (breadth === undefined) return [sentence];
  const direction = key.endsWith("Against") ? "against" : "for";
  return [sentence, breadthMessage(breadth, direction)];
}

/** In how many groups the view is held. */
export const breadthMessage = (breadth: Breadth, direction: "for" | "against"): Message => ({
  key: "findings.breadth",
  values: { ...breadth, direction },
});

/** The options that a sentence names: three in full, more by their number. */
export function namedValues(named: readonly string[], options: readonly Label[]): Message["values"] {
  const texts = named.map((id) => quotable(options.find((option) => option.id === id)?.text ?? ""));
  const [first = "", second = "", third = ""] = texts;
  return { first, second, third, count: texts.length };
}

function choiceMessage(finding: ChoiceFinding): Message {
  const values = { ...common(finding, finding.prompt), ...namedValues(finding.named, finding.options) };
  return { key: `findings.choice.${finding.key}`, values };
}

function rankingMessages(finding: RankingFinding): Message[] {
  const { key, prompt, n, options } = finding;
  const values = { ...common(finding, prompt), n };
  // A report that was published before options were named keeps the finding that it had.
  const named = key === "pairs" ? {} : namedValues(finding.named, options);
  return [{ key: `findings.ranking.${key}`, values: { ...values, ...named } }];
}

function approvalMessages(finding: ApprovalFinding): Message[] {
  const values = common(finding, finding.prompt);
  if (finding.figures.kind === "tooFew") return [{ key: "findings.approval.tooFew", values }];
  const opening = { key: "findings.approval.opening", values };
  const sentences = finding.options.map(({ text, key, amongThoseResponding }) => ({
    key: `findings.approval.${key}`,
    values: { option: quotable(text), base: base(amongThoseResponding) },
  }));
  return [opening, ...sentences];
}

/** Within quotation marks in a sentence, a full stop of its own would end it too early. */
export const quotable = (text: string): string => text.trim().replace(/\.$/, "");
