import "server-only";
import { bulkhead, isBulkheadRejectedError } from "cockatiel";
import { refusal } from "./requests";

type Handler = (request: Request) => Promise<Response> | Response;

/** Answers at most so many requests at the same time and turns the rest away at once, whoever they come from. */
export function atMost(most: number, handle: Handler): (request: Request) => Promise<Response> {
  const inside = bulkhead(most);
  return async (request) => {
    try {
      return await inside.execute(() => handle(request));
    } catch (error) {
      if (isBulkheadRejectedError(error)) return refusal(503, "busy");
      throw error;
    }
  };
}
