import NextAuth, { type NextAuthOptions } from "next-auth";

type Reply = { redirect: string; body: unknown };

/** A browser that keeps cookies, speaking to the sign-in address. */
export function signInBrowser(options: NextAuthOptions) {
  const cookies: Record<string, string> = {};
  async function ask(
    method: "GET" | "POST",
    path: string,
    fields: Record<string, string> = {},
  ): Promise<Reply> {
    const reply: Reply = { redirect: "", body: null };
    const headers: Record<string, string | string[]> = {};
    const request = {
      method,
      cookies,
      headers: {},
      query: { nextauth: path.split("/"), ...(method === "GET" && fields) },
      body: method === "POST" ? fields : {},
    };
    const finished = (body?: unknown) => {
      reply.body = body ?? null;
    };
    const response = {
      getHeader: (name: string) => headers[name],
      setHeader: (name: string, value: string | string[]) => {
        headers[name] = value;
      },
      status: () => response,
      json: finished,
      send: finished,
      end: finished,
    };
    await NextAuth(options)(request, response);
    for (const cookie of [headers["Set-Cookie"] ?? []].flat()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      cookies[name] = decodeURIComponent(value);
    }
    return { ...reply, redirect: String(headers.Location ?? "") };
  }
  /** Sends a form of the sign-in page, with the token against forged ones, and gives where the page would go next. */
  async function send(path: string, fields: Record<string, string>): Promise<string> {
    const { body } = await ask("GET", "csrf");
    // The reply of `csrf` has this one field.
    const { csrfToken } = body as { csrfToken: string };
    return (await ask("POST", path, { csrfToken, ...fields })).redirect;
  }
  return { cookies, ask, send };
}
