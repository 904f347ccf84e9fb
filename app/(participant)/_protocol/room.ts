import type { inferRouterOutputs } from "@trpc/server";
import type { Finding } from "@/domain/findings/finding";
import type { ItemMovement } from "@/domain/findings/movement";
import type { Item } from "@/domain/questionnaire/item";
import type { ChosenWords } from "@/domain/wording/chosen";
import type { RoomRouter } from "@/server/room/router";
import type { AppRouter } from "@/server/trpc/router";
import { asked, Refused } from "./transport";

/** A finding as the room sees it. Spelt out: the mark that proves a release stays with the server, which serialises none. */
export type RoomFinding = {
  readonly round: { readonly number: number };
  readonly finding: Finding;
  readonly chosen: ChosenWords;
  readonly movement: ItemMovement | null;
  readonly provisional: boolean;
  readonly index: number;
  readonly of: number;
};

/** What the rounds of a session found before on a carried item. */
export type RoomEarlier = {
  readonly itemId: string;
  readonly item: Item;
  readonly lineage: "carried" | "reworded";
  readonly round: { readonly id: string; readonly number: number };
  readonly findings: readonly Finding[];
  readonly chosen: ChosenWords;
  readonly provisional: boolean;
};

/** The calls about a session in the room: the same for everybody who knows its code, and without identity. */
export type RoomCalls = {
  readonly view: () => Promise<inferRouterOutputs<RoomRouter>["view"]>;
  readonly finding: (index: number) => Promise<RoomFinding>;
  readonly earlier: () => Promise<readonly RoomEarlier[]>;
};

/** Whether a call came to nothing because no session has the code. */
export const isNoRoom = (error: unknown): boolean =>
  error instanceof Refused && error.code === "room_code_unknown";

/** A session by its code, behind an address. Each reply has the type that its procedure states; casts say no more. */
export function roomBehind(baseUrl: string, code: string): RoomCalls {
  const ask = (path: string, input: object = {}) => asked(baseUrl, `/api/room/${path}`, { code, ...input });
  return {
    view: () => ask("view") as ReturnType<RoomCalls["view"]>,
    finding: (index) => ask("finding", { index }) as ReturnType<RoomCalls["finding"]>,
    earlier: () => ask("earlier") as ReturnType<RoomCalls["earlier"]>,
  };
}

/** The code of the session under way in a consultation, as anybody may ask for it; null where none is. */
export async function codeUnderWay(baseUrl: string, slug: string): Promise<string | null> {
  const underWay = asked(baseUrl, "/api/trpc/room.underWay", { slug });
  return (await (underWay as Promise<inferRouterOutputs<AppRouter>["room"]["underWay"]>)).code; // as the procedure states
}
