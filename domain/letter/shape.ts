import { z } from "zod";
import type { Letter } from "./letter";

const line = z.string().max(300);

/** A letter as its form holds it; `letterIssues` says what it still lacks. */
export const letterSchema: z.ZodType<Letter, Letter> = z.object({
  addressee: z.array(line).max(8),
  reference: z.string().max(80),
  date: z.union([z.iso.date(), z.literal("")]),
  place: z.string().max(120),
  subject: z.string().max(600),
  agendaItem: z.string().max(200),
  salutation: z.string().max(120),
  paragraphs: z.array(z.string().max(4_000)).max(24),
  closing: z.string().max(600),
  signatories: z.array(z.object({ name: line, title: line, mission: line })).max(24),
  annex: z.string().max(600),
});

/** The letter without the blank lines and paragraphs that a form has while it is typed in. */
export function tidied(letter: Letter): Letter {
  const kept = (parts: readonly string[]) => parts.map((part) => part.trim()).filter((part) => part !== "");
  return { ...letter, addressee: kept(letter.addressee), paragraphs: kept(letter.paragraphs) };
}
