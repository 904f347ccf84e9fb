import { givenOf } from "@/app/_components/answer-fields/answered";
import type { Manifest, ManifestRound, ManifestWindow, RoundWithdrawal } from "@/domain/anonymity/manifest";
import type { OwnDevice } from "../../../_protocol/device";

/** What can be answered: a round, or a "not reflected" window. To the ballot box they are alike. */
export type Asked =
  | ({ readonly kind: "round" } & ManifestRound)
  | ({ readonly kind: "window" } & ManifestWindow);

/** Where one looks for one's own answers among all that were counted. */
export const receiptsOf = (slug: string, { kind, number }: Pick<Asked, "kind" | "number">): string =>
  `/c/${slug}/${kind === "round" ? "rounds" : "windows"}/${number}/receipts`;

/** Why and until when a round can be copied that was withdrawn; null for any other, and for windows. */
export const withdrawalOf = (asked: Asked): RoundWithdrawal | null =>
  (asked.kind === "round" && asked.withdrawn) || null;

/** What there is to answer, or with nothing open what is to be shown of a device, if anything was written on it. */
type Presently = {
  readonly round: Asked;
  readonly open: boolean;
  readonly written: boolean;
  /** It was withdrawn, and the box still keeps its answers for their authors. */
  readonly copying: boolean;
};

/**
 * The round or window that is open at this time; else one that was withdrawn while answers can be copied; else the last in
 * which something was written on this device, so that a later one in which nothing was does not put it out of reach; else the last that has opened.
 */
export async function presentlyAsked(
  manifest: Pick<Manifest, "rounds" | "windows">,
  now: Date,
  { draft }: Pick<OwnDevice, "draft">,
): Promise<Presently | null> {
  const asked: Asked[] = [
    ...[...manifest.rounds.values()].map((round) => ({ kind: "round" as const, ...round })),
    ...[...manifest.windows.values()].map((window) => ({ kind: "window" as const, ...window })),
  ].toSorted((one, other) => Date.parse(one.opensAt) - Date.parse(other.opensAt));
  const drafts = await Promise.all(asked.map(({ roundId }) => draft(roundId)));
  const each = asked.map((round, index) => ({
    round,
    open: round.closedAt === null && new Date(round.closesAt) > now,
    written: Object.keys(givenOf(drafts[index] ?? {})).length > 0,
    copying: new Date(withdrawalOf(round)?.copiesUntil ?? 0) > now,
  }));
  const [open, copying] = [each.find((one) => one.open), each.findLast((one) => one.copying)];
  return open ?? copying ?? each.findLast(({ written }) => written) ?? each.at(-1) ?? null;
}
