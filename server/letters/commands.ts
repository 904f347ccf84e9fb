import "server-only";
import { and, eq } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { reportDrafts } from "@/db/registry/schema";
import type { Actor } from "@/domain/consultation/access";
import { letterWordIssues } from "@/domain/edition/circulated-words";
import type { Letter } from "@/domain/letter/letter";
import { Refusal } from "@/domain/refusal";
import { audit } from "@/server/audit";
import { givenWords } from "@/server/editions/given-words";
import { haveDraft } from "@/server/summaries/commands";
import { sentenceOfIssue } from "@/server/words";

type Saved = { readonly consultationId: string; readonly version: number; readonly letter: Letter };

/**
 * Saves a letter over the version that was edited, whatever it still lacks: it is signed once it lacks nothing. Throws
 * `not_found`, `letter_to_mend` where its words say what no figure shows, and `letter_changed` where somebody else has saved since.
 */
export async function saveLetter(
  db: RegistryDatabase,
  { consultationId, version: over, letter }: Saved,
  { actor, now }: { readonly actor: Actor; readonly now: Date },
): Promise<{ version: number }> {
  const version = over + 1;
  return db.transaction(async (tx) => {
    await haveDraft(tx, consultationId);
    const issues = letterWordIssues(letter, await givenWords(tx, consultationId));
    if (issues.length > 0)
      throw new Refusal("letter_to_mend", { issues: issues.map(sentenceOfIssue).join(" ") });
    const [saved] = await tx
      .update(reportDrafts)
      .set({ letter, letterVersion: version })
      .where(and(eq(reportDrafts.consultationId, consultationId), eq(reportDrafts.letterVersion, over)))
      .returning({ version: reportDrafts.letterVersion });
    if (saved === undefined) throw new Refusal("letter_changed");
    await audit(tx, {
      consultationId,
      personId: actor.personId,
      act: "letter saved",
      detail: { version },
      at: now,
    });
    return { version };
  });
}
