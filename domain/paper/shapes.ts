import { z } from "zod";
import { idSchema } from "@/domain/questionnaire/shapes/label";

/** The most that one version holds. A paper of so many characters has some forty pages. */
export const MOST = { characters: 100_000, blocks: 500, paragraph: 8_000 } as const;

/** Where a link of a paper may lead: to the web or to an address for mail, and nowhere that runs anything. */
export const SAFE_ADDRESS = /^(?:https?:\/\/|mailto:)[^\s<>\\]{1,1990}$/i;

const runSchema = z.object({
  text: z.string(),
  strong: z.literal(true).exactOptional(),
  emphasis: z.literal(true).exactOptional(),
  address: z.string().regex(SAFE_ADDRESS).exactOptional(),
});
/** Letters that look alike: all emphasised, or all of one link. Never HTML. */
export type Run = z.infer<typeof runSchema>;

const headingSchema = z.object({
  id: idSchema,
  kind: z.literal("heading"),
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  text: z.string(),
});
const paragraphSchema = z.object({
  id: idSchema,
  kind: z.literal("paragraph"),
  runs: z.array(runSchema),
  /** The entries of a list under it. */
  items: z.array(z.array(runSchema)),
});
export type Paragraph = z.infer<typeof paragraphSchema>;

const blockSchema = z.discriminatedUnion("kind", [headingSchema, paragraphSchema]);
/** A heading, or a paragraph that bears a number. Its id stays with it from version to version. */
export type Block = z.infer<typeof blockSchema>;

/** One version of a discussion paper, as data. */
export const paperSchema = z.object({ title: z.string(), blocks: z.array(blockSchema) });
export type Paper = z.infer<typeof paperSchema>;

/** Why a paragraph changed: the findings that moved it, by their keys, and a sentence. */
export const reasonSchema = z.object({
  findings: z.array(z.string().max(400)).max(40),
  sentence: z.string().max(1_000),
});
export type Reason = z.infer<typeof reasonSchema>;

/** Reasons by the id of the paragraph or heading that changed, was added or left out. */
export type Reasons = Readonly<Record<string, Reason>>;
