import "server-only";
import { DrizzleAdapter } from "@auth/drizzle-adapter";
import type { Adapter, AdapterAccount } from "next-auth/adapters";
import type { RegistryDatabase } from "@/db/registry/client";
import { accounts, people, sessions, verificationTokens } from "@/db/registry/schema";
import { withHashedSessions } from "./hashed-sessions";

const tables = {
  usersTable: people,
  accountsTable: accounts,
  sessionsTable: sessions,
  verificationTokensTable: verificationTokens,
};

/**
 * How next-auth reads and writes the registry. Signing in makes nobody: people are invited. Of an account with a provider
 * it keeps whose it is, and none of the tokens that came along: nothing here asks the provider for more later.
 */
export function signInAdapter(db: RegistryDatabase): Adapter {
  // The adapter is written for Auth.js; its methods are those that next-auth 4 calls.
  const adapter = DrizzleAdapter(db, tables) as Parameters<typeof withHashedSessions>[1];
  return {
    ...withHashedSessions(db, adapter),
    createUser: () => {
      throw new Error("signing in makes nobody");
    },
    linkAccount: async ({ userId, type, provider, providerAccountId }: AdapterAccount) => {
      await db.insert(accounts).values({ userId, type, provider, providerAccountId }).onConflictDoNothing();
    },
  };
}
