import "server-only";
import { eq } from "drizzle-orm";
import type { NextRequest } from "next/server";
import type { RegistryDatabase } from "@/db/registry/client";
import { sessions } from "@/db/registry/schema";
import { registryHandle } from "@/server/connections";
import { registryEnv } from "@/server/env";
import { signInCookies } from "./cookies";
import { storedToken } from "./hashed-sessions";

/**
 * Ends the session with which a browser came where the answer gives it another, or none: nobody holds it any more.
 *
 * @param authUrl the address of the instance.
 */
export async function endReplaced(
  db: RegistryDatabase,
  { request, response, authUrl }: { request: NextRequest; response: Response; authUrl: string },
): Promise<void> {
  const { name } = signInCookies(authUrl).sessionToken;
  const before = request.cookies.get(name)?.value;
  const isReplaced = response.headers.getSetCookie().some((line) => line.startsWith(`${name}=`));
  if (before === undefined || !isReplaced) return;
  await db.delete(sessions).where(eq(sessions.sessionToken, storedToken(before)));
}

/** The same in this process. */
export const endReplacedHere = (request: NextRequest, response: Response): Promise<void> =>
  endReplaced(registryHandle(), { request, response, authUrl: registryEnv().AUTH_URL });
