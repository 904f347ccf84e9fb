import type { Finding } from "@/domain/findings/finding";
import type { Message } from "@/domain/findings/message";
import { sentenceMessages } from "@/domain/findings/sentence";
import type { Bars } from "./chart";
import type { Slope } from "./slope";

/** A moment, to be printed in the time zone of its round. */
export type Instant = { readonly instant: string; readonly timeZone: string };

/** The hosts' own words, a message to be worded, or a moment to be printed. */
export type Wording = string | Message | Instant;

export type ReportTable = {
  readonly id: string;
  /** Figures stand at the end of their cells, words at the start. */
  readonly of: "figures" | "words";
  readonly caption: Wording;
  /** Heads of the columns, that of the row headings first. */
  readonly columns: readonly Wording[];
  readonly rows: readonly {
    readonly heading: Wording;
    readonly cells: readonly Wording[];
    /** Its one cell belongs to no column, and reaches over all of them. */
    readonly across?: true;
  }[];
};

/** A finding, in the words that its figures gave it or in those that the chair chose. */
export type FindingBlock = {
  readonly kind: "finding";
  readonly finding: Finding;
  /** Present where the chair chose other words than those drafted. */
  readonly sentences?: readonly Message[];
};

/** What a finding says, whoever chose its words: every form of the report takes them from here. */
export const sentencesOf = ({ finding, sentences }: FindingBlock): readonly Message[] =>
  sentences ?? sentenceMessages(finding);

export type Block =
  /** Whole sentences, one after another. */
  | { readonly kind: "paragraph"; readonly sentences: readonly Message[] }
  | { readonly kind: "agendaQuestion"; readonly text: string; readonly attribution: string | null }
  /** What an item asks, above its findings. */
  | { readonly kind: "item"; readonly prompt: string }
  | FindingBlock
  | { readonly kind: "list"; readonly entries: readonly Wording[] }
  /** A diverging bar per statement; the table that follows gives the same figures. */
  | { readonly kind: "figure"; readonly caption: Wording; readonly bars: Bars }
  /** Shares in two rounds joined by lines; the table that follows gives the same figures. */
  | { readonly kind: "slope"; readonly caption: Wording; readonly slope: Slope }
  | { readonly kind: "table"; readonly table: ReportTable };

/** Where a published report stands, apart from what it says. */
export type Publication = {
  /** ISO 8601. */
  readonly publishedAt: string;
  /** The address at which everybody reads it. */
  readonly address: string;
};

export type Section = {
  readonly id: string;
  readonly heading: Wording;
  /** 2 for a part of the report, 3 for a part of a part. */
  readonly level: 2 | 3;
  readonly blocks: readonly Block[];
};

/** A report as data: the page, the Markdown and every other form are made from this alone. Plain JSON. */
export type Report = {
  readonly title: string;
  readonly subject: string;
  readonly coHosts: readonly string[];
  /** Numbers of the rounds that it reports, the first round first. */
  readonly rounds: readonly number[];
  /** Where its publication is dated: the time zone of the last of these rounds. */
  readonly timeZone: string;
  readonly simulated: boolean;
  readonly sections: readonly Section[];
};
