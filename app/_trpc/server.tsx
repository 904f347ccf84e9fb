import "server-only";
import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import { TRPCError } from "@trpc/server";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import { notFound, redirect } from "next/navigation";
import { cache, type ReactNode } from "react";
import { Refusal, type RefusalCode } from "@/domain/refusal";
import { registryContext } from "@/server/trpc/context";
import { appRouter } from "@/server/trpc/router";
import { makeQueryClient } from "./query-client";

export const getQueryClient = cache(makeQueryClient);
const context = cache(registryContext);

/** Procedures as query options, called in this process. */
export const trpc = createTRPCOptionsProxy({ ctx: context, router: appRouter, queryClient: getQueryClient });

/** Hands what the page fetched to its client components. */
export function HydrateClient({ children }: { children: ReactNode }) {
  return <HydrationBoundary state={dehydrate(getQueryClient())}>{children}</HydrationBoundary>;
}

/** For a page the last two mean an address that no consultation or round can have. */
const NOTHING_THERE = new Set<RefusalCode>([
  "not_found",
  "not_allowed",
  "malformed_request",
  "text_illegible",
]);

/**
 * Awaits what a page asks for. A refusal sends the reader where they can do something about it: to the sign-in page, or
 * to "nothing at this address", which is also what somebody without a role sees.
 */
export async function forPage<Value>(asked: Promise<Value>): Promise<Value> {
  try {
    return await asked;
  } catch (error) {
    const refusal = error instanceof TRPCError && error.cause instanceof Refusal ? error.cause : null;
    if (refusal?.code === "not_signed_in") redirect("/sign-in");
    if (refusal !== null && NOTHING_THERE.has(refusal.code)) notFound();
    throw error;
  }
}
