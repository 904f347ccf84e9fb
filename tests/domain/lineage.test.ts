import { describe, expect, it } from "vitest";
import { blankLabels } from "@/domain/questionnaire/blank";
import { labelsOf, movedBy, withAgendaQuestion, withItem, withLabels } from "@/domain/questionnaire/editing";
import type { Item } from "@/domain/questionnaire/item";
import { lastAsked, leftOut, lineageOf, lineageOfLabel } from "@/domain/questionnaire/lineage";
import { type AgendaQuestion, itemsOf, type Questionnaire } from "@/domain/questionnaire/questionnaire";
import type { ScaleItem } from "@/domain/questionnaire/scale";
import { smallQuestionnaire } from "../support/questionnaire";

const [first] = smallQuestionnaire.agendaQuestions as [AgendaQuestion]; // it has two
const [support, model] = first.items as [ScaleItem, Item]; // the first is a scale

const draw = () => "drawn";
const withText = (item: Item, id: string, text: string): Item =>
  withLabels(
    item,
    labelsOf(item).map((label) => (label.id === id ? { ...label, text } : label)),
  );

/** The lineage of the item of this id, after one round that asked the small questionnaire. */
function lineageIn(now: Questionnaire, id: string) {
  const item = itemsOf(now).find((one) => one.id === id) as Item; // the tests ask for items that are there
  return lineageOf(item, lastAsked(item, [{ number: 1, questionnaire: smallQuestionnaire }])?.item);
}

describe("the lineage of an item", () => {
  it("[Q40] it is carried over as long as its id and its words stay, wherever it is moved", () => {
    const moved = {
      agendaQuestions: movedBy(
        withAgendaQuestion(smallQuestionnaire, { ...first, items: movedBy(first.items, 0, 1) })
          .agendaQuestions,
        0,
        1,
      ),
    };
    for (const { id } of itemsOf(moved)) expect(lineageIn(moved, id)).toBe("carried");
  });

  it("[Q40] blanks around its words, the order of its options and what does not ask are no rewording", () => {
    const spaced = withText({ ...model, prompt: " Which model?\n" }, "two", "two ");
    const steps = support.categories.map((name) => ` ${name}`);
    const others: Item[] = [
      spaced,
      withLabels(model, movedBy(labelsOf(model), 0, 1)),
      { ...model, help: "One of three.", required: true },
      { ...support, categories: steps },
    ];
    for (const item of others) expect(lineageIn(withItem(smallQuestionnaire, item), item.id)).toBe("carried");
  });

  const added = blankLabels(smallQuestionnaire, 1, draw);
  it.each<[string, Item]>([
    ["prompt", { ...model, prompt: "Which of these models?" }],
    ["option", withText(model, "two", "two or more")],
    ["option added", withLabels(model, [...labelsOf(model), ...added])],
    ["option dropped", withLabels(model, labelsOf(model).slice(1))],
    ["statement", withText(support, "advice", "giving advice when asked")],
    ["category", { ...support, categories: support.categories.with(2, "Undecided") }],
    ["order of the categories", { ...support, categories: support.categories.toReversed() }],
  ])("[Q41] it is reworded where its words differ: %s", (_, item) => {
    expect(lineageIn(withItem(smallQuestionnaire, item), item.id)).toBe("reworded");
  });

  it("[Q42] under another id it is new, however it reads, and so is an item of another kind under the same id", () => {
    const again = { ...model, id: "model-again" };
    const anew = withAgendaQuestion(smallQuestionnaire, { ...first, items: [support, again] });
    expect(lineageIn(anew, again.id)).toBe("new");
    const ranked = { ...model, kind: "ranking" } as Item; // a choice has all that a ranking has
    expect(lineageIn(withItem(smallQuestionnaire, ranked), "model")).toBe("new");
    expect(leftOut(anew, smallQuestionnaire)).toEqual([model]);
  });

  it("[Q43] of several earlier rounds the latest that asked it counts, in whatever order they stand", () => {
    const reworded: Item = { ...model, prompt: "Which of these models?" };
    const asking = (number: number, item?: Item) => ({
      number,
      questionnaire: item === undefined ? { agendaQuestions: [] } : withItem(smallQuestionnaire, item),
    });
    const rounds = [asking(1, model), asking(3), asking(2, reworded)];
    for (const earlier of [rounds, rounds.toReversed()]) {
      const last = lastAsked(reworded, earlier);
      expect([last?.round.number, last?.item]).toEqual([2, reworded]);
      expect(lineageOf(model, last?.item)).toBe("reworded");
    }
    expect(lastAsked({ ...model, id: "other" }, rounds)).toBeNull();
  });
});

describe("the lineage of a statement or an option", () => {
  it("[Q44] a statement stands by itself under its prompt and its scale", () => {
    const now = withText(support, "advice", "giving advice when asked");
    expect(lineageOfLabel("advice", now, support)).toBe("reworded");
    expect(lineageOfLabel("training", now, support)).toBe("carried");
    expect(lineageOfLabel("training", { ...support, prompt: "Do you support each?" }, support)).toBe(
      "reworded",
    );
  });

  it("[Q44] an option stands among the others, so that a change of one rewords all", () => {
    const now = withText(model, "two", "two or more");
    expect(lineageOfLabel("one", now, model)).toBe("reworded");
    expect(lineageOfLabel("one", model, model)).toBe("carried");
  });

  it("[Q44] one that was not there is new", () => {
    const [label] = blankLabels(smallQuestionnaire, 1, draw);
    const id = label?.id ?? "";
    expect(lineageOfLabel(id, withLabels(model, [...labelsOf(model), { id, text: "four" }]), model)).toBe(
      "new",
    );
  });
});
