import { eq } from "drizzle-orm";
import { publishFindings } from "@/bin/demo/signing";
import type { BallotDatabase } from "@/db/ballot/client";
import type { RegistryDatabase } from "@/db/registry/client";
import { rounds } from "@/db/registry/schema";
import { canonicalJson, toBase64Url } from "@/domain/anonymity/encoding";
import type { ManifestAct, ManifestEntry, SignedEntry } from "@/domain/anonymity/manifest";
import { manifestHashBytes } from "@/domain/anonymity/manifest";
import type { Answers } from "@/domain/questionnaire/questionnaire";
import { sha256 } from "@/server/hashing";
import { signedEntry } from "@/server/manifest/keys";
import type { RoundRecord } from "@/server/receipts/queries";
import { closeRound } from "@/server/releases/close";
import { type OpenRound, openRound } from "./open-round";
import { answered, enrolledSeats } from "./participants";
import { brokenDownQuestionnaire } from "./questionnaire";
import { type Scene, scene } from "./scene";

type Answered = Scene & Pick<OpenRound, "participants">;
type Published<Play> = { readonly play: Play; readonly record: RoundRecord };

/** Has everybody who enrolled answer an open round, closes and publishes it, and downloads its record as everybody may. */
async function published<Play extends Answered>(
  registry: RegistryDatabase,
  ballot: BallotDatabase,
  play: Play,
  answersOf: (index: number) => Answers,
): Promise<Published<Play>> {
  for (const [index, participant] of play.participants.entries())
    await answered(play, participant, answersOf(index));
  const { clock, secrets, ballotBox, consultationId, roundId, slug } = play;
  const closing = { registry, ballot, personId: null, now: clock.now, secrets, ballotBox };
  await closeRound(closing, consultationId, roundId);
  await publishFindings([play.as(play.host)], consultationId, roundId);
  return { play, record: await play.as(null).receipts.record({ slug, number: 1 }) };
}

/** A round that ten answered, closed and published, with its record. */
export async function publishedRound(
  registry: RegistryDatabase,
  ballot: BallotDatabase,
  answersOf: (index: number) => Answers,
): Promise<Published<OpenRound>> {
  return published(registry, ballot, await openRound(registry, ballot), answersOf);
}

/** The same where the round asks for groups; `seatCount` are invited, and all of them answer. */
export async function publishedRoundWithGroups(
  registry: RegistryDatabase,
  ballot: BallotDatabase,
  seatCount: number,
  answersOf: (index: number) => Answers,
): Promise<Published<Answered>> {
  const play = await scene(registry, ballot, seatCount);
  const { consultationId, roundId } = play;
  const questionnaire = brokenDownQuestionnaire;
  await registry.update(rounds).set({ questionnaire }).where(eq(rounds.id, roundId));
  await play.as(play.host).conduct.openEnrolment({ consultationId });
  const participants = await enrolledSeats(play, seatCount);
  await play.as(play.host).conduct.openRound({ consultationId, roundId });
  return published(registry, ballot, { ...play, participants }, answersOf);
}

/** The log of these acts, chained and signed as the registry itself would: what an operator could make of it. */
export function logOfActs(
  { secrets, consultationId }: Pick<Scene, "secrets" | "consultationId">,
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
