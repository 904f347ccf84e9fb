import { and, eq, isNull } from "drizzle-orm";
import { publishFindings } from "@/bin/demo/signing";
import type { BallotDatabase } from "@/db/ballot/client";
import type { RegistryDatabase } from "@/db/registry/client";
import { issuance, roundKeys, seats, windows } from "@/db/registry/schema";
import type { Answers } from "@/domain/questionnaire/questionnaire";
import { NOT_REFLECTED } from "@/domain/window/questionnaire";
import { closeRound } from "@/server/releases/close";
import { closeWindow } from "@/server/releases/close-window";
import type { Closing } from "@/server/releases/steps";
import { answered, enrolledSeats, type Participant } from "./participants";
import { type Scene, scene } from "./scene";

const DAY = 86_400_000;

/** What somebody says in a window. */
export const saying = (text: string): Answers => ({
  [NOT_REFLECTED]: { kind: "text", text, consent: "mayBeReflected" },
});

type Reader = Pick<ReturnType<Scene["as"]>, "windows">;

/** The hash of what a host has read before opening a window; one of nothing where there is nothing to circulate. */
export async function hashRead(reader: Reader, consultationId: string): Promise<string> {
  const draft = await reader.windows.toCirculate({ consultationId });
  return draft?.hash ?? "A".repeat(43);
}

/**
 * A consultation whose one round has closed and is published, with nobody's answers in it. Of eleven seats ten have
 * enrolled, `playing` of them for windows too and as a browser would: the others cost a test only time.
 */
export async function afterARound(registry: RegistryDatabase, ballot: BallotDatabase, playing = 3) {
  const play = await scene(registry, ballot, 11);
  const { consultationId, roundId } = play;
  const host = () => play.as(play.host);
  await host().conduct.openEnrolment({ consultationId });
  const participants = await enrolledSeats(play, playing, ["planned", "window"]);
  const others = await registry
    .select({ seatId: seats.id })
    .from(seats)
    .leftJoin(issuance, eq(issuance.seatId, seats.id))
    .where(and(eq(seats.consultationId, consultationId), isNull(issuance.seatId)))
    .limit(10 - playing);
  await registry.insert(issuance).values(others.map((seat) => ({ ...seat, roundId, generation: 0 })));
  await host().conduct.openRound({ consultationId, roundId });
  const closing = (): Closing => {
    const { clock, secrets, ballotBox } = play;
    return { registry, ballot, personId: null, now: clock.now, secrets, ballotBox };
  };
  await closeRound(closing(), consultationId, roundId);
  await publishFindings([host()], consultationId, roundId);

  const idOf = async (number: number) => {
    const its = and(eq(roundKeys.consultationId, consultationId), eq(roundKeys.purpose, "window"));
    const [key] = await registry
      .select({ id: roundKeys.roundId })
      .from(roundKeys)
      .where(and(its, eq(roundKeys.position, number)));
    if (key === undefined) throw new Error("no such key");
    return key.id;
  };
  return {
    ...play,
    participants,
    closing,
    idOf,
    nth: (index: number): Participant => {
      const participant = participants[index];
      if (participant === undefined) throw new Error("so many have not enrolled");
      return participant;
    },
    open: async (days = 7) =>
      host().windows.open({
        consultationId,
        closesAt: new Date(play.clock.now.getTime() + days * DAY).toISOString(),
        draftHash: await hashRead(host(), consultationId),
      }),
    close: async (number = 1) => closeWindow(closing(), consultationId, await idOf(number)),
    /** Responds in a window, and gives the receipt. */
    respond: async (participant: Participant, text: string, { number = 1, revision = 1 } = {}) => {
      const there: Scene = { ...play, roundId: await idOf(number) };
      return answered(there, participant, saying(text), revision);
    },
    /** A window as the registry has it. */
    stored: async (number = 1) => {
      const [row] = await registry
        .select()
        .from(windows)
        .where(and(eq(windows.consultationId, consultationId), eq(windows.number, number)));
      if (row === undefined) throw new Error("no such window");
      return row;
    },
    overview: () => host().consultations.overview({ consultationId }),
  };
}
