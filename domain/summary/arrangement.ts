import { z } from "zod";

/** The chair's summary has these sections, in the order in which the paper tells of its own consultations. */
export const SUMMARY_SECTIONS = ["convergence", "divergence", "concerns", "roles", "steps"] as const;
export type SummarySection = (typeof SUMMARY_SECTIONS)[number];

/** Where a piece of evidence is reported: in a section of the summary, or in the detail and the annex alone. */
export const SUMMARY_PLACES = [...SUMMARY_SECTIONS, "annex"] as const;
export type SummaryPlace = (typeof SUMMARY_PLACES)[number];

export const LONGEST_CONNECTIVE = 4_000;
export const LONGEST_NEXT_STEPS = 8_000;
/** Far more than six rounds can find. */
const MOST_ENTRIES = 1_000;

const evidenceEntrySchema = z.object({ kind: z.literal("evidence"), key: z.string().min(1).max(400) });
const textEntrySchema = z.object({
  kind: z.literal("text"),
  /** Drawn at random where it is written, so that it keeps its name when it moves. */
  id: z.string().regex(/^[0-9a-f]{10,32}$/),
  text: z.string().max(LONGEST_CONNECTIVE),
});
const entriesSchema = z
  .array(z.discriminatedUnion("kind", [evidenceEntrySchema, textEntrySchema]))
  .max(MOST_ENTRIES);

export const arrangementSchema: z.ZodType<Arrangement, Arrangement> = z
  .object({
    convergence: entriesSchema,
    divergence: entriesSchema,
    concerns: entriesSchema,
    roles: entriesSchema,
    steps: entriesSchema,
    /** What the summary leaves to the detail; no text connects it. */
    annex: z.array(evidenceEntrySchema).max(MOST_ENTRIES),
  })
  // An entry is moved by its name, so that no two have the same.
  .refine((arrangement) => {
    const names = entriesOf(arrangement).map(({ entry }) => entryId(entry));
    return new Set(names).size === names.length;
  });

export type TextEntry = z.infer<typeof textEntrySchema>;
/** Evidence by its key, or a text of the rapporteur's that connects what stands around it. */
export type SummaryEntry = z.infer<typeof evidenceEntrySchema> | TextEntry;

/** What stands where, in its order. Plain JSON. */
export type Arrangement = Readonly<Record<SummaryPlace, readonly SummaryEntry[]>>;

export const EMPTY_ARRANGEMENT: Arrangement = {
  convergence: [],
  divergence: [],
  concerns: [],
  roles: [],
  steps: [],
  annex: [],
};

/** What an entry is called, in whatever place it stands. */
export const entryId = (entry: SummaryEntry): string => (entry.kind === "evidence" ? entry.key : entry.id);

/** Every entry of an arrangement with its place and its index there. */
export function entriesOf(
  arrangement: Arrangement,
): { readonly place: SummaryPlace; readonly index: number; readonly entry: SummaryEntry }[] {
  return SUMMARY_PLACES.flatMap((place) =>
    arrangement[place].map((entry, index) => ({ place, index, entry })),
  );
}

/** The same arrangement after each place was put through a function. */
export const eachPlace = (change: (place: SummaryPlace) => readonly SummaryEntry[]): Arrangement => ({
  convergence: change("convergence"),
  divergence: change("divergence"),
  concerns: change("concerns"),
  roles: change("roles"),
  steps: change("steps"),
  annex: change("annex"),
});
