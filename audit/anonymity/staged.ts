import type { Blinder } from "@/app/(participant)/_protocol/blinding";
import { type Stage, stageFor } from "@/bench/stage";
import type { Instance } from "@/bin/instance";
import { newCanaries, SimulatedParticipant } from "./participants";

/** A consultation whose enrolment is open, and a participant for each of its seats. */
export type Staged = { readonly stage: Stage; readonly participants: readonly SimulatedParticipant[] };

/** Sets up a consultation of so many seats, each with canaries of its own. */
export async function staged(instance: Instance, blinder: Blinder, seats: number): Promise<Staged> {
  const canaries = new Map(
    Array.from({ length: seats }, newCanaries).map((own) => [own.delegation, own] as const),
  );
  const stage = await stageFor(instance, [...canaries.keys()]);
  const { slug, consultationId, links } = stage;
  const where = { baseUrl: instance.baseUrl, slug, consultationId, blinder };
  const participants = links.map(({ delegation, link }) => {
    const own = canaries.get(delegation);
    if (own === undefined) throw new Error(`no such seat: ${delegation}`);
    return new SimulatedParticipant(where, new URL(link).hash.slice(1), own);
  });
  return { stage, participants };
}
