import { isRecurringConcern, themePhrase } from "@/domain/consensus/ladder/theme";
import type { ThemeRelease } from "@/domain/disclosure/release";
import { leastOf, type ShownTheme } from "@/domain/disclosure/themes";
import type { Message } from "@/domain/findings/message";
import { folded } from "@/domain/themes/words";
import type { Block, ReportTable } from "./document";
import type { Evidence } from "./evidence";
import { floorBlocks } from "./floor";

const message = (key: string, values: Message["values"] = {}): Message => ({ key, values });

/** The themes of one item in one round, as the report needs them. */
export type ItemThemes = {
  /** The number of its round. */
  readonly round: number;
  readonly agendaQuestionId: string;
  readonly itemId: string;
  readonly prompt: string;
  readonly release: ThemeRelease;
};

/** A wording ends a sentence here, which has its own full stop. */
const within = (wording: string) => wording.replace(/[.。\s]+$/u, "");

function themeSentence(theme: ShownTheme, answered: number): Message {
  const phrase = themePhrase(leastOf(theme), answered);
  return message(`themeReport.phrases.${phrase}`, { theme: within(theme.wording) });
}

/** Numbers of the earlier rounds in which the same theme, under the same wording, was raised often too. */
function recurredIn(theme: ShownTheme, answered: number, earlier: readonly ItemThemes[]): number[] {
  const now = { count: leastOf(theme), answered };
  return earlier.flatMap(({ round, release: { table } }) => {
    if (table.kind === "tooFew") return [];
    const same = table.themes.find(({ wording }) => folded(wording) === folded(theme.wording));
    if (same === undefined) return [];
    const before = { count: leastOf(same), answered: table.answered };
    return isRecurringConcern([now, before]) ? [round] : [];
  });
}

/** What a report says of one theme: its phrase, and that it is a recurring concern where it is. */
function themeBlock(theme: ShownTheme, answered: number, earlier: readonly ItemThemes[]): Block {
  const rounds = recurredIn(theme, answered, earlier);
  const recurring = message("themeReport.recurring", { count: rounds.length, rounds: rounds.join(", ") });
  return {
    kind: "paragraph",
    sentences: [themeSentence(theme, answered), ...(rounds.length === 0 ? [] : [recurring])],
  };
}

function themesTable({ round, itemId, prompt }: ItemThemes, themes: readonly ShownTheme[], answered: number) {
  const columns = ["theme", "raised", "answered"];
  const table: ReportTable = {
    id: `round-${round}-${itemId}-themes`,
    of: "figures",
    caption: message("themeReport.caption", { prompt }),
    columns: columns.map((name) => message(`themeReport.columns.${name}`)),
    rows: themes.map(({ wording, raised }) => ({
      heading: wording,
      cells: [
        raised.kind === "count"
          ? message("findings.cells.count", { count: raised.count })
          : message("themeReport.nearlyAll"),
        message("findings.cells.count", { count: answered }),
      ],
    })),
  };
  return { kind: "table", table } satisfies Block;
}

/**
 * What a report says of the open answers to one item: how many there are, a sentence for each theme, that others were
 * raised by one or two, and the counts; then, apart, what was noted from the floor. `earlier` are the themes of the same
 * item in earlier rounds.
 */
export const themeBlocks = (item: ItemThemes, earlier: readonly ItemThemes[]): Block[] => [
  ...answeredBlocks(item, earlier),
  ...floorBlocks(item),
];

function answeredBlocks(item: ItemThemes, earlier: readonly ItemThemes[]): Block[] {
  const { table } = item.release;
  const { answered } = table;
  const paragraph = (...sentences: Message[]): Block => ({ kind: "paragraph", sentences });
  if (table.kind === "tooFew") return [paragraph(message("themeReport.tooFew", { answered }))];
  const { themes, pooled } = table;
  const rest = pooled
    ? [paragraph(message("themeReport.pooled", { alone: themes.length === 0 ? "yes" : "no" }))]
    : [];
  const none = themes.length === 0 && !pooled ? [message("themeReport.none")] : [];
  return [
    paragraph(message("themeReport.basis", { answered }), ...none),
    ...themes.map((theme) => themeBlock(theme, answered, earlier)),
    ...rest,
    ...(themes.length === 0 ? [] : [themesTable(item, themes, answered)]),
  ];
}

/** Every shown theme as evidence that a summary or a changed paragraph can point at. */
export function themeEvidence(items: readonly ItemThemes[]): Evidence[] {
  return items.flatMap(({ round, agendaQuestionId, itemId, prompt, release: { table } }) => {
    if (table.kind === "tooFew") return [];
    return table.themes.map(
      (theme): Evidence => ({
        key: `theme/${round}/${itemId}/${theme.id}`,
        round,
        agendaQuestionId,
        about: prompt,
        block: { kind: "paragraph", sentences: [themeSentence(theme, table.answered)] },
      }),
    );
  });
}
