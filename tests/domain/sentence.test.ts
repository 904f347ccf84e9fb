import { describe, expect, it } from "vitest";
import { APPROVAL_PHRASES } from "@/domain/consensus/ladder/approval";
import { CHOICE_PHRASES } from "@/domain/consensus/ladder/choice";
import { RANKING_PHRASES } from "@/domain/consensus/ladder/ranking";
import { SCALE_PHRASES } from "@/domain/consensus/ladder/scale";
import { cellMessage } from "@/domain/findings/cell-words";
import { type Finding, findingsOf } from "@/domain/findings/finding";
import { marked, plain } from "@/domain/findings/message";
import { phraseMessage, plainSentence, sentenceMessages } from "@/domain/findings/sentence";
import messages from "@/messages/en.json";
import { english } from "../support/english";
import {
  approvalItem,
  approvalTally,
  choiceItem,
  choiceTally,
  questionnaireOf,
  releaseOf,
  scaleItem,
  scaleTally,
  textItem,
} from "../support/release-of";

function scaleFinding(counts: number[], statement = "strategic level", seats = 30): Finding {
  const item = { ...scaleItem(counts.length), statements: [{ id: "s0", text: statement }] };
  const [finding] = findingsOf(questionnaireOf(item), releaseOf(item, scaleTally(counts), seats));
  if (finding === undefined) throw new Error("a statement gives a finding");
  return finding;
}

const said = (finding: Finding) => plainSentence(finding, english);

describe("sentences", () => {
  it.each([
    [[0, 0, 3, 12, 12], "On “strategic level”, participants widely agreed."],
    [[0, 1, 3, 12, 12], "On “strategic level”, participants widely agreed; this view was not shared by all."],
    [
      [3, 0, 4, 10, 12],
      "On “strategic level”, participants largely agreed; this view was not shared by all. Some expressed strong reservations.",
    ],
    [
      [0, 5, 4, 10, 10],
      "On “strategic level”, participants generally supported the proposition; however, there was no consensus. This view was not shared by all.",
    ],
    [
      [0, 5, 6, 7, 9],
      "On “strategic level”, a majority supported the proposition; there was no consensus. This view was not shared by all.",
    ],
    [
      [9, 7, 6, 5, 0],
      "On “strategic level”, a majority did not support the proposition; there was no consensus. This view was not shared by all. Some expressed strong reservations.",
    ],
    [
      [10, 3, 0, 4, 10],
      "On “strategic level”, views were divided; there was no consensus. Some expressed strong reservations.",
    ],
    [[0, 1, 0, 12, 12], "On “strategic level”, all or nearly all of those taking a position agreed."],
    [[0, 4, 14, 3, 3], "On “strategic level”, no common view emerged."],
    [[0, 1, 3, 2, 2], "On “strategic level”, there were too few responses to report."],
  ])("[F14] a scale: %j", (counts, sentence) => {
    expect(said(scaleFinding(counts))).toBe(sentence);
  });

  it("[F15] say on whom they rest: among those responding, and indicatively where these are few", () => {
    expect(said(scaleFinding([0, 0, 3, 12, 12], "strategic level", 48))).toBe(
      "On “strategic level”, among those responding, participants widely agreed.",
    );
    expect(said(scaleFinding([0, 0, 3, 12, 12], "strategic level", 120))).toBe(
      "Indicatively, on “strategic level”, among those responding, participants widely agreed.",
    );
  });

  it("[F16] quote any text safely: braces, tags, apostrophes and a full stop of its own", () => {
    expect(
      said(scaleFinding([0, 0, 3, 12, 12], "give OMA a part like the Police Division's <b>{part}</b>.")),
    ).toBe("On “give OMA a part like the Police Division's <b>{part}</b>”, participants widely agreed.");
  });

  it("[F17] a choice names its options", () => {
    const said2 = (counts: number[]) => {
      const item = choiceItem(counts.length);
      return findingsOf(questionnaireOf(item), releaseOf(item, choiceTally(counts), 20))
        .map(said)
        .join();
    };
    expect(said2([17, 3])).toBe("On “The model”, participants widely preferred “o 0”.");
    expect(said2([12, 5, 3])).toBe("On “The model”, a majority preferred “o 0”; there was no consensus.");
    expect(said2([8, 8, 4])).toBe(
      "On “The model”, views were divided between “o 0” and “o 1”; there was no consensus.",
    );
    expect(said2([9, 6, 5])).toBe(
      "On “The model”, more agreement centred on “o 0” than on any other option; there was no consensus.",
    );
  });

  it("[F18] an approval takes its options one by one, the most supported first", () => {
    const item = approvalItem(3);
    const [finding] = findingsOf(questionnaireOf(item), releaseOf(item, approvalTally([12, 25, 1], 30), 60));
    expect(finding && said(finding)).toBe(
      "On “Configurations”: “o 1” was widely supported among those responding. “o 0” had some support among those responding. “o 2” had limited support among those responding.",
    );
  });

  it("[F19] open answers are announced, never quoted", () => {
    const tally = {
      kind: "text" as const,
      answered: { mayBeReflected: 30, notToBeReflected: 4 },
      unanswered: 0,
    };
    const [finding] = findingsOf(questionnaireOf(textItem), releaseOf(textItem, tally));
    expect(finding && said(finding)).toBe(
      "On “Concerns”, 34 open answers were received. Open answers are never published as written.",
    );
  });
});

