import { createPublicKey, type KeyObject, verify } from "node:crypto";
import { bytesIn, canonical, isObject, labelled, sha256 } from "./bytes";
import type { RoundRecord } from "./record";

type Act = Readonly<Record<string, unknown>>;
type Round = { readonly opening: Act; closesAt: number; closed: boolean; extendedByRule: boolean };

/** What is wrong with a record's manifest, in sentences, and the hash of its first entry. */
export type ManifestChecked = { readonly faults: readonly string[]; readonly firstHash: Buffer | null };

function keyIn(spki: string): KeyObject | null {
  try {
    const key = createPublicKey({ key: Buffer.from(spki, "base64url"), type: "spki", format: "der" });
    return key.asymmetricKeyType === "ed25519" ? key : null;
  } catch {
    return null;
  }
}

function parsed(payload: string): Act | null {
  try {
    const entry: unknown = JSON.parse(payload);
    return isObject(entry) && isObject(entry.act) ? entry : null;
  } catch {
    return null;
  }
}

const time = (moment: unknown) => (typeof moment === "string" ? Date.parse(moment) : Number.NaN);

/** What may be done to what each kind of entry opens. */
const AFTER: Readonly<Record<string, readonly string[]>> = {
  roundOpened: ["roundExtended", "roundClosed", "roundWithdrawn"],
  windowOpened: ["windowClosed"],
};

/**
 * What the act of an entry after the first does to rounds and windows; a sentence where it may not.
 *
 * @param keys what each key of the first entry is for, by the id of its round or window.
 * @param hours by how many the first entry lets a round be extended by its rule, if it does.
 */
function applied(
  rounds: Map<string, Round>,
  keys: ReadonlyMap<unknown, unknown>,
  act: Act,
  hours: unknown,
): string | null {
  const { kind, roundId } = act;
  if (kind === "enrolmentOpened") return "fixes keys a second time";
  if (typeof roundId !== "string") return "names no round";
  const round = rounds.get(roundId);
  if (kind === "roundOpened" || kind === "windowOpened") {
    if (round !== undefined) return "opens a round a second time";
    if (!keys.has(roundId)) return "opens a round that has no key in the first entry";
    if ((keys.get(roundId) === "window") !== (kind === "windowOpened"))
      return "opens a round with the key of a window, or a window with that of a round";
    rounds.set(roundId, { opening: act, closesAt: time(act.closesAt), closed: false, extendedByRule: false });
    return null;
  }
  if (round === undefined) return "changes a round that has not opened";
  if (round.closed) return "changes a round that has closed";
  const { kind: opening } = round.opening;
  if (typeof kind !== "string" || typeof opening !== "string" || !AFTER[opening]?.includes(kind))
    return "does what no entry does";
  if (kind !== "roundExtended") round.closed = true;
  else return extended(round, act, hours);
  return null;
}

/** Extends a round as the entry says; a sentence where that is not to a later time, or not as the rule has it. */
function extended(round: Round, act: Act, hours: unknown): string | null {
  const by = time(act.closesAt) - round.closesAt;
  if (!(by > 0)) return "extends a round to a time that is not later";
  if (act.byRule !== undefined) {
    if (round.extendedByRule) return "extends a round by the rule a second time";
    if (typeof hours !== "number" || by < hours * 3_600_000)
      return "extends a round by a rule that the first entry does not fix";
    round.extendedByRule = true;
  }
  round.closesAt = time(act.closesAt);
  return null;
}

/** Whether the manifest says of this round what its record says. */
function roundFaults(
  { round, questionnaire, slug, rules }: RoundRecord,
  first: Act,
  rounds: Map<string, Round>,
) {
  const faults: string[] = [];
  if (first.slug !== slug) faults.push("The manifest is another consultation's than the record names.");
  const inForce = isObject(first.rules) ? first.rules : {};
  for (const name of ["disclosure", "ladder"])
    if (rules[name] === undefined || rules[name] !== inForce[name])
      faults.push(
        `The release goes by another ${name} rule than the manifest fixed before anybody enrolled.`,
      );
  const held = rounds.get(round.id);
  if (held === undefined || held.opening.kind !== "roundOpened")
    return [...faults, "The manifest never opened this round."];
  if (held.opening.number !== round.number) faults.push("The manifest gives this round another number.");
  if (!held.closed) faults.push("The manifest has not closed this round.");
  const hash = sha256(labelled("questionnaire", canonical(questionnaire))).toString("base64url");
  if (held.opening.questionnaireHash !== hash)
    faults.push("The questionnaire is not the one whose hash the manifest fixed when the round opened.");
  return faults;
}

/** Checks every signature, the chain of hashes, that keys are fixed once, and what is said of the record's round. */
export function checkedManifest(record: RoundRecord): ManifestChecked {
  const key = keyIn(record.publicKey);
  if (key === null)
    return { faults: ["The record has no Ed25519 key to check signatures with."], firstHash: null };
  const faults: string[] = [];
  const rounds = new Map<string, Round>();
  let [first, firstHash, consultation]: [Act | null, Buffer | null, unknown] = [null, null, null];
  let keys: ReadonlyMap<unknown, unknown> = new Map();
  let previous: string | null = null;
  for (const [index, { payload, signature }] of record.manifest.entries()) {
    const says = (what: string) => faults.push(`Entry ${index + 1} of the manifest ${what}.`);
    const bytes = bytesIn(signature);
    if (bytes === null || !verify(null, labelled("manifest-signature", payload), key, bytes))
      says("does not carry a signature of the record's key");
    const hash = sha256(labelled("manifest-hash", payload));
    const entry = parsed(payload);
    if (entry === null || !isObject(entry.act)) says("cannot be read");
    else if (entry.version !== 1 || entry.position !== index + 1)
      says("does not stand at the place it names");
    else if (entry.previous !== previous) says("does not follow the entry that it names");
    else if (index === 0) {
      if (entry.act.kind !== "enrolmentOpened") says("does not open enrolment");
      [first, firstHash, consultation] = [entry.act, hash, entry.consultationId];
      const held = Array.isArray(entry.act.keys) ? entry.act.keys : [];
      keys = new Map(held.filter(isObject).map(({ roundId, purpose }) => [roundId, purpose]));
    } else if (entry.consultationId !== consultation) says("is another consultation's");
    else {
      const wrong = applied(
        rounds,
        keys,
        entry.act,
        isObject(first?.rules) ? first.rules.extensionHours : undefined,
      );
      if (wrong !== null) says(wrong);
    }
    previous = hash.toString("base64url");
  }
  if (first === null)
    return { faults: [...faults, "The manifest has no first entry that can be read."], firstHash };
  return { faults: [...faults, ...roundFaults(record, first, rounds)], firstHash };
}

/** The hash of the key that signs the manifest, in hexadecimal: the same for everybody, whatever they were shown. */
export const keyHash = ({ publicKey }: RoundRecord): string =>
  sha256(Buffer.from(publicKey, "base64url")).toString("hex");
