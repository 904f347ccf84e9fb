import { describe, expect, it } from "vitest";
import { parseRelease } from "@/domain/disclosure/release";
import { movementOf } from "@/domain/findings/movement";
import { rankingTallyOf } from "../support/ballots";
import {
  approvalItem,
  approvalTally,
  choiceItem,
  choiceTally,
  rankingItem,
  textItem,
} from "../support/release-of";
import { moved, shownRound } from "../support/shown-rounds";

describe("movement of other items", () => {
  it("[F58] options move by their shares alone, with no consensus and no opposition", () => {
    const choice = moved(
      shownRound(1, choiceItem(3), choiceTally([10, 20, 20])),
      shownRound(2, choiceItem(3), choiceTally([35, 10, 5])),
    );
    expect(choice).toMatchObject({
      kind: "choice",
      rows: [
        { id: "o0", key: "shiftedTowards", dCns: null },
        { id: "o1", key: "shiftedAway" },
        { id: "o2", key: "shiftedAway" },
      ],
    });
    const approval = moved(
      shownRound(1, approvalItem(2), approvalTally([20, 20], 50)),
      shownRound(2, approvalItem(2), approvalTally([22, 40], 50)),
    );
    expect(approval).toMatchObject({ rows: [{ key: "noShiftShown" }, { key: "shiftedTowards" }] });
  });

  it("[F58] a ranking sets the places of two rounds side by side; open answers do not move", () => {
    const ids = ["o0", "o1", "o2"];
    const order = (...places: string[]) => ({ places: places.map((id) => [id]), weight: 10 });
    const before = rankingTallyOf(ids, [
      order("o0", "o1", "o2"),
      order("o1", "o0", "o2"),
      order("o2", "o0", "o1"),
    ]);
    const now = rankingTallyOf(ids, [
      order("o2", "o1", "o0"),
      order("o2", "o0", "o1"),
      order("o1", "o0", "o2"),
    ]);
    expect(moved(shownRound(1, rankingItem(3), before), shownRound(2, rankingItem(3), now))).toMatchObject({
      kind: "ranking",
      reworded: false,
      places: [
        { id: "o0", before: 1, now: 3 },
        { id: "o1", before: 2, now: 2 },
        { id: "o2", before: 3, now: 1 },
      ],
    });
    const text = shownRound(1, textItem, {
      kind: "text",
      answered: { mayBeReflected: 12, notToBeReflected: 0 },
      unanswered: 3,
    });
    expect(movementOf({ ...text, number: 2 }, [text])).toEqual([]);
  });

  it("[F58] a ranking compares the options that both rounds ranked, and claims no order for an old release", () => {
    const three = rankingTallyOf(
      ["o0", "o1", "o2"],
      [
        { places: [["o0"], ["o1"], ["o2"]], weight: 12 },
        { places: [["o1"], ["o2"], ["o0"]], weight: 4 },
        { places: [["o2"], ["o0"], ["o1"]], weight: 4 },
      ],
    );
    const two = rankingTallyOf(
      ["o0", "o2"],
      [
        { places: [["o0"], ["o2"]], weight: 14 },
        { places: [["o2"], ["o0"]], weight: 6 },
      ],
    );
    const without = { ...rankingItem(3), options: rankingItem(3).options.filter(({ id }) => id !== "o1") };
    const dropped = moved(shownRound(1, rankingItem(3), three), shownRound(2, without, two));
    expect(dropped).toMatchObject({
      reworded: true,
      places: [
        { id: "o0", before: 1, now: 1 },
        { id: "o2", before: 2, now: 2 },
      ],
    });
    expect(moved(shownRound(1, without, two), shownRound(2, rankingItem(3), three))).toMatchObject({
      places: [{ id: "o0" }, { id: "o2" }],
    });
    const old = shownRound(1, rankingItem(3), three);
    const stored = JSON.parse(JSON.stringify(old.release), (key, value) =>
      key === "agreement" ? undefined : value,
    );
    expect(
      moved({ ...old, release: parseRelease(stored) }, shownRound(2, rankingItem(3), three)),
    ).toMatchObject({
      places: [{ before: null, now: 1 }, { before: null }, { before: null }],
    });
  });
});
