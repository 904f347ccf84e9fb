import "server-only";
import { bulkhead, isBulkheadRejectedError } from "cockatiel";
import { refusal } from "./requests";

/** Answers at most so many requests at the same time and turns the rest away at once, whoever they come from. */
export function atMost<Asked extends readonly unknown[]>(
  most: number,
  handle: (...asked: Asked) => Promise<Response> | Response,
): (...asked: Asked) => Promise<Response> {
  const inside = bulkhead(most);
  return async (...asked) => {
    try {
      return await inside.execute(() => handle(...asked));
    } catch (error) {
      if (isBulkheadRejectedError(error)) return refusal(503, "busy");
      throw error;
    }
  };
}
