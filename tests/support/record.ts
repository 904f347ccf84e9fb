import type { BallotDatabase } from "@/db/ballot/client";
import type { RegistryDatabase } from "@/db/registry/client";
import { canonicalJson, toBase64Url } from "@/domain/anonymity/encoding";
import type { ManifestAct, ManifestEntry, SignedEntry } from "@/domain/anonymity/manifest";
import { manifestHashBytes } from "@/domain/anonymity/manifest";
import type { Answers } from "@/domain/questionnaire/questionnaire";
import { sha256 } from "@/server/hashing";
import { signedEntry } from "@/server/manifest/keys";
import type { RoundRecord } from "@/server/receipts/queries";
import { closeRound } from "@/server/releases/close";
import { type OpenRound, openRound } from "./open-round";
import { answered } from "./participants";

/** A round that ten answered, closed and published, with its record as everybody may download it. */
export async function publishedRound(
  registry: RegistryDatabase,
  ballot: BallotDatabase,
  answersOf: (index: number) => Answers,
): Promise<{ play: OpenRound; record: RoundRecord }> {
  const play = await openRound(registry, ballot);
  for (const [index, participant] of play.participants.entries())
    await answered(play, participant, answersOf(index));
  const { clock, secrets, ballotBox, consultationId, roundId, slug } = play;
  const closing = { registry, ballot, personId: null, now: clock.now, secrets, ballotBox };
  await closeRound(closing, consultationId, roundId);
  await play.as(play.host).publication.publish({ consultationId, roundId });
  return { play, record: await play.as(null).receipts.record({ slug, number: 1 }) };
}

/** The log of these acts, chained and signed as the registry itself would: what an operator could make of it. */
export function logOfActs(
  { secrets, consultationId }: OpenRound,
  acts: readonly ManifestAct[],
): SignedEntry[] {
  let previous: string | null = null;
  return acts.map((act, index) => {
    const entry: ManifestEntry = { version: 1, consultationId, position: index + 1, previous, act };
    const payload = canonicalJson(entry);
    previous = toBase64Url(sha256(manifestHashBytes(payload)));
    return signedEntry(payload, secrets.manifestSigningKey);
  });
}

/** The acts of a log. */
export const actsOf = (log: readonly SignedEntry[]): ManifestAct[] =>
  log.map(({ payload }) => (JSON.parse(payload) as ManifestEntry).act); // written by the registry under test
