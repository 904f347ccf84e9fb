import type { Participant } from "@/app/(participant)/_protocol/enrol-here";
import type { Box } from "@/app/(participant)/_protocol/transport";
import { chanceOf } from "@/bin/simulation/chance";
import type { BallotDatabase } from "@/db/ballot/client";
import type { Questionnaire } from "@/domain/questionnaire/questionnaire";
import { newGate } from "./gate";
import { heldIn } from "./held";
import { type Ledger, type Loss, newLedger } from "./ledger";
import { answerOn } from "./participants";

/** A process that is killed without warning. */
export type Victim = {
  readonly name: string;
  /** SIGKILL, at once. */
  readonly kill: () => void;
  /** Starts it again; resolves when it serves. */
  readonly restart: () => Promise<void>;
};

export type Soak = {
  readonly box: Box;
  readonly ballot: BallotDatabase;
  readonly roundId: string;
  readonly questionnaire: Questionnaire;
  readonly participants: readonly Participant[];
  /** Whoever must be up for the box's contents to be read comes first. */
  readonly victims: readonly [Victim, ...Victim[]];
  readonly kills: number;
  readonly receipts: number;
  /** Lanes that send at the same time. */
  readonly lanes: number;
  readonly seed: string;
  readonly say: (what: string) => void;
};

/** One kill: what was killed, how many submissions were on their way, how many receipts had been shown. */
type Kill = { readonly victim: string; readonly onTheWay: number; readonly receipts: number };

export type Soaked = {
  readonly kills: readonly Kill[];
  readonly losses: readonly Loss[];
  readonly ledger: Ledger;
};

/** Between two kills, in milliseconds, at most. */
const LONGEST_PAUSE = 1_500;

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Lets participants submit at full speed while processes are killed at random moments, always with submissions on their
 * way. After each kill, before anybody sends again, what the box holds is compared with every receipt shown so far: a later
 * revision would hide the loss of an earlier one.
 */
export async function soak(soaking: Soak): Promise<Soaked> {
  const { ballot, roundId, participants, victims, lanes, seed, say } = soaking;
  const [ledger, gate] = [newLedger(), newGate()];
  const chance = chanceOf(`${seed}/kills`);
  const kills: Kill[] = [];
  const losses: Loss[] = [];
  const enough = () =>
    losses.length > 0 || (kills.length >= soaking.kills && ledger.receipts() >= soaking.receipts);
  const answering = Array.from({ length: lanes }, (_, lane) =>
    answerOn(
      { ...soaking, ledger, gate, enough, chance: chanceOf(`${seed}/lane ${lane}`) },
      participants.filter((_participant, index) => index % lanes === lane),
    ),
  );
  // A lane that fails before it is awaited below fails there.
  for (const lane of answering) lane.catch(() => undefined);
  const failed = Promise.race(answering.map((lane) => lane.then(() => new Promise<never>(() => {}))));

  const killOnce = async () => {
    await pause(chance.next() * LONGEST_PAUSE);
    while (gate.onTheWay() === 0) await pause(1);
    const victim = chance.oneOf(victims);
    kills.push({ victim: victim.name, onTheWay: gate.onTheWay(), receipts: ledger.receipts() });
    gate.close();
    victim.kill();
    await gate.settled();
    await victim.restart();
    losses.push(...ledger.losses(await heldIn(ballot, roundId)));
    say(
      `Kill ${kills.length}: ${victim.name}, ${kills.at(-1)?.onTheWay} on their way, ${ledger.receipts()} receipts.`,
    );
    gate.open();
  };
  while (kills.length < soaking.kills && losses.length === 0) await Promise.race([killOnce(), failed]);
  await Promise.all(answering);
  losses.push(...ledger.losses(await heldIn(ballot, roundId)));
  return { kills, losses, ledger };
}
