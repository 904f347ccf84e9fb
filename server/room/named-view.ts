import "server-only";
import { canonicalJson, toBase64Url, utf8 } from "@/domain/anonymity/encoding";
import type { RoomView } from "@/domain/room/view";
import { sha256 } from "@/server/hashing";

/** A view by a name that is the same in every process: a hash of all of it but the time. */
export type NamedView = { readonly id: string; readonly view: RoomView };

export function nameOf({ now: _, ...view }: RoomView): string {
  return toBase64Url(sha256(utf8(canonicalJson(view)))).slice(0, 22);
}
