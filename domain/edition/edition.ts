import type { Letter } from "@/domain/letter/letter";
import type { Publication, Report } from "@/domain/report/document";

/** Whether rounds are still to come. */
export type EditionKind = "interim" | "final";

/** One published version of a consultation's report, with all that its files say of it. Plain JSON. */
export type Edition = Publication & {
  readonly slug: string;
  /** 1, 2, 3 … in the order of publication. */
  readonly number: number;
  readonly kind: EditionKind;
  readonly report: Report;
  /** Null where none was signed with it. */
  readonly letter: Letter | null;
  /** SHA-256 over the canonical JSON of report and letter, in hexadecimal: what was signed. Null before editions were. */
  readonly hash: string | null;
  /** The co-hosting missions that signed, with the moment, ISO 8601. */
  readonly signatures: readonly { readonly mission: string; readonly signedAt: string }[];
  /** What was wrong in the edition before, where this one corrects it. */
  readonly corrigendum: string | null;
  readonly withdrawal: { readonly withdrawnAt: string; readonly reason: string } | null;
};
