import "server-only";
import { listenToRegistry } from "@/db/connect";
import type { RegistryDatabase } from "@/db/registry/client";
import { ROOM_CHANNEL, tellRoom } from "./notify";

/** How a process hears from others that something of a consultation's session may have changed. */
export type Listening = {
  /** Begins anew where the connection has gone deaf; to be asked every other second. */
  readonly check: () => Promise<void>;
  readonly end: () => void;
};

/** Milliseconds without a word after which a connection counts as deaf: in that time it should have heard itself thrice. */
const DEAF = 7_000;

/**
 * Listens to the registry at `url`, and tells of which consultation it heard; null where it may be any, since it has only
 * now begun to. It sends itself a word at each check, since a connection that was cut, or is half open, does not tell.
 */
export function listeningAt(
  url: string,
  db: RegistryDatabase,
  heard: (consultationId: string | null) => void,
): Listening {
  let heardAt = 0;
  const begin = () => {
    heardAt = performance.now();
    const said = (consultationId: string) => {
      heardAt = performance.now();
      if (consultationId !== "") heard(consultationId);
    };
    return listenToRegistry(url, ROOM_CHANNEL, said, () => heard(null));
  };
  let ear = begin();
  return {
    check: async () => {
      if (performance.now() - heardAt > DEAF) {
        ear.end();
        ear = begin();
      }
      await tellRoom(db, "");
    },
    end: () => ear.end(),
  };
}
