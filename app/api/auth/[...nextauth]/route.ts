import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { refusedBySignIn } from "@/server/auth/door";
import { authOptions } from "@/server/auth/options";
import { endReplacedHere } from "@/server/auth/replaced";
import { withoutValues } from "@/server/trpc/refusals";
import { serves } from "@/server/trpc/requests";
import { atMost } from "@/server/trpc/shedding";

type Context = { params: Promise<{ nextauth: string[] }> };

/** Requests that one process answers at the same time. */
const AT_ONCE = 64;

async function answered(request: NextRequest, context: Context): Promise<Response> {
  const response: Response = await NextAuth(authOptions())(request, context);
  await endReplacedHere(request, response);
  return response;
}

async function handle(request: NextRequest, context: Context) {
  if (!serves("registry")) return new Response(null, { status: 404 });
  const { nextauth } = await context.params;
  const refused = await refusedBySignIn(request, nextauth.join("/"));
  return refused ?? withoutValues(answered(request, context));
}

const sheltered = atMost(AT_ONCE, handle);

export { sheltered as GET, sheltered as POST };
