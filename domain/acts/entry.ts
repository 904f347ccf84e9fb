import { type Bytes, canonicalJson, labelled, utf8 } from "@/domain/anonymity/encoding";

/** An act of a host or rapporteur, as it stands in the log of its consultation or in the one for acts of none. */
export type LoggedAct = {
  readonly consultationId: string | null;
  /** 1, 2, 3 … within its log. */
  readonly position: number;
  /** Null for an act of the command line. */
  readonly personId: string | null;
  readonly act: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly at: Date;
};

/** What is hashed for an entry that follows the one whose hash (base64url) is `previous`; null in the first. */
export function actBytes(
  { consultationId, position, personId, act, detail, at }: LoggedAct,
  previous: string | null,
): Bytes {
  const entry = {
    version: 1,
    consultationId,
    position,
    personId,
    act,
    detail,
    at: at.toISOString(),
    previous,
  };
  return labelled("audit-entry", utf8(canonicalJson(entry)));
}
