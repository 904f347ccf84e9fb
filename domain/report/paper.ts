import type { Message } from "@/domain/findings/message";
import { type BlockChange, changedId, changesBetween, isChange } from "@/domain/paper/changes";
import { type Paper, plainText, type Reasons } from "@/domain/paper/paper";
import type { Piece, WordChange } from "@/domain/paper/words";
import { type ReportTable, type Section, sentencesOf, type Wording } from "./document";
import type { Evidence } from "./evidence";

/** A version of the discussion paper that a round has circulated. */
export type PaperVersion = Paper & {
  readonly number: number;
  /** Numbers of the rounds that circulated it, the first round first. */
  readonly rounds: readonly number[];
  /** Why what changed since the version before it did. */
  readonly reasons: Reasons;
};

/** What a report says of the discussion paper, the first version first. */
export type PaperFacts = { readonly versions: readonly PaperVersion[] };

/** What the part on the paper is made from: `evidence` are the findings of the rounds that the report tells of. */
type PaperPart = {
  readonly slug: string;
  readonly papers: PaperFacts;
  readonly evidence: readonly Evidence[];
};

/** More changed passages than this are not read one by one. */
const MOST_PASSAGES = 12;

const message = (key: string, values: Message["values"] = {}): Message => ({
  key: `paperReport.${key}`,
  values,
});

/** What became of the discussion paper: where its versions are read, and for each later one what was heard and changed. */
export function paperSections({ slug, papers, evidence }: PaperPart): Section[] {
  const { versions } = papers;
  if (versions.length === 0) return [];
  const known = new Map(evidence.map((one) => [one.key, one]));
  const tables = versions.slice(1).flatMap((later, index) => {
    const earlier = versions[index];
    return earlier === undefined ? [] : [changesTable(earlier, later, known)];
  });
  return [
    {
      id: "paper",
      heading: message("heading"),
      level: 2,
      blocks: [
        { kind: "paragraph", sentences: [message("opening", { count: versions.length })] },
        {
          kind: "list",
          entries: versions.map(({ number, title, rounds }) =>
            message("version", {
              number,
              title,
              count: rounds.length,
              rounds: rounds.join(", "),
              address: `/c/${slug}/paper/${number}`,
            }),
          ),
        },
        ...(tables.length > 0
          ? [{ kind: "paragraph", sentences: [message("signs"), message("named")] } as const]
          : []),
        ...tables.map((table) => ({ kind: "table", table }) as const),
      ],
    },
  ];
}

function changesTable(
  earlier: PaperVersion,
  later: PaperVersion,
  known: ReadonlyMap<string, Evidence>,
): ReportTable {
  const changes = changesBetween(earlier, later).filter(
    (change) => isChange(change) && numberOf(change) !== null,
  );
  return {
    id: `paper-${later.number}-changes`,
    of: "words",
    caption: message("changes", { before: earlier.number, after: later.number, count: changes.length }),
    columns: [message("columns.paragraph"), message("columns.heard"), message("columns.changed")],
    rows: changes.flatMap((change) => rowsOf(change, later, known)),
  };
}

const numberOf = (change: BlockChange): number | null =>
  change.kind === "removed" ? change.before.number : change.after.number;

/** One row for each finding that moved a paragraph; the first says what changed. */
function rowsOf(change: BlockChange, { reasons }: PaperVersion, known: ReadonlyMap<string, Evidence>) {
  const { findings, sentence } = reasons[changedId(change)] ?? { findings: [], sentence: "" };
  const heard = findings.flatMap((key) => known.get(key) ?? []).map(heardIn);
  const first: Wording = heard[0] ?? message("noFinding");
  const number = numberOf(change) ?? 0;
  return [
    { heading: rowHeading(change), cells: [first, whatChanged(change, sentence)] },
    ...heard.slice(1).map((wording, index) => ({
      heading: message("rows.further", { number, kind: change.kind, place: index + 2 }),
      cells: [wording, message("asAbove")],
    })),
  ];
}

/** What was heard, as the finding says it; what its block says otherwise goes by what it is about. */
function heardIn({ block, about }: Evidence): Wording {
  return (block.kind === "finding" ? sentencesOf(block)[0] : undefined) ?? about;
}

function rowHeading(change: BlockChange): Message {
  if (change.kind === "removed") return message("rows.removed", { before: change.before.number ?? 0 });
  const after = change.after.number ?? 0;
  if (change.kind === "added") return message("rows.added", { after });
  const before = change.before.number ?? 0;
  return message(before === after ? "rows.same" : "rows.renumbered", { before, after });
}

function whatChanged(change: BlockChange, sentence: string): Message {
  const said = { sentence, said: sentence === "" ? "no" : "yes" };
  if (change.kind === "removed")
    return message("changed.removed", { words: quoted(plainText(change.before.block)), ...said });
  if (change.kind === "added")
    return message("changed.added", { words: quoted(plainText(change.after.block)), ...said });
  if (change.kind === "kept") return message("changed.moved", { words: "", ...said });
  const passages = passagesOf(change.words);
  return passages.length === 0 || passages.length > MOST_PASSAGES
    ? message("changed.rewritten", { words: quoted(plainText(change.after.block)), ...said })
    : message("changed.reworded", { words: passages.join("; "), ...said });
}

const quoted = (text: string): string => `“${text.replace(/\s+/g, " ").trim()}”`;

const textOf = (pieces: readonly Piece[]): string =>
  pieces.map((piece) => ("item" in piece ? " " : piece.text)).join("");

/** The changed passages: an arrow between what stood and what stands, a plus or a minus before what has no counterpart. */
function passagesOf(words: readonly WordChange[]): string[] {
  return words.flatMap(({ change, pieces }, index) => {
    const [before, next] = [words[index - 1], words[index + 1]];
    if (change === "removed")
      return next?.change === "added"
        ? [`${quoted(textOf(pieces))} → ${quoted(textOf(next.pieces))}`]
        : [`− ${quoted(textOf(pieces))}`];
    return change === "added" && before?.change !== "removed" ? [`+ ${quoted(textOf(pieces))}`] : [];
  });
}
