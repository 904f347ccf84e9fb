import type { ManifestRound, ManifestWindow } from "@/domain/anonymity/manifest";

/** What can be answered: a round, or a "not reflected" window. To the ballot box they are alike. */
export type Asked =
  | ({ readonly kind: "round" } & ManifestRound)
  | ({ readonly kind: "window" } & ManifestWindow);

/** Where one looks for one's own answers among all that were counted. */
export const receiptsOf = (slug: string, { kind, number }: Pick<Asked, "kind" | "number">): string =>
  `/c/${slug}/${kind === "round" ? "rounds" : "windows"}/${number}/receipts`;
