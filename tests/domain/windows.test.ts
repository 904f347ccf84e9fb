import { createHash, generateKeyPairSync, randomUUID, sign, verify } from "node:crypto";
import { describe, expect, it } from "vitest";
import { type Bytes, canonicalJson, toBase64Url } from "@/domain/anonymity/encoding";
import {
  type ManifestAct,
  manifestHashBytes,
  manifestSignatureBytes,
  readManifest,
  type SignedEntry,
} from "@/domain/anonymity/manifest";
import { closedAtOf, hasOpened } from "@/domain/anonymity/standing";
import { endingObstacle } from "@/domain/consultation/ending";
import { makeThemeRelease } from "@/domain/disclosure/release";
import type { Section } from "@/domain/report/document";
import { type WindowFacts, windowSections } from "@/domain/report/windows";
import { worded } from "@/domain/report/wording";
import { windowIssues } from "@/domain/window/opening";
import { english } from "@/tests/support/english";

const { privateKey, publicKey } = generateKeyPairSync("ed25519");
const sha256 = async (bytes: Bytes) => new Uint8Array(createHash("sha256").update(bytes).digest());

/** Reads a log of these acts, chained and signed. */
async function read(acts: readonly ManifestAct[]) {
  const log: SignedEntry[] = [];
  let previous: string | null = null;
  for (const [index, act] of acts.entries()) {
    const payload = canonicalJson({
      version: 1,
      consultationId: "6ba7b810-9dad-41d1-80b4-00c04fd430c8",
      position: index + 1,
      previous,
      act,
    });
    const signature = toBase64Url(sign(null, manifestSignatureBytes(payload), privateKey));
    log.push({ payload, signature });
    previous = toBase64Url(await sha256(manifestHashBytes(payload)));
  }
  return readManifest(log, sha256, async (signature, message) => verify(null, message, publicKey, signature));
}

const opened: ManifestAct = {
  kind: "enrolmentOpened",
  slug: "a",
  title: "A",
  rules: { disclosure: "disclosure-1", ladder: "ladder-1", minimumEnrolled: 10, openAnswersKeptDays: 90 },
  keys: [
    { roundId: "round", purpose: "planned", position: 1, publicKey: "AA" },
    { roundId: "first", purpose: "window", position: 1, publicKey: "AQ" },
    { roundId: "second", purpose: "window", position: 2, publicKey: "Ag" },
  ],
};
const times = { opensAt: "2026-01-01T00:00:00.000Z", closesAt: "2026-01-08T00:00:00.000Z" };
const hashes = { questionnaireHash: "AA", draftHash: "AQ" };
const window = { kind: "windowOpened", roundId: "first", number: 1, ...hashes, ...times } as const;
const closed = { kind: "windowClosed", roundId: "first", closedAt: times.closesAt } as const;
const round = {
  kind: "roundOpened",
  roundId: "round",
  number: 1,
  level: "expert",
  questionnaireHash: "AA",
  ...times,
} as const;

describe("a window in the manifest", () => {
  it("[W24] is opened once, with its own key and number, and closed once; a log without any reads as ever", async () => {
    const manifest = await read([opened, round, window, closed]);
    expect(manifest.windows.get("first")).toMatchObject({
      number: 1,
      draftHash: "AQ",
      closedAt: times.closesAt,
    });
    expect(
      ["round", "first", "second"].map((id) => [hasOpened(manifest, id), closedAtOf(manifest, id)]),
    ).toEqual([
      [true, null],
      [true, times.closesAt],
      [false, null],
    ]);
    expect((await read([opened, round])).windows.size).toBe(0);
  });

  it.each<[string, ManifestAct[]]>([
    ["opened again", [window, window]],
    ["with the key of a round", [{ ...window, roundId: "round" }]],
    ["without a key", [{ ...window, roundId: "third" }]],
    ["under another number", [{ ...window, number: 2 }]],
    ["closed before it opened", [closed]],
    ["closed again", [window, closed, closed]],
    ["closed as a round", [window, { ...closed, kind: "roundClosed" }]],
    ["extended", [window, { kind: "roundExtended", roundId: "first", closesAt: "2026-02-01T00:00:00.000Z" }]],
  ])("[W25] is refused %s", async (_, acts) => {
    await expect(read([opened, ...acts])).rejects.toThrow("manifest_broken");
  });

  it("[W25] no round is opened with the key of a window, nor closed as one", async () => {
    await expect(read([opened, { ...round, roundId: "first" }])).rejects.toThrow("manifest_broken");
    await expect(read([opened, round, { ...closed, roundId: "round" }])).rejects.toThrow("manifest_broken");
  });
});

