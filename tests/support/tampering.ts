import { generateKeyPairSync } from "node:crypto";
import type { ManifestAct } from "@/domain/anonymity/manifest";
import type { RoundRecord } from "@/server/receipts/queries";
import { rootOf } from "@/verify/tree";
import type { OpenRound } from "./open-round";
import { actsOf, logOfActs } from "./record";

/** What was done to a record, the record afterwards, and the sentence that should say so. */
type Tampering = readonly [what: string, tampered: object, sentence: RegExp];

/** Changes of the manifest and of what it fixes; some of them under the registry's own signature. */
export function manifestTamperings(play: OpenRound, record: RoundRecord): Tampering[] {
  const { manifest, round, questionnaire } = record;
  const acts = actsOf(manifest);
  const [opening, opened, closed] = acts;
  if (opening === undefined || opened?.kind !== "roundOpened" || closed === undefined)
    throw new Error("the manifest has other entries");
  const earlier: ManifestAct = { kind: "roundExtended", roundId: round.id, closesAt: opened.opensAt };
  const later = (hours: number) => new Date(Date.parse(opened.closesAt) + hours * 3_600_000).toISOString();
  const byRule = (hours: number): ManifestAct => ({ ...earlier, closesAt: later(hours), byRule: true });
  const [short, long, longer] = [byRule(1), byRule(72), byRule(144)];
  const withdrawal: ManifestAct = {
    kind: "roundWithdrawn",
    roundId: round.id,
    withdrawnAt: opened.opensAt,
    reason: "A word was missing.",
    copiesUntil: later(24),
  };
  const keyless: ManifestAct = { ...opened, roundId: crypto.randomUUID() };
  const log = (entries: RoundRecord["manifest"]) => ({ ...record, manifest: entries });
  const signed = (...all: ManifestAct[]) => log(logOfActs(play, all));
  const otherKey = generateKeyPairSync("ed25519").publicKey.export({ type: "spki", format: "der" });
  const asked = JSON.stringify(questionnaire).replace("Which model?", "Why not?");
  const rules = { ...record.release.rules, disclosure: "disclosure-2" };
  return [
    ["an entry left out", log(manifest.toSpliced(1, 1)), /Entry 2 .* place it names/],
    ["an entry repeated", log([...manifest, ...manifest.slice(2)]), /Entry 4 .* place it names/],
    ["the end cut off", log(manifest.slice(0, 2)), /has not closed this round/],
    ["no entry", log([]), /no first entry/],
    ["another key", { ...record, publicKey: otherKey.toString("base64url") }, /Entry 1 .* signature/],
    ["no key", { ...record, publicKey: "AAAA" }, /no Ed25519 key/],
    ["keys fixed again", signed(opening, ...acts), /Entry 2 .* second time/],
    ["a round without a key", signed(...acts, keyless), /Entry 4 .* no key/],
    ["a round opened again", signed(...acts, opened), /Entry 4 .* second time/],
    ["a change after the close", signed(...acts, earlier), /Entry 4 .* has closed/],
    [
      "an extension by a rule of no length",
      signed(opening, opened, short, closed),
      /Entry 3 .* does not fix/,
    ],
    [
      "a second extension by the rule",
      signed(opening, opened, long, longer, closed),
      /Entry 4 .* second time/,
    ],
    ["a withdrawal before the opening", signed(opening, withdrawal), /Entry 2 .* not opened/],
    ["a withdrawal after the close", signed(...acts, withdrawal), /Entry 4 .* has closed/],
    ["an extension backwards", signed(opening, opened, earlier, closed), /Entry 3 .* not later/],
    ["a close before the opening", signed(opening, closed), /Entry 2 .* not opened/],
    ["no opening of enrolment", signed(opened, closed), /Entry 1 .* does not open enrolment/],
    ["another round", { ...record, round: { ...round, id: "another" } }, /never opened this round/],
    ["another number", { ...record, round: { ...round, number: 2 } }, /another number/],
    ["another consultation", { ...record, slug: "another" }, /another consultation's/],
    ["another rule", { ...record, release: { ...record.release, rules } }, /another disclosure rule/],
    ["another question", { ...record, questionnaire: JSON.parse(asked) }, /questionnaire is not the one/],
  ];
}

/** Changes of leaves, roots and counts; the record has ten responses, nine of them with an answer to “why”. */
export function countTamperings(record: RoundRecord): Tampering[] {
  const { release, leaves } = record;
  const { model = [], why = [] } = leaves;
  const [first = ""] = model;
  const hash = Buffer.alloc(32, 255).toString("base64url");
  const released = (change: object) => ({ ...record, release: { ...release, ...change } });
  const counted = (change: object) => released({ participation: { ...release.participation, ...change } });
  const held = (itemId: string, list: readonly string[]) => ({
    ...record,
    leaves: { ...leaves, [itemId]: list },
  });
  /** The same with the root made anew over these leaves: what an operator could do before the release. */
  const rooted = (itemId: string, list: readonly string[]) => {
    const root = rootOf(list.map((leaf) => Buffer.from(leaf, "base64url"))).toString("hex");
    return {
      ...released({ roots: { ...release.roots, [itemId]: root } }),
      leaves: held(itemId, list).leaves,
    };
  };
  const without = (from: object, name: string) =>
    Object.fromEntries(Object.entries(from).filter(([key]) => key !== name));
  return [
    ["a leaf removed", held("model", model.slice(1)), /“Which model\?” \(model\) has other leaves/],
    ["a leaf added", held("model", [...model, hash]), /\(model\) has other leaves/],
    ["a leaf changed", held("model", model.with(9, hash)), /\(model\) has other leaves/],
    ["a leaf twice", held("model", [first, ...model]), /a leaf twice/],
    ["leaves in another order", held("model", model.toReversed()), /not in order/],
    ["what is no hash", held("model", model.with(0, "AAAA")), /no SHA-256 hash/],
    ["a list left out", { ...record, leaves: without(leaves, "model") }, /\(model\) has no list of leaves/],
    ["a root left out", released({ roots: without(release.roots, "model") }), /\(model\) has other leaves/],
    ["another root", released({ roots: { ...release.roots, model: "0".repeat(64) } }), /has other leaves/],
    ["leaves of what was not asked", held("other", [hash]), /“other”, which was not asked/],
    ["an item left out", released({ items: release.items.slice(1) }), /\(support\) is not in the release/],
    ["fewer received", counted({ received: 9 }), /\(model\) has 10 leaves, more than the 9 responses/],
    ["more received than issued", counted({ received: 11 }), /11 responses .* only 10 credentials/],
    ["more issued than invited", counted({ issued: 11 }), /11 credentials were issued to 10 seats/],
    ["an answer left out of the tree", rooted("model", model.slice(1)), /9 leaves for 10 answers/],
    ["an answer put into the tree", rooted("why", [...why, hash]), /10 leaves, more than the 9 answers/],
  ];
}
