import { z } from "zod";
import { canonicalJson } from "@/domain/anonymity/encoding";
import {
  MOST_CO_HOSTS,
  MOST_ROUNDS,
  type Particulars,
  plannedRoundSchema,
  type SetUpFields,
  setUpIssues,
} from "./consultation";
import { roundAfter } from "./schedule";

/** The steps of the path in their order. The first five set a consultation up; the others are its own pages. */
export const PATH = [
  ...(["start", "particulars", "coHosts", "rounds", "review"] as const),
  ...(["questionnaire", "panel"] as const),
] as const;
export const SET_UP_STEPS = PATH.slice(0, 5);
export type PathStep = (typeof PATH)[number];

/** The number of a step as it is told, from 1. */
export const stepNumber = (step: PathStep): number => PATH.indexOf(step) + 1;

// Texts are not bounded: what is typed too long is kept, and said to be.
const coHostRowSchema = z.object({ key: z.int(), mission: z.string(), email: z.string() });
export type CoHostRow = z.infer<typeof coHostRowSchema>;
const roundRowSchema = plannedRoundSchema.extend({ key: z.int(), copies: z.int().nullable() });
type RoundRow = z.infer<typeof roundRowSchema>;

const draftFieldsSchema = z.object({
  title: z.string(),
  subject: z.string(),
  rule: z.string(),
  timeZone: z.string(),
  coHosts: z.array(coHostRowSchema).max(MOST_CO_HOSTS),
  rounds: z.array(roundRowSchema).max(MOST_ROUNDS),
});
export type DraftFields = z.infer<typeof draftFieldsSchema>;

const removalSchema = z.discriminatedUnion("of", [
  z.object({ of: z.literal("coHosts"), index: z.int().min(0), row: coHostRowSchema }),
  z.object({ of: z.literal("rounds"), index: z.int().min(0), row: roundRowSchema }),
]);
export type RowRemoval = z.infer<typeof removalSchema>;

/** What has been filled in on the path so far, as it is kept in the browser. */
export const setUpDraftSchema = z.object({
  /** What is ticked at the first step, a template or the id of an earlier consultation, and whether with its panel. */
  choice: z.string().max(64),
  panel: z.boolean(),
  /** From what the fields were filled in, and how many seats came with it. */
  begunFrom: z.string().max(64),
  seats: z.int(),
  /** The fields as that filled them in, by which those that the host changed are told. */
  start: draftFieldsSchema,
  fields: draftFieldsSchema,
  removed: z.array(removalSchema),
});
export type SetUpDraft = z.infer<typeof setUpDraftSchema>;

/** What a path starts from: a template, or an earlier consultation. */
export type Start = {
  readonly from: string;
  readonly particulars: Particulars;
  readonly timeZone: string;
  /** Missions that hold it too. Of their people none comes along. */
  readonly missions: readonly string[];
  readonly rounds: readonly Omit<RoundRow, "key">[];
  readonly seats: number;
};

const keyed = <Row>(rows: readonly Row[]) => rows.map((row, index) => ({ ...row, key: index + 1 }));

function fieldsOf({ particulars, timeZone, missions, rounds }: Start): DraftFields {
  const { title, subject, rule } = particulars;
  const coHosts = keyed(missions.map((mission) => ({ mission, email: "" })));
  return { title, subject, rule, timeZone, coHosts, rounds: keyed(rounds) };
}

/** A path that begins. */
export function begun(start: Start): SetUpDraft {
  const fields = fieldsOf(start);
  const { from, seats } = start;
  return { choice: from, panel: false, begunFrom: from, seats, start: fields, fields, removed: [] };
}

/**
 * The path once it starts from something else: what the host changed stays, all else is as the new start fills it in.
 * Rounds that stay ask what the rounds of the new start ask, in their order.
 */
