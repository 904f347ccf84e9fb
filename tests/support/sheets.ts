import { randomBytes } from "node:crypto";
import { withItem } from "@/domain/questionnaire/editing";
import { itemsOf } from "@/domain/questionnaire/questionnaire";
import { dsr2011Questionnaire } from "@/domain/questionnaire/template-dsr-2011";
import type { CardSheet, HeadOfSheet, QuestionnaireSheet, RoundOnSheet } from "@/domain/sheets/sheet";

const HEAD: HeadOfSheet = {
  title: "On defence sector reform",
  subject: "What role the United Nations should have.",
  rule: "Chatham House Rule: what is said may be used; who said it may not be known.",
  coHosts: ["Permanent Mission of Malaysia", "Permanent Mission of the Netherlands"],
  simulated: false,
  fingerprint: ["abandon", "ability", "able", "about", "above", "absent"],
  address: "https://consult.example.org/c/on-defence-sector-reform",
};

const ROUND: RoundOnSheet = {
  number: 1,
  of: 3,
  level: "expert",
  stage: "open",
  opensAt: "2026-12-03T14:00:00.000Z",
  closesAt: "2026-12-17T23:00:00.000Z",
  timeZone: "America/New_York",
};

const [first] = itemsOf(dsr2011Questionnaire);
if (first === undefined) throw new Error("the template asks nothing");

/** A questionnaire to print: the paper's own, its first item pointing at a paragraph of a discussion paper. */
export const questionnaireSheet = (changes: Partial<QuestionnaireSheet> = {}): QuestionnaireSheet => ({
  ...HEAD,
  round: ROUND,
  questionnaire: withItem(dsr2011Questionnaire, { ...first, paragraph: "p-1" }),
  questionnaireHash: "h".repeat(43),
  paper: {
    title: "A paper",
    blocks: [
      { id: "h-1", kind: "heading", level: 2, text: "Principles" },
      {
        id: "p-1",
        kind: "paragraph",
        runs: [{ text: "Reform is " }, { text: "national", strong: true }, { text: " first." }],
        items: [[{ text: "owned by States" }], [{ text: "led by them" }]],
      },
    ],
  },
  background: [
    {
      ...{ id: "b", title: "Report of the Secretary-General", language: "fr", format: "pdf" },
      ...{ size: 2_000, sha256: "ab".repeat(32), withdrawn: null },
    },
  ],
  ...changes,
});

const NAMES = [
  "Malaysia",
  "United Kingdom of Great Britain and Northern Ireland",
  "中国",
  "مصر",
  "Россия",
  "Organization for Security and Co-operation in Europe",
  "Côte d’Ivoire",
];

/** Cards for so many seats, each with a link of its own. */
export const cardSheet = (count: number, changes: Partial<CardSheet> = {}): CardSheet => ({
  ...HEAD,
  round: ROUND,
  cards: Array.from({ length: count }, (_, index) => ({
    delegation: NAMES[index % NAMES.length] ?? "",
    place: 1,
    link: `${HEAD.address}/join#${randomBytes(16).toString("base64url")}`,
  })),
  ...changes,
});
