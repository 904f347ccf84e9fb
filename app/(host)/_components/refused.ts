"use client";

import { TRPCClientError } from "@trpc/client";
import { useTranslations } from "next-intl";
import type { RefusalCode } from "@/domain/refusal";

/** What the server said; `undefined` where nothing was said by anybody, `null` where no reply of the server's came. */
export function saidByServer(error: unknown): string | null | undefined {
  if (error === null || error === undefined) return undefined;
  return error instanceof TRPCClientError && error.data ? error.message : null;
}

/** Whether the server refused for this reason. */
export const isRefused = (error: unknown, code: RefusalCode): boolean =>
  error instanceof TRPCClientError && error.data?.refusal === code;

/**
 * The sentence that an error is shown with: the server's, or else what to do where no reply came. `of` is what was asked
 * for: a `text` to be kept, an `act` that may have been done all the same, what is best asked for `again`, a `change` that was
 * shown and is taken back, or a `step` on a page that asks by itself what became of it.
 */
export function useRefused(
  of: "text" | "act" | "again" | "change" | "step",
): (error: unknown) => string | undefined {
  const t = useTranslations("noReply");
  return (error) => {
    const said = saidByServer(error);
    return said === null ? t(of) : said;
  };
}