describe("phrases", () => {
  const rows = [
    ...SCALE_PHRASES.map((key) => ["scale", key] as const),
    ...CHOICE_PHRASES.map((key) => ["choice", key] as const),
    ...APPROVAL_PHRASES.map((key) => ["approval", key] as const),
    ...RANKING_PHRASES.map((key) => ["ranking", key] as const),
  ];

  it.each(rows)("[F20] the sentence of %s.%s holds its phrase word for word, and marks it", (kind, key) => {
    const values = { about: "a", option: "b", first: "b", second: "c", third: "", count: 2 };
    const flags = { indicative: "no", base: "bare", shared: "unsaid", reservations: "no", groups: "unsaid" };
    const message = { key: `findings.${kind}.${key}`, values: { ...values, ...flags } };
    const emphasised: string[] = [];
    marked(message, english, (chunks) => {
      emphasised.push(chunks);
      return chunks;
    });
    const parts = plain(phraseMessage(kind, key), english).split("…");
    expect(emphasised).toEqual(
      parts.map((part) => part.replace(/^;/, "").trim()).filter((part) => part !== ""),
    );
  });

  it("[F21] nowhere does the product say that consensus was reached", () => {
    const { findings } = messages;
    expect(JSON.stringify(findings)).not.toMatch(/consensus (was )?(reached|emerged|achieved)/i);
  });

  it("[F22] every sentence of a finding is whole: it ends with a full stop, or opens a list with a colon", () => {
    for (const message of sentenceMessages(scaleFinding([3, 3, 3, 3, 3])))
      expect(plain(message, english)).toMatch(/[.:]$/);
  });
});

describe("cells", () => {
  it("[F23] a hidden count reads as what may be known of it", () => {
    const word = (cell: Parameters<typeof cellMessage>[0]) => plain(cellMessage(cell), english);
    expect(word({ kind: "count", count: 12 })).toBe("12");
    expect(word({ kind: "oneOrTwo", from: 1, to: 2 })).toBe("one or two");
    expect(word({ kind: "notShown", from: 15, to: 16 })).toBe("15 or 16 (not shown)");
    expect(word({ kind: "notShown", from: 0, to: 2 })).toBe("0 to 2 (not shown)");
    expect(word({ kind: "allOrNearlyAll", from: 18, to: 20 })).toBe("all or nearly all");
  });
});
