import "server-only";
import { Refusal } from "@/domain/refusal";

/**
 * Lets so many acts of one name pass in a span of time and throws `too_often` for more. Counts stand in this process's
 * memory and are forgotten with each span; nothing about an address is ever asked. A name is a key or a token: a hall
 * shares one address, and must not be shut out.
 *
 * @param span in milliseconds.
 */
export function limitOf(most: number, span: number): (name: string, now: Date) => void {
  let began = Number.NEGATIVE_INFINITY;
  let counts = new Map<string, number>();
  return (name, now) => {
    const past = now.getTime() - began;
    // A clock that was set back begins a new span too, or nobody would be let through until it has caught up.
    if (past < 0 || past >= span) {
      began = now.getTime();
      counts = new Map();
    }
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    if (count > most) throw new Refusal("too_often");
  };
}
