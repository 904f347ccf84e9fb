import { toBase64Url } from "@/domain/anonymity/encoding";
import type { Manifest } from "@/domain/anonymity/manifest";
import { closedAtOf } from "@/domain/anonymity/standing";
import { alone, type Device } from "./device";
import type { EnrolledWallet } from "./enrol";
import type { Participant } from "./enrol-here";

/** A wallet without the credentials of rounds and windows that have closed: they let nothing in any more. */
export function withoutClosedRounds(wallet: EnrolledWallet, manifest: Manifest): EnrolledWallet {
  return { ...wallet, rounds: wallet.rounds.filter(({ roundId }) => closedAtOf(manifest, roundId) === null) };
}

/**
 * Lets go, on this device alone, of the credentials of rounds and windows that have closed. The wallet that the registry keeps stays
 * as it is: written anew whenever somebody comes to answer, it would tell in which order they come.
 */
export async function letGoOfClosedRounds(
  device: Device,
  participant: Participant,
  manifest: Manifest,
): Promise<Participant> {
  const wallet = withoutClosedRounds(participant.wallet, manifest);
  if (wallet.rounds.length === participant.wallet.rounds.length) return participant;
  const code = toBase64Url(participant.code);
  await alone(wallet.slug, async () => {
    // Another tab may have let go of everything meanwhile.
    if ((await device.enrolment())?.code === code) await device.keepEnrolment({ code, wallet });
  });
  return { ...participant, wallet };
}
