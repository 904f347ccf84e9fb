import { describe, expect, it } from "vitest";
import { checkedPaper } from "@/app/(participant)/_protocol/paper";
import type { Papers } from "@/app/(participant)/_protocol/transport";
import type { ManifestRound } from "@/domain/anonymity/manifest";
import { Refusal } from "@/domain/refusal";
import { paperHash } from "@/server/hashing";

const paper = {
  number: 1,
  title: "On reform",
  blocks: [
    { id: "p-1", kind: "paragraph" as const, runs: [{ text: "Reform is national first." }], items: [] },
  ],
};
const round: ManifestRound = {
  roundId: "r",
  number: 3,
  level: "expert",
  questionnaireHash: "",
  opensAt: "2026-01-01T00:00:00Z",
  closesAt: "2026-01-02T00:00:00Z",
  closedAt: null,
};
const giving =
  (given: typeof paper | null): Papers =>
  async () => ({ paper: given });

const refused = (asked: Promise<unknown>) =>
  asked.then(
    () => null,
    (error: unknown) => (error instanceof Refusal ? error.code : error),
  );

describe("the paper that a participant's browser takes", () => {
  it("[N24] is the one whose hash the signed record names, asked for whole", async () => {
    const asked: unknown[] = [];
    const papers: Papers = async (input) => {
      asked.push(input);
      return { paper };
    };
    expect(await checkedPaper(papers, "dsr", { ...round, paperHash: paperHash(paper) })).toEqual(paper);
    expect(asked).toEqual([{ slug: "dsr", number: 3 }]);
  });

  it("[N24] is refused where it is another, or is missing", async () => {
    const fixed = { ...round, paperHash: paperHash(paper) };
    const other = { ...paper, title: "On something else" };
    expect(await refused(checkedPaper(giving(other), "dsr", fixed))).toBe("manifest_broken");
    expect(await refused(checkedPaper(giving(null), "dsr", fixed))).toBe("manifest_broken");
  });

  it("[N24] is not asked for where the record names none", async () => {
    const papers: Papers = () => Promise.reject(new Error("nobody is asked"));
    expect(await checkedPaper(papers, "dsr", round)).toBeNull();
  });
});
