import { connectRegistry } from "@/db/connect";
import { consultations, editions } from "@/db/registry/schema";
import { richEdition } from "@/tests/support/rich-edition";

/** What follows a report's address, and how the bytes of each file begin. */
const FILES = [
  [".pdf", "%PDF-"],
  ["/letter.pdf", "%PDF-"],
  [".docx", "PK"],
  ["/letter.docx", "PK"],
  [".xlsx", "PK"],
  [".zip", "PK"],
  [".csv", ""],
  [".md", ""],
] as const;

/** A report made for the purpose, published in the registry at `url`; its slug. */
async function published(url: string): Promise<string> {
  const { report, letter, hash, kind, number } = await richEdition();
  const { db, end } = connectRegistry(url);
  const slug = "of-the-image";
  const [consultation] = await db
    .insert(consultations)
    .values({ slug, title: report.title, subject: "Files", rule: "Chatham House Rule", simulated: true })
    .returning();
  if (consultation === undefined) throw new Error("no consultation");
  const edition = { consultationId: consultation.id, number, kind, document: report, letter, hash };
  await db.insert(editions).values({ ...edition, publishedAt: new Date() });
  await end();
  return slug;
}

/** Bytes of each file of a report, served from the image's folder: fonts, templates and native programs are all there. */
export async function servedFiles(baseUrl: string, registryUrl: string): Promise<Record<string, number>> {
  const address = `${baseUrl}/reports/${await published(registryUrl)}`;
  const sizes: Record<string, number> = {};
  for (const [ending, beginning] of FILES) {
    const response = await fetch(`${address}${ending}`);
    const bytes = Buffer.from(await response.arrayBuffer());
    if (!response.ok || !bytes.subarray(0, 8).toString("latin1").includes(beginning))
      throw new Error(
        `${ending} was answered with ${response.status} and ${bytes.length} bytes of another kind.`,
      );
    sizes[ending] = bytes.length;
  }
  return sizes;
}
