import MarkdownIt from "markdown-it";
import { Drafting, type DraftPaper } from "./drafting";
import type { Run } from "./shapes";

/** CommonMark with tables; HTML in it is text like any other, and what could run something is no link. */
const parser = new MarkdownIt({ html: false, linkify: false, typographer: false, maxNesting: 20 });

type Token = ReturnType<typeof parser.parse>[number];

/** The letters of one line with their marks. */
function runsOf(children: readonly Token[], drafting: Drafting): Run[] {
  let [strong, emphasis] = [0, 0];
  let address: string | null = null;
  const runs: Run[] = [];
  const say = (text: string) =>
    runs.push({
      text,
      ...(strong > 0 && { strong: true as const }),
      ...(emphasis > 0 && { emphasis: true as const }),
      ...(address !== null && { address }),
    });
  for (const token of children) {
    if (token.type === "strong_open") strong += 1;
    else if (token.type === "strong_close") strong -= 1;
    else if (token.type === "em_open") emphasis += 1;
    else if (token.type === "em_close") emphasis -= 1;
    else if (token.type === "link_open") address = String(token.attrGet("href") ?? "");
    else if (token.type === "link_close") address = null;
    else if (token.type === "image") drafting.picture();
    else if (token.type === "softbreak" || token.type === "hardbreak") say(" ");
    else say(token.content);
  }
  return runs;
}

/** Where in a document its reader stands. */
type Place = {
  /** Lists within one another, the outermost first; true for a numbered one. */
  readonly lists: boolean[];
  heading: number;
  /** The words of a table so far; null outside of one. */
  table: string | null;
};

/** Entries of a numbered list are paragraphs, which get their numbers here; all others belong to the paragraph before. */
function line(place: Place, runs: Run[], drafting: Drafting): void {
  const { lists } = place;
  const [outermost] = lists;
  if (place.heading > 0) drafting.heading(place.heading, runs);
  else if (lists.length === 0 || (lists.length === 1 && outermost)) drafting.paragraph(runs);
  else drafting.item(runs, lists.length > (outermost ? 2 : 1));
}

/**
 * Reads a paper from Markdown: its title is a first heading of level 1. Numbers written before paragraphs are left to the
 * paper, which gives its own.
 */
export function paperFromMarkdown(markdown: string): DraftPaper {
  const drafting = new Drafting();
  const place: Place = { lists: [], heading: 0, table: null };
  for (const token of parser.parse(markdown, {})) {
    if (token.type === "ordered_list_open") place.lists.push(true);
    else if (token.type === "bullet_list_open") place.lists.push(false);
    else if (token.type === "ordered_list_close" || token.type === "bullet_list_close") place.lists.pop();
    else if (token.type === "heading_open") place.heading = Number(token.tag.slice(1));
    else if (token.type === "heading_close") place.heading = 0;
    else if (token.type === "table_open") place.table = "";
    else if (token.type === "table_close") {
      drafting.table(place.table ?? "");
      place.table = null;
    } else if (token.type === "fence" || token.type === "code_block")
      line(place, [{ text: token.content }], drafting);
    else if (token.type === "inline" && place.table !== null) place.table += `${token.content} `;
    else if (token.type === "inline") line(place, runsOf(token.children ?? [], drafting), drafting);
  }
  return drafting.finished();
}
