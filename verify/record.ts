import { isObject } from "./bytes";

/** A file that is not the record of a round, with a sentence that says why. */
export class Unreadable extends Error {}

/** The id under which the leaves of the groups stand that participants name; no item has it. */
export const BREAKDOWN = "breakdown";

type Entry = { readonly payload: string; readonly signature: string };

/** What is asked in a round, as far as a check needs it. */
type AskedItem = { readonly id: string; readonly kind: string; readonly prompt: string };

/** An item of the release: how many left it unanswered, once per statement for a scale, and how many stand in groups. */
type ReleasedItem = {
  readonly itemId: string;
  readonly kind: string;
  readonly unanswered: readonly number[];
  /** Per statement, the positions of those who named one of the groups shown. */
  readonly inGroups: readonly number[];
};

const COUNTS = ["invited", "issued", "replaced", "received"] as const;

/** The record of a round as the service gives it to everybody, as far as a check needs it. */
export type RoundRecord = {
  readonly slug: string;
  readonly round: { readonly id: string; readonly number: number };
  readonly publicKey: string;
  readonly manifest: readonly Entry[];
  /** As it stands in the file, to be hashed. */
  readonly questionnaire: unknown;
  readonly asked: readonly AskedItem[];
  readonly rules: Readonly<Record<string, unknown>>;
  readonly participation: Readonly<Record<(typeof COUNTS)[number], number>>;
  readonly released: readonly ReleasedItem[];
  readonly roots: Readonly<Record<string, string>>;
  readonly leaves: Readonly<Record<string, readonly string[]>>;
};

const not = (what: string, is: string) =>
  new Unreadable(`This is no record of a round: ${what} is not ${is}.`);

function object(value: unknown, what: string): Readonly<Record<string, unknown>> {
  if (!isObject(value)) throw not(what, "an object");
  return value;
}
function list(value: unknown, what: string): readonly unknown[] {
  if (!Array.isArray(value)) throw not(what, "a list");
  return value;
}
function text(value: unknown, what: string): string {
  if (typeof value !== "string") throw not(what, "a text");
  return value;
}
function count(value: unknown, what: string): number {
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0) throw not(what, "a count");
  return value;
}
const valuesOf = <Value>(value: unknown, what: string, read: (value: unknown, what: string) => Value) =>
  Object.fromEntries(
    Object.entries(object(value, what)).map(([name, held]) => [name, read(held, `${what}.${name}`)] as const),
  );

function askedIn(questionnaire: unknown): AskedItem[] {
  const { agendaQuestions, breakdown } = object(questionnaire, "questionnaire");
  const items = list(agendaQuestions, "agendaQuestions").flatMap((question) =>
    list(object(question, "an agenda question").items, "items").map((item) => {
      const { id, kind, prompt } = object(item, "an item");
      return { id: text(id, "id"), kind: text(kind, "kind"), prompt: text(prompt, "prompt") };
    }),
  );
  if (breakdown === undefined) return items;
  const prompt = text(object(breakdown, "the breakdown").question, "the breakdown's question");
  return [...items, { id: BREAKDOWN, kind: "group", prompt }];
}

/** How many positions the groups shown of a statement have together; 0 where none is shown. */
function positionsInGroups(statement: unknown): number {
  const { groups } = object(statement, "a statement");
  if (groups === undefined) return 0;
  return list(groups, "groups").reduce<number>(
    (sum, group) => sum + count(object(group, "a group").n, "n"),
    0,
  );
}

function releasedItem(value: unknown): ReleasedItem {
  const item = object(value, "an item of the release");
  const [itemId, kind] = [text(item.itemId, "itemId"), text(item.kind, "kind")];
  const counted = kind === "scale" ? list(item.statements, "statements") : [item];
  const unanswered = counted.map((part) => count(object(part, itemId).unanswered, `${itemId}.unanswered`));
  return { itemId, kind, unanswered, inGroups: counted.map(positionsInGroups) };
}

/** Reads a record. Throws `Unreadable`. */
export function recordIn(json: string): RoundRecord {
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    throw new Unreadable("This is no record of a round: it is not JSON.");
  }
  const record = object(parsed, "the file");
  if (record.version !== 1)
    throw new Unreadable("This record has another version than 1. Use the program that came with it.");
  const round = object(record.round, "round");
  const release = object(record.release, "release");
  const participation = object(release.participation, "participation");
  const [invited, issued, replaced, received] = COUNTS.map((name) => count(participation[name], name));
  return {
    slug: text(record.slug, "slug"),
    round: { id: text(round.id, "round.id"), number: count(round.number, "round.number") },
    publicKey: text(record.publicKey, "publicKey"),
    manifest: list(record.manifest, "manifest").map((held) => {
      const entry = object(held, "an entry");
      return { payload: text(entry.payload, "payload"), signature: text(entry.signature, "signature") };
    }),
    questionnaire: record.questionnaire,
    asked: askedIn(record.questionnaire),
    rules: object(release.rules, "rules"),
    participation: {
      invited: invited ?? 0,
      issued: issued ?? 0,
      replaced: replaced ?? 0,
      received: received ?? 0,
    },
    released: list(release.items, "release.items").map(releasedItem),
    roots: valuesOf(release.roots, "roots", text),
    leaves: valuesOf(record.leaves, "leaves", (held, what) =>
      list(held, what).map((leaf) => text(leaf, what)),
    ),
  };
}
