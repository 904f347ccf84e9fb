"use client";

import { useEffect, useState } from "react";
import { type RoomEarlier, roomBehind } from "../../../_protocol/room";
import type { EarlierItem } from "./earlier-round";
import { RoomWords } from "./room-words";
import { useLoaded } from "./use-loaded";
import type { Room } from "./use-room";

const NONE: readonly RoomEarlier[] = [];
/** How often it is asked again where nothing came, and after how many milliseconds: a process may hear late of a round. */
const AGAIN = { times: 3, after: 3_000 };

/**
 * What the rounds of this session found before on the items of a round that asks them again, by item id, ready to be shown
 * beside them. What cannot be read stands beside nothing: it must not keep anybody from answering.
 */
export function useRoomEarlier(room: Room | null, roundId: string | null): Record<string, EarlierItem> {
  const [found, setFound] = useState(NONE);
  const round = room?.view?.round ?? null;
  // Nothing stands before a first round, and nobody need ask.
  const code = room !== null && round?.id === roundId && (round?.number ?? 0) > 1 ? room.code : null;
  useEffect(() => {
    if (code === null) return setFound(NONE);
    let current = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async (left: number) => {
      const earlier = await roomBehind(window.location.origin, code)
        .earlier()
        .catch(() => NONE);
      if (!current) return;
      if (earlier.length > 0) setFound(earlier);
      else if (left > 0) timer = setTimeout(ask, AGAIN.after, left - 1);
    };
    ask(AGAIN.times);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [code]);
  const parts = useLoaded(found.length > 0, () => import("./room-found"));
  if (room === null || parts === null) return {};
  const { RoomEarlierFound } = parts;
  return Object.fromEntries(
    found.map((earlier) => [
      earlier.itemId,
      {
        item: earlier.item,
        lineage: earlier.lineage,
        round: earlier.round,
        found: (
          <RoomWords words={room.words}>
            <RoomEarlierFound earlier={earlier} />
          </RoomWords>
        ),
      },
    ]),
  );
}
