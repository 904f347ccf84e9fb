import type { ApprovalPhrase } from "@/domain/consensus/ladder/approval";
import type { ChoicePhrase } from "@/domain/consensus/ladder/choice";
import type { RankingPhrase } from "@/domain/consensus/ladder/ranking";
import type { Message } from "@/domain/findings/message";
import type { RankingFinding } from "@/domain/findings/ranking";
import { sum } from "@/domain/tally/counts";
import { approvalRound, choiceRound, foundIn, type Order, rankingRound, SEATS } from "./example-round";
import { say } from "./say";
import { sentenceOf, type Worked } from "./worked";

/** Answers by option, A to D. */
export const CHOICE_EXAMPLES: Readonly<Record<ChoicePhrase, readonly number[]>> = {
  tooFew: [4, 3, 2, 0],
  nearlyAllPreferred: [39, 1, 0, 0],
  widelyPreferred: [33, 4, 3, 0],
  generallyPreferred: [28, 5, 4, 3],
  majorityPreferred: [22, 8, 6, 4],
  moreAgreementCentredOn: [18, 10, 7, 5],
  dividedBetween: [15, 14, 7, 4],
  noOptionBroadSupport: [12, 11, 9, 8],
};

export function workedChoice(counts: readonly number[]): Worked {
  const finding = foundIn(choiceRound(counts), "choice");
  const [a = 0, b = 0, c = 0, d = 0] = counts;
  return {
    row: finding.key,
    figures: say("examples.choice", { a, b, c, d, n: sum(counts) }),
    reads: sentenceOf(finding),
  };
}

/** How many approve, of how many. */
type Approved = readonly [count: number, answered: number];

export const APPROVAL_EXAMPLES: Readonly<Record<ApprovalPhrase, Approved>> = {
  tooFew: [6, 9],
  nearlyAllSupported: [39, SEATS],
  widelySupported: [33, SEATS],
  generallySupported: [28, SEATS],
  majoritySupported: [22, SEATS],
  someSupport: [15, SEATS],
  limitedSupport: [10, SEATS],
};

export function workedApproval([count, n]: Approved): Worked {
  const finding = foundIn(approvalRound(count, n), "approval");
  return {
    // A finding of too few has no options to word.
    row: finding.options[0]?.key ?? "tooFew",
    figures: say("examples.approval", { count, n }),
    reads: sentenceOf(finding),
  };
}

export const RANKING_EXAMPLES: Readonly<Record<RankingPhrase, readonly [Order, Order, Order]>> = {
  tooFew: [
    ["ABC", 4],
    ["BAC", 3],
    ["CAB", 2],
  ],
  clearlyFirst: [
    ["ABC", 34],
    ["BAC", 3],
    ["CAB", 3],
  ],
  moreAgreementCentredOn: [
    ["ABC", 30],
    ["BAC", 5],
    ["CAB", 5],
  ],
  someConvergence: [
    ["ABC", 25],
    ["BAC", 7],
    ["CAB", 8],
  ],
  sharedLead: [
    ["ABC", 16],
    ["BAC", 20],
    ["CAB", 4],
  ],
  noClearOrder: [
    ["ABC", 16],
    ["BCA", 12],
    ["CAB", 12],
  ],
};

export function workedRanking(orders: readonly [Order, Order, Order]): Worked {
  const finding = foundIn(rankingRound(orders), "ranking");
  return {
    row: finding.key,
    figures: say("examples.ranking", { ...ordersValues(orders), ...concordanceValues(finding) }),
    reads: sentenceOf(finding),
  };
}

/** Three orders as a sentence names them: "A, B, C", held together on one line, and how many. */
export function ordersValues([first, second, third]: readonly [Order, Order, Order]): Message["values"] {
  const spelt = ([placed]: Order) => [...placed].join(",\u00a0");
  return {
    first: spelt(first),
    firstBy: first[1],
    second: spelt(second),
    secondBy: second[1],
    third: spelt(third),
    thirdBy: third[1],
  };
}

function concordanceValues({ figures }: RankingFinding): Message["values"] {
  const agreement = figures.kind === "pairs" ? (figures.agreement ?? null) : null;
  return agreement === null ? { given: "no", W: 0 } : { given: "yes", W: agreement.W };
}
