import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { refusedBySignIn } from "@/server/auth/door";
import { authOptions } from "@/server/auth/options";
import { withoutValues } from "@/server/trpc/refusals";
import { serves } from "@/server/trpc/requests";
import { atMost } from "@/server/trpc/shedding";

type Context = { params: Promise<{ nextauth: string[] }> };

/** Requests that one process answers at the same time. */
const AT_ONCE = 64;

async function handle(request: NextRequest, context: Context) {
  if (!serves("registry")) return new Response(null, { status: 404 });
  const { nextauth } = await context.params;
  const refused = await refusedBySignIn(request, nextauth.join("/"));
  return refused ?? withoutValues<Response>(NextAuth(authOptions())(request, context));
}

const sheltered = atMost(AT_ONCE, handle);

export { sheltered as GET, sheltered as POST };
