import { identifying } from "@/domain/anonymity/identifying";
import { fold, small } from "@/domain/anonymity/naming/folding";

/** Passages that name a State, its people, its capital or a group of States, or one of these delegations. */
export function namesSaid(text: string, delegations: readonly string[]): string[] {
  const known = identifying(text).flatMap(({ kind, passage }) => (kind === "own" ? [] : [passage]));
  const folded = ` ${small(fold(text).letters).replaceAll(/[^\p{L}\p{N}]+/gu, " ")} `;
  const others = delegations.filter((name) => {
    const bare = small(fold(name).letters)
      .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
    return bare.length > 2 && folded.includes(` ${bare} `);
  });
  return [...known, ...others];
}
