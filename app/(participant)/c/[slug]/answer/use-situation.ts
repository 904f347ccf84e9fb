"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { type RoundShown, roundDue } from "@/domain/room/following";
import type { RoomView } from "@/domain/room/view";
import { type Situation, situationOn } from "./situation";

/** Within this time the devices of a hall look anew after a round has opened, in milliseconds. */
const SPREAD = 1_500;
/** And after so long once more, where something stood in the way. */
const AGAIN = 3_000;

function shownIn(situation: Situation): RoundShown | null {
  if (!("round" in situation)) return null;
  return { roundId: situation.round.roundId, answering: situation.state === "open" };
}

/** The address names no page of a sheet any more: the next round's begins anew. */
export const forgetPage = () => window.history.replaceState(null, "", window.location.pathname);

/**
 * Where the participant stands. In a session in the room it is looked at anew when a round opens there, so that a device
 * that waits turns to the questions by itself.
 */
export function useSituation(slug: string, view: RoomView | null) {
  const [situation, setSituation] = useState<Situation>({ state: "loading" });
  const [problem, setProblem] = useState<{ readonly error: unknown } | null>(null);
  const lookedFor = useRef<string | null>(null);

  const look = useCallback(() => {
    setProblem(null);
    situationOn(slug).then(setSituation, (error: unknown) => setProblem({ error }));
  }, [slug]);
  useEffect(look, [look]);

  const looking = situation.state === "loading" && problem === null;
  const due = view !== null && !looking && roundDue(shownIn(situation), view) === "look" && view.round.id;
  useEffect(() => {
    // Once for each round, however the answer is: whoever has no credential for it has none the next second.
    if (due === false) lookedFor.current = null;
    if (due === false || (lookedFor.current === due && problem === null)) return;
    const timer = setTimeout(
      () => {
        lookedFor.current = due;
        forgetPage();
        look();
      },
      (problem === null ? 0 : AGAIN) + SPREAD * Math.random(),
    );
    return () => clearTimeout(timer);
  }, [due, problem, look]);

  return { situation, setSituation, problem, look };
}