export function begunAnew(draft: SetUpDraft, start: Start): SetUpDraft {
  const fresh = fieldsOf(start);
  const kept = (field: keyof DraftFields) =>
    canonicalJson(draft.fields[field]) !== canonicalJson(draft.start[field]);
  const { fields, removed } = draft;
  const rounds = fields.rounds.map((round, index) => ({
    ...round,
    copies: fresh.rounds[index]?.copies ?? null,
  }));
  return {
    choice: start.from,
    panel: draft.panel,
    begunFrom: start.from,
    seats: start.seats,
    start: fresh,
    fields: {
      title: kept("title") ? fields.title : fresh.title,
      subject: kept("subject") ? fields.subject : fresh.subject,
      rule: kept("rule") ? fields.rule : fresh.rule,
      timeZone: kept("timeZone") ? fields.timeZone : fresh.timeZone,
      coHosts: kept("coHosts") ? fields.coHosts : fresh.coHosts,
      rounds: kept("rounds") ? rounds : fresh.rounds,
    },
    removed: removed
      .filter(({ of }) => kept(of))
      .map((gone) => (gone.of === "rounds" ? { ...gone, row: { ...gone.row, copies: null } } : gone)),
  };
}

/** A key that no row of the kind has, be it one that was removed and may come back. */
function nextKey({ fields, removed }: SetUpDraft, of: RowRemoval["of"]): number {
  const gone = removed.filter((removal) => removal.of === of).map(({ row }) => row.key);
  return 1 + Math.max(0, ...fields[of].map(({ key }) => key), ...gone);
}

const withFields = (draft: SetUpDraft, part: Partial<DraftFields>): SetUpDraft => ({
  ...draft,
  fields: { ...draft.fields, ...part },
});

export function withCoHost(draft: SetUpDraft): SetUpDraft {
  const row = { key: nextKey(draft, "coHosts"), mission: "", email: "" };
  return withFields(draft, { coHosts: [...draft.fields.coHosts, row] });
}

/** One more round, with dates after the last. */
export function withRound(draft: SetUpDraft): SetUpDraft {
  const last = draft.fields.rounds.at(-1);
  const plan = (last && roundAfter(last)) ?? { level: "expert", opensAt: "", closesAt: "" };
  const row = { ...plan, key: nextKey(draft, "rounds"), copies: null };
  return withFields(draft, { rounds: [...draft.fields.rounds, row] });
}

/** The draft without a row, which can be put back. */
export function withoutRow(draft: SetUpDraft, of: RowRemoval["of"], index: number): SetUpDraft {
  const row = draft.fields[of][index];
  if (row === undefined) return draft;
  const left = withFields(draft, { [of]: draft.fields[of].filter((other) => other !== row) });
  // The row is of the kind that `of` names, which the two together do not tell the compiler.
  return { ...left, removed: [...draft.removed, { of, index, row } as RowRemoval] };
}

/** The last row of a kind that was removed and for which there is room. */
export function lastRemoved({ fields, removed }: SetUpDraft, of: RowRemoval["of"]): RowRemoval | undefined {
  const most = of === "rounds" ? MOST_ROUNDS : MOST_CO_HOSTS;
  return fields[of].length < most ? removed.findLast((removal) => removal.of === of) : undefined;
}

/** The draft with that row back where it stood, or at the end of what is left. */
export function withRowBack(draft: SetUpDraft, removal: RowRemoval): SetUpDraft {
  const rows = draft.fields[removal.of];
  const back = withFields(draft, { [removal.of]: rows.toSpliced(removal.index, 0, removal.row as never) }); // of the same kind as the rows
  return { ...back, removed: draft.removed.filter((other) => other !== removal) };
}

/** At which step a field is filled in, by the place that an issue names. */
export function stepOfField(at: string): PathStep {
  if (at.startsWith("coHosts")) return "coHosts";
  return at.startsWith("rounds") || at === "timeZone" ? "rounds" : "particulars";
}

/** What is to be put right at a step; at the review, everywhere. */
export function issuesAt(step: PathStep, fields: SetUpFields) {
  const issues = setUpIssues(fields);
  return step === "review" ? issues : issues.filter(({ at }) => stepOfField(at ?? "") === step);
}
