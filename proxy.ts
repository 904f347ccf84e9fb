import { type NextRequest, NextResponse } from "next/server";

/** For two years browsers ask this host over https alone; told only where it is reached so. */
const HTTPS_ONLY = "max-age=63072000";

/** Where a page may load from and send to, given its nonce. */
function policyWith(nonce: string): string {
  // React's development build evaluates strings to rebuild stack traces; production never does.
  const evaluation = process.env.NODE_ENV === "development" ? " 'unsafe-eval'" : "";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${evaluation}`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** Files that others wrote: should a browser show one after all, nothing in it runs, and it belongs to no origin. */
const OF_OTHERS = /^\/c\/[^/]+\/background\//;
const AS_NO_PAGE = "sandbox; default-src 'none'; frame-ancestors 'none'";

/** Whether an address can be read: the framework fails over one that ends in the middle of a character. */
function canBeRead(address: string): boolean {
  try {
    decodeURIComponent(address);
    return true;
  } catch {
    return false;
  }
}

/**
 * The answer to what no page is there for: an address that cannot be read, or anything but reading one. The framework
 * would look for an act of its own under the name that was sent, and write that name into the log.
 */
function answered({ method, nextUrl }: NextRequest): NextResponse | null {
  if (!canBeRead(nextUrl.pathname)) return new NextResponse(null, { status: 400 });
  return /^(GET|HEAD)$/.test(method) ? null : new NextResponse(null, { status: 405 });
}

/**
 * Gives each page a content security policy with a fresh nonce, and what is none a stricter one; next.config.mjs adds what every answer carries. It guards
 * nothing: who may do what is decided in procedures.
 */
export function proxy(request: NextRequest) {
  const nonce = btoa(crypto.randomUUID());
  const policy = OF_OTHERS.test(request.nextUrl.pathname) ? AS_NO_PAGE : policyWith(nonce);
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  const response = answered(request) ?? NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  if (process.env.AUTH_URL?.startsWith("https:"))
    response.headers.set("strict-transport-security", HTTPS_ONLY);
  return response;
}

export const config = {
  // Of the addresses of procedures only those that none of ours has: what they are sent is not to be read twice.
  matcher: ["/((?!api/|_next/static/).*)", "/api/(.*%.*)"],
};
