import { Parser } from "htmlparser2";
import { Drafting, type DraftPaper } from "./drafting";
import type { Run } from "./shapes";

/** Marks where the words of a footnote are put in. No document holds this character. */
const NOTE = "\u0001";

const isNote = (name: string | undefined) => name !== undefined && /^#?(?:foot|end)note-(?!ref)/.test(name);

/** Where in a document its reader stands. */
class Reading {
  readonly drafting = new Drafting();
  /** The words of footnotes, by id. */
  readonly notes = new Map<string, string>();
  /** Lines wait until all footnotes are known, which stand last. */
  private readonly lines: { readonly runs: Run[]; readonly take: (runs: Run[]) => void }[] = [];
  private readonly lists: boolean[] = [];
  private runs: Run[] = [];
  private readonly open = { strong: 0, em: 0, table: 0 };
  private heading = 0;
  private tableWords = "";
  private address: string | null = null;
  private note: string | null = null;
  /** What is in a reference to a footnote is its mark, which the footnote's words replace. */
  private inReference = false;

  opens(tag: string, attributes: Readonly<Record<string, string>>): void {
    if (/^(?:p|li|h[1-6]|table)$/.test(tag)) this.ends();
    if (/^h[1-6]$/.test(tag)) this.heading = Number(tag.slice(1));
    if (tag === "ol" || tag === "ul") this.lists.push(tag === "ol");
    if (tag === "li" && isNote(attributes.id)) this.note = attributes.id ?? null;
    if (tag === "strong" || tag === "em" || tag === "table") this.open[tag] += 1;
    if (tag === "img" && this.open.table === 0) this.drafting.picture();
    if (tag === "br") this.says(" ");
    if (tag === "a") this.link(attributes.href ?? "");
  }

  private link(href: string): void {
    this.inReference = href.startsWith("#");
    if (isNote(href)) this.says(`${NOTE}${href.slice(1)}${NOTE}`, true);
    this.address = this.inReference ? null : href;
  }

  says(text: string, reference = false): void {
    if (this.inReference && !reference) return;
    if (this.open.table > 0) this.tableWords += text;
    else if (this.note !== null) this.notes.set(this.note, `${this.notes.get(this.note) ?? ""}${text}`);
    else
      this.runs.push({
        text,
        ...(this.open.strong > 0 && { strong: true as const }),
        ...(this.open.em > 0 && { emphasis: true as const }),
        ...(this.address !== null && { address: this.address }),
      });
  }

  closes(tag: string): void {
    if (/^(?:p|li|h[1-6])$/.test(tag)) this.ends();
    if (/^h[1-6]$/.test(tag)) this.heading = 0;
    if (tag === "ol" || tag === "ul") this.lists.pop();
    if (tag === "li") this.note = null;
    if (tag === "td" || tag === "th") this.says(" ");
    if (tag === "strong" || tag === "em" || tag === "table") this.open[tag] -= 1;
    if (tag === "a") [this.address, this.inReference] = [null, false];
    if (tag === "table" && this.open.table === 0) {
      this.drafting.table(this.tableWords);
      this.tableWords = "";
    }
  }

  /** Ends a line: a heading, a paragraph, or the entry of a list. */
  private ends(): void {
    const { runs, heading, drafting } = this;
    const [outermost] = this.lists;
    const depth = this.lists.length;
    this.runs = [];
    if (runs.length === 0) return;
    const take = (read: Run[]) => {
      if (heading > 0) drafting.heading(heading, read);
      else if (depth === 0 || (depth === 1 && outermost)) drafting.paragraph(read);
      else drafting.item(read, depth > (outermost ? 2 : 1));
    };
    this.lines.push({ runs, take });
  }

  finished(): DraftPaper {
    this.ends();
    for (const { runs, take } of this.lines) take(runs.map((run) => this.withNotes(run)));
    return this.drafting.finished();
  }

  private withNotes(run: Run): Run {
    if (!run.text.includes(NOTE)) return run;
    this.drafting.footnote();
    const words = (this.notes.get(run.text.replaceAll(NOTE, "")) ?? "").trim();
    return { text: words === "" ? "" : ` [${words}]` };
  }
}

/**
 * Reads a paper from the plain HTML that a document was turned into: headings, paragraphs, lists, emphasis and links are
 * taken, numbered entries as paragraphs, a footnote in brackets where its mark stood. Nothing else of HTML is known here.
 */
export function paperFromHtml(html: string): DraftPaper {
  const reading = new Reading();
  const parser = new Parser({
    onopentag: (tag, attributes) => reading.opens(tag, attributes),
    ontext: (text) => reading.says(text),
    onclosetag: (tag) => reading.closes(tag),
  });
  parser.end(html);
  return reading.finished();
}
