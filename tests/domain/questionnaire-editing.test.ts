import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blankAgendaQuestion, blankItem, blankLabels } from "@/domain/questionnaire/blank";
import {
  labelsOf,
  MOST,
  movedBy,
  putBack,
  withAgendaQuestion,
  withItem,
  withLabels,
  without,
} from "@/domain/questionnaire/editing";
import type { Item } from "@/domain/questionnaire/item";
import { type AgendaQuestion, itemsOf, type Questionnaire } from "@/domain/questionnaire/questionnaire";
import { idSchema } from "@/domain/questionnaire/shapes/label";
import { questionnaireSchema } from "@/domain/questionnaire/shapes/questionnaire";
import { smallQuestionnaire } from "../support/questionnaire";

const KINDS = ["scale", "choice", "approval", "ranking", "text"] as const;
const [first, second] = smallQuestionnaire.agendaQuestions as [AgendaQuestion, AgendaQuestion]; // it has two
const [support] = first.items as [Item]; // it has two

/** Draws 1, 1, 2, 2, 3, 3 …: every other draw is one that has been drawn before. */
function repeatingDraw() {
  let drawn = 1;
  return () => {
    drawn += 1;
    return `${Math.floor(drawn / 2)}`;
  };
}

/** A questionnaire with as many of everything as fit, and one more where `beyond` says so. */
function fullOf(kind: Item["kind"], beyond: { questions?: number; items?: number; labels?: number } = {}) {
  const draw = repeatingDraw();
  const empty: Questionnaire = { agendaQuestions: [] };
  const labels = Array.from({ length: MOST.labels[kind] + (beyond.labels ?? 0) }, (_, at) => ({
    id: `l${at}`,
    text: "",
  }));
  const items = Array.from({ length: MOST.items + (beyond.items ?? 0) }, (_, at) => ({
    ...withLabels(blankItem(empty, kind, draw), labels),
    id: `i${at}`,
  }));
  return {
    agendaQuestions: Array.from({ length: MOST.agendaQuestions + (beyond.questions ?? 0) }, (_, at) => ({
      ...blankAgendaQuestion(empty, draw),
      id: `q${at}`,
      items,
    })),
  };
}

describe("moving", () => {
  it("[Q20] a move changes places with the neighbour and nothing else; at either end nothing moves", () => {
    expect(movedBy(["a", "b", "c"], 1, -1)).toEqual(["b", "a", "c"]);
    expect(movedBy(["a", "b", "c"], 1, 1)).toEqual(["a", "c", "b"]);
    expect(movedBy(["a", "b", "c"], 0, -1)).toEqual(["a", "b", "c"]);
    expect(movedBy(["a", "b", "c"], 2, 1)).toEqual(["a", "b", "c"]);
  });

  it("[Q20] a move there and back leaves the list as it was", () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 2 }), fc.nat(), (list, at) => {
        const index = at % (list.length - 1);
        expect(movedBy(movedBy(list, index, 1), index + 1, -1)).toEqual(list);
      }),
    );
  });
});

