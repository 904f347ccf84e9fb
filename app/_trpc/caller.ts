import "server-only";
import { cache } from "react";
import { registryContext } from "@/server/trpc/context";
import { callRegistry } from "@/server/trpc/router";

/**
 * The registry's procedures, called in this process by pages that need no cache in the browser. Nothing is serialised on
 * the way, so released figures keep the type that proves their release.
 */
export const registry = cache(async () => callRegistry(await registryContext()));
