import "server-only";
import { initTRPC } from "@trpc/server";
import type { RegistryDatabase } from "@/db/registry/client";
import type { Actor } from "@/domain/consultation/access";
import { Refusal } from "@/domain/refusal";
import type { ObjectStore } from "@/server/background-papers/object-store";
import type { BallotBox } from "@/server/conduct/box";
import type { RegistrySecrets } from "@/server/manifest/keys";
import { countAct, type Outcome } from "@/server/metrics";
import { refuseIllegible, told, translated } from "./refusals";

/** What the registry's procedures are given. Time, secrets and the way to the ballot box enter here and nowhere else. */
export type RegistryContext = {
  readonly db: RegistryDatabase;
  readonly actor: Actor | null;
  readonly now: Date;
  readonly secrets: RegistrySecrets;
  readonly ballotBox: BallotBox;
  /** The address under which participants reach this instance. */
  readonly publicUrl: string;
  /** Where files lie that are not in the database; null where the database keeps them all. */
  readonly objectStore: ObjectStore | null;
};

const t = initTRPC.context<RegistryContext>().create({
  errorFormatter: ({ shape, error }) => told(shape, error),
});

export const { router, createCallerFactory } = t;

const refusals = t.middleware(async ({ next }) => {
  const result = await next();
  if (!result.ok) throw translated(result.error);
  return result;
});

const legible = t.middleware(async ({ getRawInput, next }) => {
  await refuseIllegible(getRawInput);
  return next();
});

/** For everyone: participants, readers, and whoever is signed in. */
export const publicProcedure = t.procedure.use(refusals).use(legible);

const outcomeOf = (error: Error | undefined): Outcome =>
  error === undefined ? "done" : error instanceof Refusal && error.code !== "unexpected" ? "refused" : "bug";

/** Counts what people who are signed in do. What participants do is counted nowhere. */
const counted = t.middleware(async ({ ctx, path, next }) => {
  const before = performance.now();
  const result = await next();
  const outcome = result.ok ? "done" : outcomeOf(result.error.cause);
  if (ctx.actor !== null) countAct(path, outcome, (performance.now() - before) / 1_000);
  return result;
});

/** For whoever `asked` lets through, which throws otherwise; it comes before what they sent is read. */
export const procedureAfter = (asked: (actor: Actor | null) => Actor) =>
  t.procedure
    .use(counted)
    .use(refusals)
    .use(({ ctx, next }) => next({ ctx: { ...ctx, actor: asked(ctx.actor) } }))
    .use(legible);
