import { delegationNamed } from "@/domain/consultation/known-delegations";
import type { Breakdown, GroupAnswer } from "@/domain/questionnaire/breakdown";
import { chanceOf } from "./chance";
import type { Respondent } from "./positions";

/** Shares of those who are asked for their group that leave the question out, and that prefer not to say. */
const LEAVES_OUT = 0.04;
const PREFERS_NOT_TO_SAY = 0.08;

/** The group that a participant names: the delegation's own regional group where it is offered, otherwise any; or none. */
export function groupAnswer(
  { groups }: Breakdown,
  { seed, participant, round }: Respondent,
): GroupAnswer | undefined {
  const mood = chanceOf(`${seed}/group/${participant}/${round}`).next();
  if (mood < LEAVES_OUT) return undefined;
  if (mood < LEAVES_OUT + PREFERS_NOT_TO_SAY) return { kind: "group", groupId: null };
  const regional = delegationNamed(participant)?.regionalGroup?.toLowerCase();
  const own = groups.find(({ id }) => id.replaceAll("-", "") === regional);
  const [any] = chanceOf(`${seed}/group/${participant}`).shuffled(groups);
  return { kind: "group", groupId: (own ?? any)?.id ?? null };
}
