import "server-only";
import { registryHandle } from "@/server/connections";
import { registryEnv } from "@/server/env";
import type { Work } from "@/server/jobs/work";
import { mailerFor } from "@/server/mail/mailer";
import { mailWork } from "@/server/mail/work";
import { newToken } from "@/server/panel/links";

/** What a process that serves the registry does by itself. */
export function registryWork(): readonly Work[] {
  const env = registryEnv();
  const db = registryHandle();
  return mailWork({ db, mailer: mailerFor(env), publicUrl: env.AUTH_URL, newToken });
}
