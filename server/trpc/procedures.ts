import "server-only";
import { z } from "zod";
import { type Act, type Actor, may, maySetUp, takesPart } from "@/domain/consultation/access";
import { Refusal } from "@/domain/refusal";
import { procedureAfter } from "./init";

/** For whoever is signed in. */
export const signedInProcedure = procedureAfter((actor) => {
  if (actor === null) throw new Refusal("not_signed_in");
  return actor;
});

function actingForMission(actor: Actor) {
  if (!maySetUp(actor)) throw new Refusal("not_allowed");
  return actor;
}

/** For whoever acts for a mission and may therefore set up a consultation. */
export const missionProcedure = signedInProcedure.use(({ ctx, next }) =>
  next({ ctx: { ...ctx, actor: actingForMission(ctx.actor) } }),
);

/** For whoever may do this act in the consultation that the input names as `consultationId`. */
export function procedureFor(act: Act) {
  return signedInProcedure.input(z.object({ consultationId: z.uuid() })).use(({ ctx, input, next }) => {
    if (!may(ctx.actor, act, input.consultationId)) throw new Refusal("not_allowed");
    return next();
  });
}

/** The same for one that sets up a consultation from another, for a mission. */
export const missionProcedureFor = (act: Act) =>
  procedureFor(act).use(({ ctx, next }) => next({ ctx: { ...ctx, actor: actingForMission(ctx.actor) } }));

/** For whoever has a role in the consultation that the input names as `consultationId`, whatever it allows. */
export const memberProcedure = signedInProcedure
  .input(z.object({ consultationId: z.uuid() }))
  .use(({ ctx, input, next }) => {
    if (!takesPart(ctx.actor, input.consultationId)) throw new Refusal("not_allowed");
    return next();
  });
