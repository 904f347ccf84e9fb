import type { CountedTheme } from "@/domain/disclosure/themes";
import type { Codings } from "./coding";

/** An open answer as the bench shows it. One that is not to be reflected is read and never coded. */
export type BenchAnswer = { readonly id: string; readonly text: string; readonly mayBeReflected: boolean };

/** How far an answer has come. */
export type Standing = "toCode" | "coded" | "setAside" | "notToBeReflected";

/** The ids of the themes that each answer raises, by the answer's id. */
export function themesByAnswer({ codings }: Codings): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { answerId, themeId } of codings)
    if (themeId !== null) found.set(answerId, [...(found.get(answerId) ?? []), themeId]);
  return found;
}

/** How far each answer has come. A theme outweighs being set aside: where two act at once, nothing that was heard is lost. */
export function standings(
  answers: readonly Pick<BenchAnswer, "id" | "mayBeReflected">[],
  codings: Codings,
): ReadonlyMap<string, Standing> {
  const themes = themesByAnswer(codings);
  const aside = new Set(codings.codings.flatMap((one) => (one.themeId === null ? [one.answerId] : [])));
  return new Map(
    answers.map(({ id, mayBeReflected }): [string, Standing] => {
      if (!mayBeReflected) return [id, "notToBeReflected"];
      if (themes.has(id)) return [id, "coded"];
      return [id, aside.has(id) ? "setAside" : "toCode"];
    }),
  );
}

/** How many answers have come how far. */
export function counted(standing: ReadonlyMap<string, Standing>): Readonly<Record<Standing, number>> {
  const counts = { toCode: 0, coded: 0, setAside: 0, notToBeReflected: 0 };
  for (const one of standing.values()) counts[one] += 1;
  return counts;
}

/** How many distinct answers raise each theme, by its id. */
export function countsOf({ themes, codings }: Codings): ReadonlyMap<string, number> {
  const raised = Map.groupBy(codings, ({ themeId }) => themeId);
  return new Map(themes.map(({ id }) => [id, new Set(raised.get(id)?.map(({ answerId }) => answerId)).size]));
}

/** The themes with how many distinct texts raise each, exactly. */
export function countedThemes(codings: Codings): CountedTheme[] {
  const counts = countsOf(codings);
  return codings.themes.map(({ id, wording }) => ({ id, wording, count: counts.get(id) ?? 0 }));
}

/** Notes from the floor as texts to code: whatever was said in the room may be reflected. */
export const notesAsTexts = (
  notes: readonly { readonly id: string; readonly text: string }[],
): BenchAnswer[] => notes.map((note) => ({ ...note, mayBeReflected: true }));

/** What merging themes would give: how many answers raise each, several of them, and any. */
export function overlap(codings: Codings, ids: readonly string[]) {
  const counts = countsOf(codings);
  const raised = [...themesByAnswer(codings).values()].map(
    (themes) => themes.filter((id) => ids.includes(id)).length,
  );
  return {
    each: ids.map((id) => counts.get(id) ?? 0),
    several: raised.filter((count) => count > 1).length,
    together: raised.filter((count) => count > 0).length,
  };
}
