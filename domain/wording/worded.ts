import type { ApprovalPhrase } from "@/domain/consensus/ladder/approval";
import type { ChoicePhrase } from "@/domain/consensus/ladder/choice";
import type { RankingPhrase } from "@/domain/consensus/ladder/ranking";
import type { ScalePhrase } from "@/domain/consensus/ladder/scale";
import type { Finding } from "@/domain/findings/finding";
import type { Message } from "@/domain/findings/message";
import type { Safeguard } from "@/domain/findings/safeguards";
import { breadthMessage, sentenceMessages } from "@/domain/findings/sentence";
import type { FindingBlock } from "@/domain/report/document";
import { type Choice, type ChosenWords, choicesOf } from "./chosen";
import { optionAmongThoseResponding, safeguardsWith } from "./kept-safeguards";
import { ownOption, ownSentence } from "./own-sentence";

/**
 * What a finding says in the words that were chosen: the row's own sentence, or the chair's around it. Safeguards are the
 * product's to add: none that the finding had as drafted is ever lost.
 */
export function wordedFinding(finding: Finding, words: ChosenWords): readonly Message[] {
  const choices = choicesOf(finding, words);
  const [choice] = choices;
  if (choice === undefined) return sentenceMessages(finding);
  if (finding.kind === "approval") return wordedApproval(finding, choices);
  const safeguards = safeguardsWith(finding, choice.rung);
  const sentences =
    choice.chosen.wording === null
      ? rowSentence(finding, choice, safeguards)
      : [
          ownSentence(finding, choice, safeguards),
          ...consensusTail(choice),
          ...safeguardTails(choice, safeguards, () => false),
        ];
  if (finding.kind !== "scale" || finding.breadth === undefined) return sentences;
  // The groups counted are those that share the view of the row drafted.
  return [...sentences, breadthMessage(finding.breadth, finding.key.endsWith("Against") ? "against" : "for")];
}

/** A finding as a block of a report, with its sentences where they are not those drafted. */
export function wordedBlock(finding: Finding, words: ChosenWords): FindingBlock {
  if (choicesOf(finding, words).length === 0) return { kind: "finding", finding };
  return { kind: "finding", finding, sentences: wordedFinding(finding, words) };
}

/** The sentence that the chosen row has as drafted, then those safeguards for which it has no room of its own. */
function rowSentence(finding: Finding, choice: Choice, safeguards: readonly Safeguard[]): Message[] {
  const { phrase, named } = choice.rung;
  const [sentence] = sentenceMessages(withRow(finding, phrase, named, safeguards));
  const follow = safeguardTails(choice, safeguards, (safeguard) => saysItself(phrase, safeguard));
  return sentence === undefined ? follow : [sentence, ...follow];
}

function withRow(
  finding: Finding,
  phrase: string,
  named: readonly string[],
  safeguards: readonly Safeguard[],
): Finding {
  // A row that is offered for a finding is one of its own ladder.
  switch (finding.kind) {
    case "scale":
      return { ...finding, key: phrase as ScalePhrase, safeguards };
    case "choice":
      return { ...finding, key: phrase as ChoicePhrase, named, safeguards };
    case "ranking":
      return { ...finding, key: phrase as RankingPhrase, named, safeguards };
    default:
      return finding;
  }
}

/** Whether the sentence of a scale's row says a safeguard by itself. */
function saysItself(phrase: string, safeguard: Safeguard): boolean {
  const undirected = phrase === "noCommonView" || phrase === "divided";
  switch (safeguard) {
    case "notSharedByAll":
      return !undirected && !phrase.startsWith("nearlyAll");
    case "groupsDiffer":
      return /^(?:generally|majority)/.test(phrase);
    case "strongReservations":
      return !phrase.startsWith("nearlyAll");
    default:
      return true;
  }
}

/** "There was no consensus", for the rows to which it belongs. */
function consensusTail({ claim: { ladder }, rung: { phrase } }: Choice): Message[] {
  if (ladder === "approval" || ladder === "ranking") return [];
  if (phrase.startsWith("generally")) return [{ key: "wording.tails.however", values: {} }];
  const without = /^(?:majority|moreAgreement|divided)/.test(phrase);
  return without ? [{ key: "wording.tails.noConsensus", values: {} }] : [];
}

/** A sentence for every safeguard that has not been said. */
function safeguardTails(
  { rung: { phrase } }: Choice,
  safeguards: readonly Safeguard[],
  said: (safeguard: Safeguard) => boolean,
): Message[] {
  const view = phrase === "noCommonView" || phrase === "divided" ? "none" : "one";
  return (["groupsDiffer", "notSharedByAll", "strongReservations"] as const)
    .filter((safeguard) => safeguards.includes(safeguard) && !said(safeguard))
    .map((safeguard) => ({ key: `wording.safeguards.${safeguard}`, values: { view } }));
}

function wordedApproval(
  finding: Extract<Finding, { kind: "approval" }>,
  choices: readonly Choice[],
): Message[] {
  const chosenOf = (optionId: string) => choices.find(({ claim }) => claim.optionId === optionId);
  const options = finding.options.map((option) => {
    const choice = chosenOf(option.optionId);
    if (choice === undefined) return option;
    const amongThoseResponding = optionAmongThoseResponding(finding, option, choice.rung.phrase);
    // A row that is offered for an option is one of the ladder of approvals.
    return { ...option, key: choice.rung.phrase as ApprovalPhrase, amongThoseResponding };
  });
  const [opening, ...sentences] = sentenceMessages({ ...finding, options });
  const own = sentences.map((sentence, place) => {
    const option = options[place];
    const wording = option && chosenOf(option.optionId)?.chosen.wording;
    return option && wording ? ownOption(option, wording) : sentence;
  });
  return opening === undefined ? own : [opening, ...own];
}
