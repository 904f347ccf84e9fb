import "server-only";
import type { RegistryDatabase } from "@/db/registry/client";
import { plainText } from "@/domain/mail/written";
import { words } from "@/server/words";
import { composed, type Mailing } from "./composed";

/** A mail as a seat would get it now, with places where its own delegation and link stand. Nothing is sent or minted. */
export async function previewOf(
  db: RegistryDatabase,
  mailing: Mailing,
  publicUrl: string,
): Promise<{ subject: string; text: string }> {
  const addressee = { delegation: words("mailing.anyDelegation"), link: words("mailing.anyLink") };
  const written = await composed(db, mailing, addressee, publicUrl);
  return { subject: written.subject, text: plainText(written) };
}
