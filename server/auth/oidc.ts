import "server-only";
import type { OAuthConfig, UserinfoEndpointHandler } from "next-auth/providers/oauth";
import { commonEnv, type RegistryEnv, registryEnv } from "@/server/env";
import { addressOf } from "./invitation";

/** The provider's name among next-auth's, and so in the address to which it sends people back. */
export const OIDC = "oidc";

/** Milliseconds that the provider has for each answer. */
const PATIENCE = 10_000;

/** What is asked of a provider about a person: who it is there, and with which address. */
export type Claims = {
  readonly iss: unknown;
  readonly sub: string;
  readonly email?: string;
  readonly email_verified: unknown;
};

type Asked = Parameters<NonNullable<UserinfoEndpointHandler["request"]>>[0];
type CheckedTokens = Exclude<Parameters<Asked["client"]["userinfo"]>[0], string>;

/**
 * The claims of a token that has been checked. Address and its verification are of one source: of the token, or else of
 * the provider's second answer, which the library refuses where it is about another person.
 */
async function claimsIn({ tokens, client }: Asked): Promise<Claims> {
  const checked = tokens as CheckedTokens; // the library passes its own class, whose data alone is in the type
  const { iss, sub, ...told } = checked.claims();
  const complete = told.email !== undefined && told.email_verified !== undefined;
  const source = complete ? told : await client.userinfo(checked);
  const { email, email_verified } = source;
  return { iss, sub, email_verified, ...(typeof email === "string" && { email }) };
}

type ProviderSettings = Pick<
  RegistryEnv,
  "OIDC_ISSUER" | "OIDC_CLIENT_ID" | "OIDC_CLIENT_SECRET" | "OIDC_NAME"
>;

/** Who this instance asks beside the mailed link; null where nobody is named. */
export function providerOf(settings: ProviderSettings): OAuthConfig<Claims> | null {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = settings;
  if (OIDC_ISSUER === undefined || OIDC_CLIENT_ID === undefined || OIDC_CLIENT_SECRET === undefined)
    return null;
  return {
    id: OIDC,
    name: nameOf(settings) ?? OIDC,
    type: "oauth",
    wellKnown: `${OIDC_ISSUER.replace(/\/$/, "")}/.well-known/openid-configuration`,
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    authorization: { params: { scope: "openid email" } },
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    httpOptions: { timeout: PATIENCE },
    userinfo: { request: claimsIn },
    profile: ({ iss, sub, email }) => ({
      // Who it is at a provider, of whoever it is at another.
      id: `${iss} ${sub}`,
      email: addressOf(email ?? ""),
    }),
    // The same address is the same person. That is safe since `refusalOf` has seen that the provider verified it.
    allowDangerousEmailAccountLinking: true,
  };
}

function nameOf({ OIDC_ISSUER, OIDC_NAME }: ProviderSettings): string | null {
  return OIDC_ISSUER === undefined ? null : (OIDC_NAME ?? new URL(OIDC_ISSUER).host);
}

/** What people are told to sign in with; null where there is the mailed link alone, and where nobody signs in. */
export const providerName = (): string | null =>
  commonEnv().TDT_ROLE === "ballot" ? null : nameOf(registryEnv());

/** Why a provider's word lets nobody in: the names of sentences under `oidc.problems` of `messages/`. */
export type OidcRefusal = "OidcIssuer" | "OidcUnverified" | "OidcNotInvited" | "OidcOtherAddress";

type Asking = { readonly issuer: string; readonly isInvited: (address: string) => Promise<boolean> };

/**
 * Why this account signs nobody in; null if it may.
 *
 * @param address of the person whom the account has signed in before, or else the one that it has now: an account never
 * signs in anybody but the person of the address that it has now.
 */
export async function refusalOf(
  claims: Claims | undefined,
  address: string | null | undefined,
  { issuer, isInvited }: Asking,
): Promise<OidcRefusal | null> {
  if (claims?.iss !== issuer) return "OidcIssuer";
  const { email, email_verified } = claims;
  if (!email || email_verified !== true) return "OidcUnverified";
  if (!(await isInvited(email))) return "OidcNotInvited";
  return address === addressOf(email) ? null : "OidcOtherAddress";
}
