/**
 * How opinion lies on one subject: where each school stands from -1 (against) to 1, and how far its members stray. From
 * one round to the next all cover a part of the way to the common ground, and all are won over by so much.
 */
type Climate = {
  readonly schools: readonly number[];
  readonly spread: number;
  readonly gathers: number;
  readonly wonOver: number;
};

const CLIMATES = {
  shared: { schools: [0.75, 0.6, 0.5], spread: 0.4, gathers: 0.15, wonOver: 0 },
  broad: { schools: [0.7, 0.5, 0.1], spread: 0.5, gathers: 0.15, wonOver: 0 },
  mixed: { schools: [0.55, 0.25, -0.3], spread: 0.6, gathers: 0.15, wonOver: 0 },
  /** Mixed at first; experience between the rounds speaks for it. */
  rising: { schools: [0.45, 0.15, -0.35], spread: 0.5, gathers: 0.15, wonOver: 0.25 },
  /** Two camps that do not move. */
  divided: { schools: [0.7, -0.6, 0.1], spread: 0.5, gathers: 0, wonOver: 0 },
  open: { schools: [0.3, 0, -0.3], spread: 0.9, gathers: 0.15, wonOver: 0 },
  opposed: { schools: [-0.55, -0.45, 0.1], spread: 0.5, gathers: 0.15, wonOver: 0 },
} as const satisfies Record<string, Climate>;
type ClimateName = keyof typeof CLIMATES;

const WITH_OPTIONS: Readonly<Record<string, Readonly<Record<string, ClimateName>>>> = {
  "role-overall": {
    end: "opposed",
    reduce: "opposed",
    keep: "open",
    increase: "broad",
    "increase-substantially": "mixed",
  },
  "role-support": {
    advice: "shared",
    coordination: "broad",
    matching: "broad",
    repository: "shared",
    facilitation: "rising",
  },
  "role-order": {
    advice: "shared",
    coordination: "mixed",
    matching: "open",
    repository: "broad",
    facilitation: "broad",
  },
  "role-statements": { relapse: "broad", ownership: "shared", costs: "broad", authority: "divided" },
  "levels-support": { strategic: "shared", operational: "mixed", tactical: "opposed" },
  "levels-model": { ssr: "broad", unpol: "open", both: "mixed", neither: "opposed" },
  "levels-configurations": { headquarters: "shared", standing: "mixed", field: "broad", teams: "divided" },
  "offices-lead": { orolsi: "broad", oma: "opposed", joint: "mixed", divided: "mixed", "as-now": "open" },
  "offices-support": {
    strengthen: "broad",
    "police-like": "mixed",
    "standing-oma": "divided",
    "standing-ssr": "mixed",
    roster: "broad",
  },
  "steps-support": {
    c34: "divided",
    circulate: "broad",
    briefings: "shared",
    contributors: "broad",
    regional: "mixed",
    costed: "mixed",
  },
  "steps-order": {
    c34: "mixed",
    circulate: "broad",
    briefings: "shared",
    contributors: "broad",
    regional: "open",
    costed: "mixed",
  },
  "steps-statements": { "policy-first": "broad", "advice-first": "shared" },
};

/**
 * The climate of a subject, "item/statement". On the built-in template it follows what the paper reports of its own
 * consultations; on any other it is the one that is drawn.
 */
export function climateOf(subject: string, drawn: (among: [Climate, ...Climate[]]) => Climate): Climate {
  const [itemId = "", id = ""] = subject.split("/");
  const known = WITH_OPTIONS[itemId]?.[id];
  if (known !== undefined) return CLIMATES[known];
  const { shared, rising: _, ...others } = CLIMATES;
  return drawn([shared, ...Object.values(others)]);
}
