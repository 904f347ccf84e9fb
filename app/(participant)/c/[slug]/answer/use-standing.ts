"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { useServiceTime } from "@/app/_components/service-time";
import type { Manifest } from "@/domain/anonymity/manifest";
import { registryHere } from "../../../_means";
import { presentManifest } from "../../../_protocol/enrol";
import type { Asked } from "./asked";

/** How often it is asked what became of a round whose time is up, in milliseconds: it closes, or is extended, within a minute. */
const EVERY = 10_000;
/** Within this time the devices of a hall ask of which their room tells that something has become of its round, in milliseconds. */
const SPREAD = 1_500;

/**
 * Looks again whenever somebody comes back to this page: a device that slept or had no network has missed what happened.
 * With `often` also while the page is simply left open.
 */
export function useLookingAgain(look: () => void, { often = false, until = false } = {}): void {
  useEffect(() => {
    if (until) return;
    const again = () => {
      if (document.visibilityState === "visible") look();
    };
    document.addEventListener("visibilitychange", again);
    window.addEventListener("pageshow", again);
    window.addEventListener("online", again);
    const asking = often ? setInterval(again, EVERY) : undefined;
    return () => {
      document.removeEventListener("visibilitychange", again);
      window.removeEventListener("pageshow", again);
      window.removeEventListener("online", again);
      clearInterval(asking);
    };
  }, [look, often, until]);
}

function askedIn({ rounds, windows }: Manifest, { kind, roundId }: Asked): Asked | null {
  const [round, window] = [rounds.get(roundId), windows.get(roundId)];
  if (kind === "round") return round === undefined ? null : { kind, ...round };
  return window === undefined ? null : { kind, ...window };
}

/**
 * What is asked as the signed record has it now, however long this page has been open: its close may have been moved, it
 * may have closed or been withdrawn. Nothing else on the page changes by it, least of all what is written there. With `over`
 * no more answers are taken although its time may not have come: it was closed by hand. It is asked for again once
 * `told` changes, which is what a room tells of its round.
 */
export function useStanding(slug: string, asked: Asked, { over = false, told = "" } = {}): Asked {
  const [standing, setStanding] = useState(asked);
  const now = useServiceTime();
  const { closedAt, closesAt } = standing;
  const timeIsUp = closedAt === null && now !== null && new Date(closesAt) <= now;
  const look = useCallback(() => {
    presentManifest(registryHere(), slug).then(
      ({ manifest }) => setStanding((before) => askedIn(manifest, before) ?? before),
      // Where it cannot be asked now it is asked the next time; what is written here is safe meanwhile.
      () => undefined,
    );
  }, [slug]);
  const toldBefore = useRef(told);
  useEffect(() => {
    const before = toldBefore.current;
    toldBefore.current = told;
    if (before === "" || before === told) return;
    const timer = setTimeout(look, SPREAD * Math.random());
    return () => clearTimeout(timer);
  }, [told, look]);
  useLookingAgain(look, { often: timeIsUp || (over && closedAt === null), until: closedAt !== null });
  return standing;
}
