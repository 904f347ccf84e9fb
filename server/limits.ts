import "server-only";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { Refusal } from "@/domain/refusal";

/**
 * Lets so many acts of one name pass in a span of time that begins with the first, and refuses more with `too_often`.
 * Counts stand in this process's memory and are forgotten with the span; nothing about an address is ever asked. A name
 * is a key, a token or a place: a hall shares one address, and must not be shut out.
 */
export function limitOf(most: number, seconds: number): (name: string) => Promise<void> {
  const limiter = new RateLimiterMemory({ points: most, duration: seconds });
  return async (name) => {
    try {
      await limiter.consume(name);
    } catch (refused) {
      throw refused instanceof RateLimiterRes ? new Refusal("too_often") : refused;
    }
  };
}
