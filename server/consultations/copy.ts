import "server-only";
import { asc, eq } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { rounds, seats } from "@/db/registry/schema";
import type { Copy } from "@/domain/consultation/consultation";
import { copiedQuestionnaires } from "@/domain/questionnaire/copied";
import { Refusal } from "@/domain/refusal";
import { audit } from "@/server/audit";
import { insertConsultation, refuseToMend, type Setting } from "./commands";

/** The delegations of an earlier panel, seat by seat: no link, nothing of an enrolment. */
async function copySeats(
  tx: RegistryDatabase,
  earlierId: string,
  consultationId: string,
  { actor, now }: Setting,
): Promise<void> {
  const panel = await tx
    .select({
      delegation: seats.delegation,
      kind: seats.kind,
      regionalGroup: seats.regionalGroup,
      place: seats.place,
    })
    .from(seats)
    .where(eq(seats.consultationId, earlierId))
    .orderBy(asc(seats.delegation), asc(seats.place));
  if (panel.length === 0) return;
  await tx.insert(seats).values(panel.map((seat) => ({ consultationId, ...seat })));
  const detail = { delegations: panel.map(({ delegation }) => delegation) };
  await audit(tx, { consultationId, personId: actor.personId, act: "seats added", detail, at: now });
}

/**
 * Sets a consultation up as a copy of an earlier one: of that one it takes the questionnaires, and the delegations of its
 * panel if asked; all else is as the host sent it. Throws `set_up_to_mend`, and `copied_round_gone` where a round whose
 * questionnaire is asked for has been removed since.
 */
export async function copyConsultation(
  db: RegistryDatabase,
  earlierId: string,
  { panel, ...copy }: Copy,
  setting: Setting,
) {
  refuseToMend(copy);
  return db.transaction(async (tx) => {
    const earlier = await tx
      .select({ number: rounds.number, questionnaire: rounds.questionnaire })
      .from(rounds)
      .where(eq(rounds.consultationId, earlierId));
    const asked = new Map(earlier.map(({ number, questionnaire }) => [number, questionnaire]));
    const questionnaires = copiedQuestionnaires(
      copy.rounds.map(({ copies }) => copies),
      asked,
    );
    if (questionnaires === null) throw new Refusal("copied_round_gone");
    const consultationId = await insertConsultation(tx, copy, questionnaires, setting);
    if (panel) await copySeats(tx, earlierId, consultationId, setting);
    return { consultationId };
  });
}
