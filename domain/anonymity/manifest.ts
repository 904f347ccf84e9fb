import { type Bytes, fromBase64Url, isBase64Url, labelled, type Sha256, toBase64Url, utf8 } from "./encoding";
import { broken, type GrowingStanding, type ManifestRound, type ManifestWindow, takeIn } from "./standing";

export type { ManifestRound, ManifestWindow } from "./standing";

/** What a round key is for: a planned round, a round added later, or a "not reflected" window. */
export type KeyPurpose = "planned" | "spare" | "window";

export type RoundKey = {
  readonly roundId: string;
  readonly purpose: KeyPurpose;
  readonly position: number;
  /** SubjectPublicKeyInfo, DER, base64url. */
  readonly publicKey: string;
};

/** Fixed before anybody enrols; hosts may tighten them, never loosen. */
export type RulesInForce = {
  readonly disclosure: "disclosure-1";
  readonly ladder: "ladder-1";
  /** Enrolled seats without which no round opens. */
  readonly minimumEnrolled: number;
  /** Days after the close of the last round after which open answers are destroyed. */
  readonly openAnswersKeptDays: number;
  /**
   * Hours by which a round is extended, once, where fewer than ten responses are in at its closing time. Absent in
   * consultations whose enrolment opened before there was such a rule: their rounds are never extended by it.
   */
  readonly extensionHours?: number;
};

/** That a round was closed unreleased, because its questionnaire had a mistake. */
export type RoundWithdrawal = {
  readonly withdrawnAt: string;
  /** What was wrong, in the hosts' words, for everybody. */
  readonly reason: string;
  /** Until when authors can read their answers back; then the box drops them. */
  readonly copiesUntil: string;
};

export type ManifestAct =
  | {
      readonly kind: "enrolmentOpened";
      readonly slug: string;
      readonly title: string;
      readonly rules: RulesInForce;
      readonly keys: readonly RoundKey[];
    }
  | {
      readonly kind: "roundOpened";
      readonly roundId: string;
      readonly number: number;
      readonly level: "expert" | "highLevel";
      /** `questionnaireBytes` under SHA-256, base64url. */
      readonly questionnaireHash: string;
      /** `paperBytes` of the discussion paper that it circulates, under SHA-256, base64url; absent where it has none. */
      readonly paperHash?: string;
      readonly opensAt: string;
      readonly closesAt: string;
    }
  | {
      readonly kind: "roundExtended";
      readonly roundId: string;
      readonly closesAt: string;
      /** By the rule of the first entry, at the closing time, and not by hosts: fewer than ten responses were in. */
      readonly byRule?: true;
    }
  | { readonly kind: "roundClosed"; readonly roundId: string; readonly closedAt: string }
  | ({ readonly kind: "roundWithdrawn"; readonly roundId: string } & RoundWithdrawal)
  | {
      readonly kind: "windowOpened";
      readonly roundId: string;
      /** 1 or 2: the position of its key among those for windows. */
      readonly number: number;
      /** As of a round; it is the one questionnaire that every window asks. */
      readonly questionnaireHash: string;
      /** `draftBytes` of the circulated draft report under SHA-256, base64url. */
      readonly draftHash: string;
      readonly opensAt: string;
      readonly closesAt: string;
    }
  | { readonly kind: "windowClosed"; readonly roundId: string; readonly closedAt: string };

export type ManifestEntry = {
  readonly version: 1;
  readonly consultationId: string;
  /** 1, 2, 3 … */
  readonly position: number;
  /** Hash of the entry before, base64url; null in the first. */
  readonly previous: string | null;
  /**
   * Hash of the last entry of the hosts' log at that moment, base64url: a log that is cut off or rewritten later is found
   * by it. Entries from before there was one lack it.
   */
  readonly auditHead?: string;
  readonly act: ManifestAct;
};

/** An entry as it travels: canonical JSON, and an Ed25519 signature in base64url. */
export type SignedEntry = { readonly payload: string; readonly signature: string };

