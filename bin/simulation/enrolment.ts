import type { Blinder } from "@/app/(participant)/_protocol/blinding";
import { deviceOn } from "@/app/(participant)/_protocol/device";
import { enrolHere } from "@/app/(participant)/_protocol/enrol-here";
import { newCode } from "@/app/(participant)/_protocol/secrets";
import { memoryStore } from "@/app/(participant)/_protocol/stores";
import type { Registry } from "@/app/(participant)/_protocol/transport";
import { recoveryCodeOf } from "@/domain/anonymity/recovery-code";
import { chanceOf } from "./chance";
import { persistently } from "./persistence";
import type { SeatTruth } from "./truth";

export type Enrolling = {
  readonly registry: Registry;
  readonly blinder: Blinder;
  readonly consultation: string;
  readonly seed: string;
  /** How many enrol at the same time. */
  readonly lanes: number;
  /** Share of the seats that never enrol. */
  readonly staysAway: number;
};

type InvitedSeat = { readonly token: string; readonly delegation: string; readonly enrolled: boolean };

async function invited(registry: Registry, tokens: readonly string[]): Promise<InvitedSeat[]> {
  const seats: InvitedSeat[] = [];
  for (const token of tokens) {
    const { delegation, enrolled } = await persistently(() => registry.seat({ token }));
    seats.push({ token, delegation, enrolled });
  }
  // Links come in any order; what follows depends on the seed alone.
  return seats.sort((one, other) => (one.delegation < other.delegation ? -1 : 1));
}

/**
 * Enrols the seats of these invitations as their participants would, in an order drawn from the seed; some never enrol.
 * The recovery codes are real: the seed does not give them.
 */
export async function enrolSeats(enrolling: Enrolling, tokens: readonly string[]): Promise<SeatTruth[]> {
  const { registry, blinder, consultation, seed, lanes, staysAway } = enrolling;
  const seats = await invited(registry, tokens);
  const willing = chanceOf(`${seed}/enrolment`).shuffled(seats.filter(({ enrolled }) => !enrolled));
  const waiting = willing.slice(Math.floor(seats.length * staysAway));
  const enrolledSeats = new Map<string, { code: string; enrolledAs: number }>();
  const lane = async () => {
    for (let seat = waiting.shift(); seat !== undefined; seat = waiting.shift()) {
      const { token } = seat;
      const means = { registry, blinder, device: deviceOn(memoryStore(), consultation) };
      const code = newCode();
      await persistently(() => enrolHere(means, consultation, token, code));
      enrolledSeats.set(token, { code: recoveryCodeOf(code), enrolledAs: enrolledSeats.size + 1 });
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return seats.map(({ token, delegation }) => ({
    delegation,
    token,
    code: enrolledSeats.get(token)?.code ?? null,
    enrolledAs: enrolledSeats.get(token)?.enrolledAs ?? null,
    rounds: {},
  }));
}
