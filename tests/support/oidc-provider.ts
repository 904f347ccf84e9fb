import { generateKeyPairSync, randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import Provider, { type Configuration } from "oidc-provider";

/** Somebody whom the provider knows, and what it says of them. */
export type Account = { readonly sub: string; readonly email?: string; readonly email_verified?: boolean };

type Providing = {
  readonly port: number;
  /** Where the instance is reached that asks it. */
  readonly baseUrl: string;
  /** Whom it knows; looked at anew each time. */
  readonly accounts: () => readonly Account[];
  /** Whether the address stands in the token already, or in the second answer alone, as the standard has it. */
  readonly addressInToken?: boolean;
};

const CLIENT = { OIDC_CLIENT_ID: "tour-de-table", OIDC_CLIENT_SECRET: randomBytes(24).toString("base64url") };

const issuerAt = (port: number) => `http://localhost:${port}`;

/** What an instance is told that asks the provider at this port. */
export const askingProviderAt = (port: number) => ({
  OIDC_ISSUER: issuerAt(port),
  OIDC_NAME: "the Ministry",
  ...CLIENT,
});

function configuration({ baseUrl, accounts, addressInToken = false }: Providing): Configuration {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return {
    clients: [
      {
        client_id: CLIENT.OIDC_CLIENT_ID,
        client_secret: CLIENT.OIDC_CLIENT_SECRET,
        redirect_uris: [`${baseUrl}/api/auth/callback/oidc`],
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: "jwk" }), kid: "one", use: "sig" }] },
    // Seconds, each given so that it has nothing to remark on.
    ttl: { AccessToken: 60, AuthorizationCode: 60, IdToken: 60, Interaction: 300, Session: 300, Grant: 300 },
    cookies: { keys: [randomBytes(16).toString("base64url")] },
    claims: { email: ["email", "email_verified"] },
    conformIdTokenClaims: !addressInToken,
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, sub) => {
      const account = accounts().find((one) => one.sub === sub);
      return account && { accountId: sub, claims: () => ({ ...account }) };
    },
    // Whoever signs in agrees.
    loadExistingGrant: async ({ oidc }) => {
      const { clientId } = oidc.client ?? {};
      const accountId = oidc.session?.accountId;
      if (clientId === undefined || accountId === undefined) return undefined;
      const grant = new oidc.provider.Grant({ clientId, accountId });
      grant.addOIDCScope("openid email");
      await grant.save();
      return grant;
    },
  };
}

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return new URLSearchParams(Buffer.concat(parts).toString());
}

/** Its page: a button for each whom it knows. */
function page(accounts: readonly Account[], response: ServerResponse): void {
  const buttons = accounts.map(({ sub }) => `<button name="sub" value="${sub}">${sub}</button>`);
  response.setHeader("content-type", "text/html");
  response.end(`<!doctype html><title>Provider</title><form method="post">${buttons.join(" ")}</form>`);
}

/**
 * A real provider of OpenID Connect on this machine, whose people sign in at a press of the button with their name.
 */
export async function startProvider(providing: Providing) {
  const issuer = issuerAt(providing.port);
  const provider = new Provider(issuer, configuration(providing));
  const callback = provider.callback();
  const server = createServer(async (request, response) => {
    if (!request.url?.startsWith("/interaction/")) return callback(request, response);
    if (request.method !== "POST") return page(providing.accounts(), response);
    const accountId = (await formOf(request)).get("sub") ?? "";
    await provider.interactionFinished(request, response, { login: { accountId } });
  });
  await new Promise<void>((resolve) => server.listen(providing.port, resolve));
  return {
    issuer,
    variables: askingProviderAt(providing.port),
    stop: () => {
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** Signs in at the provider without pages, and gives the address with which it sends the browser back. */
export async function throughProvider(asked: string, sub: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let form: string | undefined;
  let next = asked;
  while (!next.includes("/api/auth/callback/")) {
    const response = await fetch(next, {
      redirect: "manual",
      headers: {
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; "),
        ...(form !== undefined && { "content-type": "application/x-www-form-urlencoded" }),
      },
      ...(form !== undefined && { method: "POST", body: form }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const location = response.headers.get("location");
    if (location === null && form !== undefined) throw new Error(`The provider answered ${response.status}.`);
    form = location === null ? `sub=${sub}` : undefined;
    next = location === null ? next : new URL(location, next).href;
  }
  return new URL(next);
}
