import { z } from "zod";

/** The most that one version holds. A paper of so many characters has some forty pages. */
export const MOST = { characters: 100_000, blocks: 500, paragraph: 8_000 } as const;

/** Where a link of a paper may lead: to the web or to an address for mail, and nowhere that runs anything. */
export const SAFE_ADDRESS = /^(?:https?:\/\/|mailto:)[^\s<>\\]{1,1990}$/i;

/** Letters that look alike: all emphasised, or all of one link. Never HTML. */
export type Run = {
  readonly text: string;
  readonly strong?: true;
  readonly emphasis?: true;
  /** Where they lead; always a `SAFE_ADDRESS`. */
  readonly address?: string;
};

type Heading = {
  readonly id: string;
  readonly kind: "heading";
  readonly level: 1 | 2 | 3;
  readonly text: string;
};

export type Paragraph = {
  readonly id: string;
  readonly kind: "paragraph";
  readonly runs: readonly Run[];
  /** The entries of a list under it. */
  readonly items: readonly (readonly Run[])[];
};

/** A heading, or a paragraph that bears a number. Its id stays with it from version to version. */
export type Block = Heading | Paragraph;

/** One version of a discussion paper, as data. */
export type Paper = { readonly title: string; readonly blocks: readonly Block[] };

/** Why a paragraph changed: the findings that moved it, by their keys, and a sentence. */
export const reasonSchema = z.object({
  findings: z.array(z.string().max(400)).max(40),
  sentence: z.string().max(1_000),
});
export type Reason = z.infer<typeof reasonSchema>;

/** Reasons by the id of the paragraph or heading that changed, was added or left out. */
export type Reasons = Readonly<Record<string, Reason>>;
