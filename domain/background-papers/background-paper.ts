import { z } from "zod";
import type { Issue } from "@/domain/issue";

/** Most background papers of one round: more than delegations read, and the bound of what an instance has to keep. */
export const MOST_PAPERS = 12;

/** Bytes that a file may have: twenty megabytes, in whichever way a system counts them. */
export const MOST_FILE_BYTES = 20 * 1_048_576;

/** What a file can be, by its content, with what follows its name and how its bytes are announced. */
export const FORMATS = {
  pdf: { extension: "pdf", contentType: "application/pdf" },
  docx: {
    extension: "docx",
    contentType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  },
  markdown: { extension: "md", contentType: "text/markdown; charset=utf-8" },
} as const;
export type FileFormat = keyof typeof FORMATS;

/** The languages that a paper can be said to be in: the six official ones, or another. */
export const LANGUAGES = ["ar", "zh", "en", "fr", "ru", "es", "other"] as const;
export type PaperLanguage = (typeof LANGUAGES)[number];

export const describedSchema = z.object({ title: z.string().max(200), language: z.enum(LANGUAGES) });
/** What hosts say of a paper. */
export type Described = z.infer<typeof describedSchema>;

/** A background paper as everybody may read of it. */
export type BackgroundPaper = Described & {
  readonly id: string;
  readonly format: FileFormat;
  /** Bytes. */
  readonly size: number;
  /** SHA-256 of the file, in hexadecimal. */
  readonly sha256: string;
  /** When and why the hosts withdrew it after its round had opened; its file is gone then. */
  readonly withdrawn: { readonly at: string; readonly reason: string } | null;
};

/** What keeps a paper from being described so. */
export const describedIssues = ({ title }: Described): Issue[] =>
  title.trim() === "" ? [{ code: "background_title_missing", at: "title" }] : [];

/** Where a paper's file is fetched: the same address for everybody, with nothing of who asks in it. */
export const addressOfPaper = (slug: string, { id }: { readonly id: string }): string =>
  `/c/${slug}/background/${id}`;

/** A name for the file on whoever's device: letters, digits and hyphens of its title, and what its content is. */
export function fileNameOf({ title, format }: Pick<BackgroundPaper, "title" | "format">): string {
  const kept = title.normalize("NFC").replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, "-");
  const name = Array.from(kept.replaceAll(/^-+|-+$/g, ""))
    .slice(0, 80)
    .join("");
  return `${name === "" ? "background-paper" : name}.${FORMATS[format].extension}`;
}
