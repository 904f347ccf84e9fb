"use client";

import { useRouter } from "next/navigation";
import { useCallback } from "react";
import { codeUnderWay } from "../../../_protocol/room";
import type { Room } from "./use-room";
import { useLookingAgain } from "./use-standing";

/**
 * Has a page that follows no session hear of one that has begun since it was loaded, whenever somebody comes back to it. It
 * is then drawn anew around what is written here, which stays; where the network fails before, nothing happens.
 */
export function useBegun(slug: string, room: Room | null): void {
  const router = useRouter();
  const code = room?.code ?? null;
  const look = useCallback(() => {
    codeUnderWay(window.location.origin, slug).then(
      (now) => {
        if (now !== null && now !== code) router.refresh();
      },
      () => undefined,
    );
  }, [slug, code, router]);
  useLookingAgain(look, { until: room !== null && room.hearing !== "over" });
}
