import { TRPCError } from "@trpc/server";
import { Refusal } from "@/domain/refusal";

type Procedures = Record<string, unknown>;

/** The dotted names of a router's procedures, in order. */
export const namesIn = (router: { _def: { procedures: Procedures } }) =>
  Object.keys(router._def.procedures).sort();

/** Calls a procedure by its dotted name. */
export async function callByName(caller: unknown, name: string, input: unknown): Promise<unknown> {
  // A caller is a tree of functions along the router's own names, which `namesIn` lists.
  let place = caller as Record<string, unknown>;
  const steps = name.split(".");
  for (const step of steps.slice(0, -1)) place = place[step] as Record<string, unknown>;
  return (place[steps.at(-1) ?? ""] as (input: unknown) => Promise<unknown>)(input);
}

/** The refusal of somebody who may not do this; null for whoever is let in, whatever comes of it. */
export async function turnedAway(asked: Promise<unknown>): Promise<string | null> {
  const error = await asked.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  const code = error instanceof TRPCError && error.cause instanceof Refusal ? error.cause.code : null;
  return code === "not_signed_in" || code === "not_allowed" ? code : null;
}
