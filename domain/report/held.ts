import type { Wording } from "./document";

/** Whether a cell of a table stands for a hidden count, and is then drawn as such. */
export function isHeld(wording: Wording): boolean {
  if (typeof wording === "string" || !("key" in wording)) return false;
  return /^findings\.cells\.(oneOrTwo|notShown|allOrNearlyAll)$|^report\.columns\.(tooFew|inTotal)$|^movement\.columns\.tooFew$/.test(
    wording.key,
  );
}