describe("adding", () => {
  it.each(KINDS)("[Q21] a blank %s may be saved as a draft", (kind) => {
    const item = blankItem(smallQuestionnaire, kind, repeatingDraw());
    const draft = withAgendaQuestion(smallQuestionnaire, { ...first, items: [...first.items, item] });
    expect(questionnaireSchema.parse(draft)).toEqual(draft);
  });

  it("[Q22] an id is one that the schema takes and nothing in the questionnaire has, whatever is drawn", () => {
    const draw = repeatingDraw();
    let grown = smallQuestionnaire;
    for (const kind of KINDS) {
      const question = blankAgendaQuestion(grown, draw);
      grown = { agendaQuestions: [...grown.agendaQuestions, question] };
      const item = blankItem(grown, kind, draw);
      grown = withAgendaQuestion(grown, { ...question, items: [item] });
      if (kind !== "text")
        grown = withItem(grown, withLabels(item, [...labelsOf(item), ...blankLabels(grown, 3, draw)]));
    }
    const added = grown.agendaQuestions
      .slice(2)
      .flatMap(({ id, items }) => [
        id,
        ...items.flatMap((item) => [item.id, ...labelsOf(item).map((label) => label.id)]),
      ]);
    expect(new Set(added).size).toBe(added.length);
    expect(added.every((id) => idSchema.safeParse(id).success)).toBe(true);
  });

  it.each(KINDS)("[Q23] as much as the editor lets be added, the schema takes, and no more: %s", (kind) => {
    const takes = (draft: Questionnaire) => questionnaireSchema.safeParse(draft).success;
    expect(takes(fullOf(kind))).toBe(true);
    expect(takes(fullOf(kind, { questions: 1 }))).toBe(false);
    expect(takes(fullOf(kind, { items: 1 }))).toBe(false);
    if (kind !== "text") expect(takes(fullOf(kind, { labels: 1 }))).toBe(false);
  });

  it("[Q23] as many categories as the editor lets be added, the schema takes, and no more", () => {
    const withCategories = (count: number) =>
      withItem(smallQuestionnaire, { ...support, categories: Array(count).fill("so") } as Item); // a scale
    expect(questionnaireSchema.safeParse(withCategories(MOST.categories)).success).toBe(true);
    expect(questionnaireSchema.safeParse(withCategories(MOST.categories + 1)).success).toBe(false);
  });
});

describe("removing and putting back", () => {
  const removals: Parameters<typeof without>[1][] = [
    { what: "agendaQuestion", index: 0, entry: first },
    { what: "item", questionId: first.id, index: 0, entry: support },
    { what: "label", itemId: support.id, index: 1, entry: { id: "training", text: "training" } },
    { what: "category", itemId: support.id, index: 2, entry: "Neither" },
  ];

  it.each(removals)("[Q24] what was removed comes back as and where it was: $what", (removal) => {
    const less = without(smallQuestionnaire, removal);
    expect(less).not.toEqual(smallQuestionnaire);
    expect(putBack(less, removal)).toEqual(smallQuestionnaire);
  });

  it("[Q24] a scale replaced by a preset comes back with its own words", () => {
    const own = support.kind === "scale" ? support.categories : [];
    const replaced = withItem(smallQuestionnaire, { ...support, categories: ["No", "Yes"] } as Item); // a scale
    expect(putBack(replaced, { what: "scale", itemId: support.id, entry: own })).toEqual(smallQuestionnaire);
  });

  it.each(removals)("[Q25] putting back undoes nothing that was typed since: $what", (removal) => {
    const typed = (draft: Questionnaire) =>
      withAgendaQuestion(draft, { ...second, text: "Typed since the removal" });
    const typedSince = typed(without(smallQuestionnaire, removal));
    expect(putBack(typedSince, removal)).toEqual(typed(smallQuestionnaire));
  });

  it("[Q26] where there is no room or no place left, nothing is put back and nothing is lost", () => {
    const full = fullOf("text");
    expect(putBack(full, { what: "agendaQuestion", index: 0, entry: first })).toBeNull();
    expect(putBack(full, { what: "item", questionId: "q0", index: 0, entry: support })).toBeNull();
    const gone = without(smallQuestionnaire, { what: "agendaQuestion", index: 0, entry: first });
    expect(putBack(gone, { what: "item", questionId: first.id, index: 0, entry: support })).toBeNull();
    const label = { what: "label", itemId: support.id, index: 0, entry: { id: "x", text: "" } } as const;
    expect(putBack(gone, label)).toBeNull();
  });

  it("[Q27] an edit reaches the item that it names and no other", () => {
    const changed = withItem(smallQuestionnaire, { ...support, prompt: "Otherwise?" });
    const others = (draft: Questionnaire) => itemsOf(draft).filter(({ id }) => id !== support.id);
    expect(others(changed)).toEqual(others(smallQuestionnaire));
    expect(itemsOf(changed).find(({ id }) => id === support.id)?.prompt).toBe("Otherwise?");
  });
});
