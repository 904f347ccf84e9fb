import { describe, expect, it } from "vitest";
import { blankItem } from "@/domain/questionnaire/blank";
import {
  asksTheSame,
  broughtBack,
  carryOverOf,
  leftOutByRound,
  originOf,
  stillToUndo,
} from "@/domain/questionnaire/carry-over";
import {
  MOST,
  putBack,
  type Removal,
  withAgendaQuestion,
  withItem,
  without,
} from "@/domain/questionnaire/editing";
import type { Item } from "@/domain/questionnaire/item";
import { type AgendaQuestion, itemsOf, type Questionnaire } from "@/domain/questionnaire/questionnaire";
import { smallQuestionnaire } from "../support/questionnaire";

const [first, second] = smallQuestionnaire.agendaQuestions as [AgendaQuestion, AgendaQuestion]; // it has two
const [support, model] = first.items as [Item, Item]; // it has two
const firstRound = { number: 1, questionnaire: smallQuestionnaire };

const removalOf = (entry: Item, { id, items }: AgendaQuestion = first) =>
  ({ what: "item", questionId: id, index: items.indexOf(entry), entry }) as const;
const wholeFirst = { what: "agendaQuestion", index: 0, entry: first } as const;
const withoutModel = without(smallQuestionnaire, removalOf(model));
const withoutFirst = without(smallQuestionnaire, wholeFirst);

const idsIn = ({ agendaQuestions }: Questionnaire) =>
  agendaQuestions.map(({ id, items }) => [id, ...items.map((item) => item.id)]);

describe("what is carried over", () => {
  it("[Q45] an item left out is brought back as it was asked, last in its agenda question", () => {
    const back = broughtBack(without(withoutModel, removalOf(support)), smallQuestionnaire, "support");
    expect(back && idsIn(back)).toEqual([
      ["q1", "support"],
      ["q2", "steps", "order", "why"],
    ]);
    const both = back && broughtBack(back, smallQuestionnaire, "model");
    expect(both).toEqual(smallQuestionnaire);
    const reworded = { ...first, text: "What should be done now?", items: [support] };
    const kept = broughtBack(withAgendaQuestion(withoutModel, reworded), smallQuestionnaire, "model");
    expect(kept?.agendaQuestions[0]).toEqual({ ...reworded, items: [support, model] });
  });

  it("[Q45] where its agenda question is gone, it comes back under it and alone, at the end", () => {
    const back = broughtBack(withoutFirst, smallQuestionnaire, "model");
    expect(back?.agendaQuestions).toEqual([second, { ...first, items: [model] }]);
  });

  it("[Q46] where there is no room, or it was never asked, nothing is brought back", () => {
    const filler = Array.from({ length: MOST.items }, (_, at) => ({ ...support, id: `i${at}` }));
    const full = withAgendaQuestion(withoutModel, { ...first, items: filler });
    expect(broughtBack(full, smallQuestionnaire, "model")).toBeNull();
    const questions = Array.from({ length: MOST.agendaQuestions }, (_, at) => ({ ...second, id: `f${at}` }));
    expect(broughtBack({ agendaQuestions: questions }, smallQuestionnaire, "model")).toBeNull();
    expect(broughtBack(withoutModel, smallQuestionnaire, "another")).toBeNull();
  });

  it("[Q47] every item counts once, as carried over, reworded or new, and so does what the last round asked besides", () => {
    const added = blankItem(withoutModel, "text", () => "drawn");
    const reworded = withItem(withoutModel, { ...support, prompt: "Do you support each?" });
    const now = withAgendaQuestion(reworded, { ...second, items: [...second.items, added] });
    expect(carryOverOf(now, [firstRound])).toEqual({ carried: 3, reworded: 1, new: 1, leftOut: 1 });
    expect(originOf(added, [firstRound])).toEqual({ lineage: "new" });
    expect(originOf(support, [firstRound])).toEqual({ lineage: "carried", round: 1 });
    expect(carryOverOf(now, [])).toEqual({ carried: 0, reworded: 0, new: 5, leftOut: 0 });
  });

  it("[Q47] what is left out stands once, under the last round that asked it, also where a round in between did not", () => {
    const secondRound = { number: 2, questionnaire: withoutModel };
    const earlier = [secondRound, firstRound];
    const now = without(withoutFirst, removalOf(second.items[0] as Item, second)); // it has three
    const found = leftOutByRound(now, earlier).map(({ round, items }) => [
      round.number,
      ...items.map(({ id }) => id),
    ]);
    expect(found).toEqual([
      [2, "support", "steps"],
      [1, "model"],
    ]);
    expect(carryOverOf(now, earlier)).toMatchObject({ carried: 2, leftOut: 2 });
    expect(leftOutByRound(smallQuestionnaire, earlier)).toEqual([]);
  });

  it("[Q47] the same words are the same questionnaire, whatever the order in which they were written down", () => {
    const turned = Object.fromEntries(Object.entries(model).toReversed()) as Item; // of the same parts
    expect(asksTheSame(withItem(smallQuestionnaire, turned), smallQuestionnaire)).toBe(true);
    expect(asksTheSame(withoutModel, smallQuestionnaire)).toBe(false);
  });
});

describe("undoing beside what was brought back", () => {
  it("[Q49] a draft that another questionnaire replaced comes back whole", () => {
    const draft = withItem(withoutModel, { ...support, prompt: "Do you support each?" });
    expect(putBack(smallQuestionnaire, { what: "questionnaire", entry: draft })).toEqual(draft);
  });

  it("[Q49] what was brought back is not put back a second time, nor is what was taken from it before", () => {
    const line: Removal = { what: "label", itemId: "model", index: 1, entry: { id: "two", text: "two" } };
    const other: Removal = { what: "category", itemId: "support", index: 2, entry: "Neither" };
    const removals = [line, other, removalOf(model)];
    expect(stillToUndo(removals, { back: smallQuestionnaire, itemId: "model" })).toEqual([other]);
  });

  it("[Q49] what was done to a draft that was replaced since is still undone in that draft", () => {
    const replaced: Removal = { what: "questionnaire", entry: withoutModel };
    const removals = [removalOf(model), replaced, removalOf(model)];
    expect(stillToUndo(removals, { back: smallQuestionnaire, itemId: "model" })).toEqual([
      removalOf(model),
      replaced,
    ]);
  });

  it("[Q49] of a deleted agenda question that is there again, Undo puts back what it still lacks, once", () => {
    const back = broughtBack(withoutFirst, smallQuestionnaire, "model") as Questionnaire; // there is room
    const removals = stillToUndo([wholeFirst], { back, itemId: "model" });
    expect(removals).toEqual([wholeFirst]);
    const whole = putBack(back, wholeFirst) as Questionnaire; // there is room
    expect(itemsOf(whole).map(({ id }) => id)).toEqual(["steps", "order", "why", "model", "support"]);
    expect(stillToUndo(removals, { back: whole, itemId: "support" })).toEqual([]);
    const filler = Array.from({ length: MOST.items - 1 }, (_, at) => ({ ...support, id: `i${at}` }));
    const full = withAgendaQuestion(back, { ...first, items: [...filler, model] });
    expect(putBack(full, wholeFirst)).toBeNull();
  });
});
