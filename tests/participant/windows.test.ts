import { describe, expect, it } from "vitest";
import { deviceOn } from "@/app/(participant)/_protocol/device";
import { checkedManifest } from "@/app/(participant)/_protocol/enrol";
import { checkedWindow } from "@/app/(participant)/_protocol/questionnaire";
import { memoryStore } from "@/app/(participant)/_protocol/stores";
import { loadOwnResponse, submitAnswers } from "@/app/(participant)/_protocol/submission";
import { lookedUp } from "@/app/(participant)/c/[slug]/rounds/[number]/receipts/looked-up";
import { NOT_REFLECTED, windowQuestionnaire } from "@/domain/window/questionnaire";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";
import { afterARound, saying } from "@/tests/support/windows";

const play = await afterARound(await registryDatabase(), await ballotDatabase(), 2);
await play.open();
const roundId = await play.idOf(1);
const box = play.participantsBox();
const ofNth = (index: number) => deviceOn(memoryStore(), play.slug).of(play.nth(index).code);

describe("a participant in a window", () => {
  it("[W19] is asked what the manifest fixed, or nothing", async () => {
    const manifest = await checkedManifest(play.participantsRegistry(), play.slug);
    expect(await checkedWindow(manifest, 1)).toMatchObject({
      round: { roundId, number: 1 },
      questionnaire: windowQuestionnaire,
    });
    await expect(checkedWindow(manifest, 2)).rejects.toThrow("round_unknown");
    const [window] = manifest.windows.values();
    if (window === undefined) throw new Error("no window");
    const other = { ...manifest, windows: new Map([[roundId, { ...window, questionnaireHash: "AA" }]]) };
    await expect(checkedWindow(other, 1)).rejects.toThrow("manifest_broken");
  });

  it("[W20] sends, goes on from another device, and finds what was sent last among all leaves", async () => {
    const [one, other] = [ofNth(0), ofNth(0)];
    const sent = await submitAnswers(box, one, play.nth(0), roundId, saying("First version."));
    expect(sent.kind).toBe("accepted");
    expect(await loadOwnResponse(box, other, play.nth(0), roundId)).toEqual(saying("First version."));
    const again = await submitAnswers(box, other, play.nth(0), roundId, saying("Second version."));
    expect(again.kind).toBe("accepted");
    expect(await other.sent(roundId)).toMatchObject({ revision: 2 });
    const late = submitAnswers(box, one, play.nth(0), roundId, saying("From the first device."));
    await expect(late).rejects.toThrow("A newer response from you");
    await submitAnswers(box, ofNth(1), play.nth(1), roundId, saying("Another's."));
    await play.close();

    const found = async (text: string) => {
      const own = { code: play.nth(0).code, answers: saying(text) };
      const looked = await lookedUp(play.slug, { kind: "window", number: 1 }, own, () => undefined, {
        registry: play.participantsRegistry(),
        questionnaires: (input) => play.as(null).questionnaires.ofRound(input),
        receiptRoots: play.receiptRoots(),
        windowRoots: (input) => play.as(null).windows.receipts(input),
        box,
      });
      expect(looked).toMatchObject({ received: null });
      return looked.items;
    };
    const item = { itemId: NOT_REFLECTED, leaves: 2, whole: true };
    expect(await found("Second version.")).toEqual([{ ...item, own: "found" }]);
    expect(await found("First version.")).toEqual([{ ...item, own: "notFound" }]);
  });
});
