import "server-only";
import { z } from "zod";
import type { SignedEntry } from "@/domain/anonymity/manifest";
import type { Questionnaire } from "@/domain/questionnaire/questionnaire";
import { Refusal } from "@/domain/refusal";

/** What is pushed for one entry; the questionnaire goes along when a round opens. */
type PushedEntry = SignedEntry & { readonly questionnaire: Questionnaire | null };

/** The way to the ballot box. Each call throws `box_unreachable` where the box does not do it. */
export type BallotBox = {
  /** Resolves once the box has acknowledged the entry. */
  readonly accept: (entry: PushedEntry) => Promise<void>;
  /** Every leaf of an item of a round that has been counted, in base64url, as anybody may read them. */
  readonly leaves: (roundId: string, itemId: string) => Promise<readonly string[]>;
};

async function posted(url: URL, body: unknown): Promise<Response> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(15_000),
  }).catch(() => null);
  if (response === null || !response.ok) throw new Refusal("box_unreachable");
  return response;
}

/** The box behind an address, spoken to as anybody would: the entry's signature is what it trusts. */
export function ballotBoxAt(baseUrl: string): BallotBox {
  const at = (path: string) => new URL(`/api/ballot/${path}`, baseUrl);
  return {
    accept: async (entry) => void (await posted(at("acceptEntry"), entry)),
    leaves: async (roundId, itemId) => {
      const response = await posted(at("leaves"), { roundId, itemId });
      const reply = z
        .object({ result: z.object({ data: z.object({ leaves: z.array(z.string()) }) }) })
        .safeParse(await response.json().catch(() => null));
      if (!reply.success) throw new Refusal("box_unreachable");
      return reply.data.result.data.leaves;
    },
  };
}