/** Says whether the signature is the registry's over these bytes. */
export type VerifySignature = (signature: Bytes, message: Bytes) => Promise<boolean>;

/** What the registry signs for an entry. */
export const manifestSignatureBytes = (payload: string): Bytes =>
  labelled("manifest-signature", utf8(payload));

/** What is hashed for the chain, and for the fingerprint of the first entry. */
export const manifestHashBytes = (payload: string): Bytes => labelled("manifest-hash", utf8(payload));

/** What is hashed for a questionnaire, given its canonical JSON. */
export const questionnaireBytes = (canonical: string): Bytes => labelled("questionnaire", utf8(canonical));

/** What is hashed for a version of the discussion paper, given the canonical JSON of its title and blocks. */
export const paperBytes = (canonical: string): Bytes => labelled("paper", utf8(canonical));

/** What is hashed for a draft report that is circulated, given its canonical JSON. */
export const draftBytes = (canonical: string): Bytes => labelled("draft", utf8(canonical));

/** What a whole log says. */
export type Manifest = {
  readonly consultationId: string;
  readonly slug: string;
  readonly title: string;
  readonly rules: RulesInForce;
  readonly keys: readonly RoundKey[];
  readonly rounds: ReadonlyMap<string, ManifestRound>;
  /** "Not reflected" windows that have opened. */
  readonly windows: ReadonlyMap<string, ManifestWindow>;
  /** Hash of the first entry: what the six words stand for. */
  readonly firstHash: Bytes;
  /** Hash of the last entry, base64url. */
  readonly head: string;
  readonly length: number;
  /** What its entries name of the hosts' log, in their order. */
  readonly auditHeads: readonly string[];
};

/** A SHA-256 hash in base64url. */
const isHash = (value: unknown) => typeof value === "string" && value.length === 43 && isBase64Url(value);

function signatureBytes(signature: string): Bytes {
  try {
    return fromBase64Url(signature);
  } catch {
    throw broken("signature");
  }
}

/**
 * Reads a whole log and checks it: every signature, the chain of hashes, positions without a gap, keys fixed by the
 * first entry alone, rounds and windows opened once, extended only forwards (by the rule once), and closed or withdrawn once. Throws `manifest_broken`.
 */
export async function readManifest(
  log: readonly SignedEntry[],
  sha256: Sha256,
  verify: VerifySignature,
): Promise<Manifest> {
  const standing: GrowingStanding = { rounds: new Map(), windows: new Map() };
  const auditHeads: string[] = [];
  let first: {
    consultationId: string;
    act: Extract<ManifestAct, { kind: "enrolmentOpened" }>;
    hash: Bytes;
  } | null = null;
  let head: string | null = null;
  for (const [index, { payload, signature }] of log.entries()) {
    if (!(await verify(signatureBytes(signature), manifestSignatureBytes(payload))))
      throw broken("signature");
    // The registry's own signature stands over this text; a shape it never writes shows as a broken log below.
    const entry = JSON.parse(payload) as ManifestEntry;
    if (entry.version !== 1 || entry.position !== index + 1 || entry.previous !== head) throw broken("chain");
    if (entry.auditHead !== undefined) {
      if (!isHash(entry.auditHead)) throw broken("audit head");
      auditHeads.push(entry.auditHead);
    }
    const hash = await sha256(manifestHashBytes(payload));
    if (first === null) {
      if (entry.act.kind !== "enrolmentOpened") throw broken("first entry");
      first = { consultationId: entry.consultationId, act: entry.act, hash };
    } else {
      if (entry.consultationId !== first.consultationId) throw broken("consultation");
      takeIn(standing, first.act, entry.act);
    }
    head = toBase64Url(hash);
  }
  if (first === null || head === null) throw broken("empty");
  const { slug, title, rules, keys } = first.act;
  return {
    consultationId: first.consultationId,
    slug,
    title,
    rules,
    keys,
    ...standing,
    firstHash: first.hash,
    head,
    length: log.length,
    auditHeads,
  };
}
