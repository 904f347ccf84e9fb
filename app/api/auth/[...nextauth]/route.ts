import NextAuth from "next-auth";
import { authOptions } from "@/server/auth/options";
import { serves } from "@/server/trpc/requests";

type Context = { params: Promise<{ nextauth: string[] }> };

function handle(request: Request, context: Context) {
  if (!serves("registry")) return new Response(null, { status: 404 });
  return NextAuth(authOptions())(request, context);
}

export { handle as GET, handle as POST };
