import type { ReleasedText } from "@/domain/disclosure/release";
import type { Basis, Place } from "./basis";

/** Open answers, counted; n is how many there are. */
export type TextFinding = Basis & { readonly kind: "text" };

export function textFinding({ answered, unanswered }: ReleasedText, place: Place): TextFinding {
  return { ...place, kind: "text", safeguards: [], n: answered, noPosition: 0, unanswered };
}
