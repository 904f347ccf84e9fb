import { followRoom, type Listener } from "./room-stream";

/**
 * Follows a session on this page until what is given back is called. A device that wakes, or whose network is back, tries
 * at once; one that has lost its network lets go of a stream that has fallen silent.
 */
export function followHere(code: string, listener: Listener): () => void {
  const { stop, wake, drop } = followRoom(window.location.origin, code, listener);
  const onShown = () => document.visibilityState === "visible" && wake();
  window.addEventListener("online", wake);
  window.addEventListener("offline", drop);
  document.addEventListener("visibilitychange", onShown);
  return () => {
    window.removeEventListener("online", wake);
    window.removeEventListener("offline", drop);
    document.removeEventListener("visibilitychange", onShown);
    stop();
  };
}
