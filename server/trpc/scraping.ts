import "server-only";
import { registryHandle } from "@/server/connections";
import { commonEnv } from "@/server/env";
import { exposition, mayScrape } from "@/server/metrics";
import { serves } from "./requests";

/**
 * The answer to whoever gathers figures: 404 where this process serves no registry or has no METRICS_TOKEN, 401 without
 * the token. A ballot box has no figures: every one of them would tell when somebody answered.
 */
export async function scraped(request: Request): Promise<Response> {
  const { METRICS_TOKEN } = commonEnv();
  if (METRICS_TOKEN === undefined || !serves("registry")) return new Response(null, { status: 404 });
  if (!mayScrape(request.headers.get("authorization"), METRICS_TOKEN))
    return new Response(null, { status: 401, headers: { "www-authenticate": "Bearer" } });
  return new Response(await exposition(registryHandle()), {
    headers: { "content-type": "text/plain; version=0.0.4; charset=utf-8", "cache-control": "no-store" },
  });
}
