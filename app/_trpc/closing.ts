"use client";

import { createTRPCClient, httpLink } from "@trpc/client";
import type { ClosingRouter } from "@/server/trpc/closing-router";

/** Procedures of the process that closes rounds, behind the same origin. */
export const closing = createTRPCClient<ClosingRouter>({ links: [httpLink({ url: "/api/closing" })] });
