import "server-only";
import { randomUUID } from "node:crypto";
import { type TRPCDefaultErrorShape, TRPCError } from "@trpc/server";
import { ZodError } from "zod";
import { isLegible } from "@/domain/legible";
import { Refusal } from "@/domain/refusal";
import { log } from "@/server/log";
import { sentenceOf } from "@/server/words";

/** How a refusal's code maps to a protocol status; every other refusal is a failed precondition. */
const STATUS = {
  not_signed_in: "UNAUTHORIZED",
  not_allowed: "FORBIDDEN",
  not_found: "NOT_FOUND",
  malformed_request: "BAD_REQUEST",
  text_illegible: "BAD_REQUEST",
  too_often: "TOO_MANY_REQUESTS",
} as const;

function statusOf({ code }: Refusal): TRPCError["code"] {
  return code in STATUS ? STATUS[code as keyof typeof STATUS] : "PRECONDITION_FAILED"; // narrowed by `in`
}

/** Turns whatever a procedure threw into what a person may see, and tells this log of what nobody expected. */
export function translated(error: TRPCError, { failed }: typeof log = log): TRPCError {
  const cause = error.cause;
  if (cause instanceof Refusal)
    return new TRPCError({ code: statusOf(cause), message: sentenceOf(cause), cause });
  if (cause instanceof ZodError || error.code !== "INTERNAL_SERVER_ERROR") {
    const refusal = new Refusal("malformed_request");
    return new TRPCError({ code: "BAD_REQUEST", message: sentenceOf(refusal), cause: refusal });
  }
  const reference = randomUUID().slice(0, 8);
  failed("bug", cause, { reference });
  const unexpected = new Refusal("unexpected", { reference });
  return new TRPCError({ code: "INTERNAL_SERVER_ERROR", message: sentenceOf(unexpected), cause: unexpected });
}

/** What is told of an error, whichever router it comes from: a sentence for whoever asked, and the code of the refusal. */
export function told({ code, data }: TRPCDefaultErrorShape, { cause }: TRPCError) {
  // Errors raised before any procedure (an unknown path, a batch that cannot be read) have a sentence of tRPC's own.
  const refusal = cause instanceof Refusal ? cause : new Refusal("malformed_request");
  const { code: status, httpStatus } = data;
  return { code, message: sentenceOf(refusal), data: { code: status, httpStatus, refusal: refusal.code } };
}

/** Refuses what holds a text that cannot be kept, whatever it was meant for. Throws `text_illegible`. */
export async function refuseIllegible(sent: () => Promise<unknown>): Promise<void> {
  if (!isLegible(await sent())) throw new Refusal("text_illegible");
}

/**
 * What is asked outside of any procedure fails as inside of one: the log is told where and no value, whoever asked a
 * reference. Errors of the database carry what was sent.
 */
export async function withoutValues<Value>(asked: Promise<Value>): Promise<Value> {
  try {
    return await asked;
  } catch (cause) {
    throw translated(new TRPCError({ code: "INTERNAL_SERVER_ERROR", cause }));
  }
}
