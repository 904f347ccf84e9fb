import "server-only";
import { refusal } from "./requests";

type Handler = (request: Request) => Promise<Response> | Response;

/** Answers at most so many requests at the same time and turns the rest away at once, whoever they come from. */
export function atMost(most: number, handle: Handler): (request: Request) => Promise<Response> {
  let present = 0;
  return async (request) => {
    if (present >= most) return refusal(503, "busy");
    present += 1;
    try {
      return await handle(request);
    } finally {
      present -= 1;
    }
  };
}
