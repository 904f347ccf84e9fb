import type { ApprovalFinding } from "./approval";
import type { Basis } from "./basis";
import type { ChoiceFinding } from "./choice";
import type { Finding } from "./finding";
import { type Message, plain, type Translate } from "./message";
import type { Safeguard } from "./safeguards";

/**
 * A finding as sentences of `messages/`, in order, each whole. The words of the ladder stand in `<phrase>` tags. The
 * hosts' own words are quoted and never made part of the grammar, so that any text reads well.
 */
export function sentenceMessages(finding: Finding): Message[] {
  switch (finding.kind) {
    case "scale":
      return [{ key: `findings.scale.${finding.key}`, values: common(finding, finding.statement) }];
    case "choice":
      return [choiceMessage(finding)];
    case "approval":
      return approvalMessages(finding);
    case "ranking":
      return [
        {
          key: `findings.ranking.${finding.key}`,
          values: { ...common(finding, finding.prompt), n: finding.n },
        },
      ];
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

/** The row of a ladder by itself, as the method annex prints it: "a majority supported …; there was no consensus". */
export function phraseMessage(kind: "scale" | "choice" | "approval", key: string): Message {
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
  };
}

function choiceMessage(finding: ChoiceFinding): Message {
  const named = finding.named.map((id) =>
    quotable(finding.options.find((option) => option.id === id)?.text ?? ""),
  );
  const [first = "", second = "", third = ""] = named;
  const values = { ...common(finding, finding.prompt), first, second, third, count: named.length };
  return { key: `findings.choice.${finding.key}`, values };
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
const quotable = (text: string): string => text.trim().replace(/\.$/, "");
