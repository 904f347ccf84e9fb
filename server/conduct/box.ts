import "server-only";
import type { SignedEntry } from "@/domain/anonymity/manifest";
import type { Questionnaire } from "@/domain/questionnaire/questionnaire";
import { Refusal } from "@/domain/refusal";

/** What is pushed for one entry; the questionnaire goes along when a round opens. */
type PushedEntry = SignedEntry & { readonly questionnaire: Questionnaire | null };

/** The way to the ballot box. It resolves once the box has acknowledged; otherwise it throws `box_unreachable`. */
export type BallotBox = { readonly accept: (entry: PushedEntry) => Promise<void> };

/** The box behind an address, spoken to as anybody would: the entry's signature is what it trusts. */
export function ballotBoxAt(baseUrl: string): BallotBox {
  return {
    accept: async (entry) => {
      const response = await fetch(new URL("/api/ballot/acceptEntry", baseUrl), {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(entry),
        signal: AbortSignal.timeout(15_000),
      }).catch(() => null);
      if (response === null || !response.ok) throw new Refusal("box_unreachable");
    },
  };
}
