import "server-only";
import { Refusal, type RefusalCode } from "@/domain/refusal";
import { commonEnv, type ProcessRole, registryEnv } from "@/server/env";
import { sentenceOf } from "@/server/words";

/** Whether this process serves one side: its own role, or all of them. */
export function serves(side: Exclude<ProcessRole, "all">): boolean {
  const role = commonEnv().TDT_ROLE;
  return role === "all" || role === side;
}

/** Whether a request that changes something comes from a page of ours, as the browser states it. */
export function fromThisOrigin(request: Request): boolean {
  const origin = request.headers.get("origin");
  const site = request.headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  return origin === null || origin === new URL(registryEnv().AUTH_URL).origin;
}

/** Bytes that one request to the ballot box may have: a response with its longest open answers fits several times. */
const MOST_BYTES = 262_144;

/** Bytes that one request to the registry may have: a pasted panel, or a questionnaire, with room to spare. */
const MOST_BYTES_OF_REGISTRY = 4_194_304;

/** Bytes of the body, as the request states them; not a number where it states none. */
export const lengthOf = ({ headers }: Request): number => Number(headers.get("content-length") ?? Number.NaN);

/** Whether the body is said to be JSON. */
const isJson = ({ headers }: Request): boolean =>
  /^application\/json\s*(;|$)/i.test(headers.get("content-type") ?? "");

/** Refuses what the registry never takes: changes that another site asks for, bodies beyond measure, other than JSON. */
export function refusedByRegistry(request: Request): Response | null {
  if (request.method !== "POST") return null;
  if (!fromThisOrigin(request)) return refusal(403, "not_allowed");
  if (!isJson(request)) return refusal(415, "malformed_request");
  return lengthOf(request) <= MOST_BYTES_OF_REGISTRY ? null : refusal(413, "malformed_request");
}

/** A refusal before any procedure, in the shape of a procedure's. */
export function refusal(status: number, code: RefusalCode, values: Refusal["values"] = {}): Response {
  const message = sentenceOf(new Refusal(code, values));
  return Response.json({ error: { message, data: { httpStatus: status, refusal: code } } }, { status });
}

/** Refuses what the ballot box never takes: cookies, authorization, other content than JSON, bodies beyond measure. */
export function refusedAtTheDoor(request: Request): Response | null {
  const { headers } = request;
  if (headers.has("cookie") || headers.has("authorization")) return refusal(400, "identity_refused");
  if (!isJson(request)) return refusal(415, "malformed_request");
  return lengthOf(request) <= MOST_BYTES ? null : refusal(413, "malformed_request");
}