describe("what a window waits for", () => {
  const published = { number: 1, stage: "closed", published: true } as const;
  const codes = (...about: Parameters<typeof windowIssues>) => windowIssues(...about).map(({ code }) => code);

  it("[W26] all of it is said at once, and how many have enrolled or answered is no part of it", () => {
    expect(codes({ rounds: [published], windows: [], keyLeft: true })).toEqual([]);
    expect(codes({ rounds: [published], windows: [{ number: 1, stage: "closed" }], keyLeft: false })).toEqual(
      ["window_none_left"],
    );
    expect(
      codes({
        rounds: [{ number: 1, stage: "closing", published: false }],
        windows: [{ number: 1, stage: "opening" }],
        keyLeft: false,
      }),
    ).toEqual(["window_under_way", "round_under_way", "window_without_findings"]);
  });

  it("[W26] and a consultation ends once every window that was opened has closed", () => {
    const rounds = [{ stage: "closed" }] as const;
    expect(endingObstacle(rounds, [])).toBeNull();
    expect(endingObstacle(rounds, [{ stage: "closed" }])).toBeNull();
    for (const stage of ["opening", "open", "closing"] as const)
      expect(endingObstacle(rounds, [{ stage: "closed" }, { stage }])).toBe("window_not_over");
    expect(endingObstacle([{ stage: "draft" }], [{ stage: "open" }])).toBe("rounds_not_over");
  });
});

describe("windows in the report", () => {
  const facts = (received: number, part: Partial<WindowFacts> = {}): WindowFacts => ({
    number: 1,
    opensAt: times.opensAt,
    closedAt: times.closesAt,
    timeZone: "UTC",
    participation: { invited: 45, issued: 40, replaced: 1, received },
    themes: null,
    reply: "",
    ...part,
  });
  const raisedBy = (count: number, answered: number) =>
    makeThemeRelease([{ id: randomUUID(), wording: "Training lacks a mandate", count }], answered);
  /** Everything that a section says, in English. */
  const said = (sections: readonly Section[]) =>
    sections
      .flatMap(({ heading, blocks }) => [
        heading,
        ...blocks.flatMap((block) => {
          if (block.kind === "paragraph") return block.sentences;
          if (block.kind === "list") return block.entries;
          return block.kind === "table" ? block.table.rows.flatMap(({ cells }) => cells) : [];
        }),
      ])
      .map((wording) => worded(wording, { translate: english, locale: "en-GB" }));

  it("[W27] say when each was open, how many credentials and responses there were, what was raised, and the reply", () => {
    const reply = "The section on training now says so.\n\nThe other point is left for a later round.";
    const text = said(windowSections([facts(12, { themes: raisedBy(5, 12), reply })]));
    expect(text).toContain("Many underscored this point: Training lacks a mandate.");
    expect(text).toContain("The co-hosts answer:");
    expect(text).toContain("The section on training now says so.");
    expect(text).toContain("The other point is left for a later round.");
    for (const count of ["45", "40", "1", "12"]) expect(text).toContain(count);
    expect(text.join(" ")).toContain("1 January 2026");
    expect(windowSections([])).toEqual([]);
  });

  it("[W28] tell how many raised a point from ten responses on, and say so with fewer", () => {
    const listed = (answered: number) =>
      said(windowSections([facts(answered, { themes: raisedBy(5, answered), reply: "" })])).join(" ");
    expect(listed(9)).toContain("9 participants answered in their own words: too few to report themes.");
    expect(listed(9)).not.toContain("Training lacks a mandate");
    expect(listed(10)).toContain("Many underscored this point: Training lacks a mandate.");
  });

  it("[W29] say so where nobody responded, where nothing is grouped yet, and where no reply has come", () => {
    expect(said(windowSections([facts(0)]))).toContain("Nobody said that anything was left out.");
    expect(said(windowSections([facts(0)])).join(" ")).not.toContain("have not answered");
    const waiting = said(windowSections([facts(3)]));
    expect(waiting).toContain("The 3 responses are not reported point by point.");
    expect(waiting).toContain("The co-hosts have not answered yet.");
  });
});
