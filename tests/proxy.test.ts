import { NextRequest } from "next/server";
import { describe, expect, it } from "vitest";
import { proxy } from "@/proxy";

const asked = (path: string, init: ConstructorParameters<typeof NextRequest>[1] = {}) =>
  proxy(new NextRequest(`https://tour-de-table.example${path}`, init));

describe("what stands before every page", () => {
  it("[E151] lets pages be read and nothing else", () => {
    for (const method of ["GET", "HEAD"]) expect(asked("/method", { method }).status).toBe(200);
    for (const method of ["POST", "PUT", "DELETE", "OPTIONS", "PROPFIND"])
      expect(asked("/method", { method, headers: { "next-action": "0".repeat(42) } }).status).toBe(405);
  });

  it("[E151] answers an address that ends in the middle of a character", () => {
    for (const path of ["/c/a%ff", "/%e0%a4", "/api/ballot/submit%ff"]) expect(asked(path).status).toBe(400);
    expect(asked("/c/caf%C3%A9").status).toBe(200);
  });

  it("[B9] lets nothing run in a file that hosts sent, should a browser show it after all", () => {
    const policyOf = (path: string) => asked(path).headers.get("content-security-policy") ?? "";
    expect(policyOf("/c/a-title/background/0b6f")).toBe(
      "sandbox; default-src 'none'; frame-ancestors 'none'",
    );
    for (const page of [
      "/c/a-title",
      "/c/background",
      "/c/a-title/paper/1",
      "/consultations/x/rounds/y/background",
    ])
      expect(policyOf(page)).not.toContain("sandbox");
  });

  it("[E148] gives each answer a policy with a nonce of its own", () => {
    const policies = ["/method", "/method", "/c/a%ff"].map((path) =>
      asked(path).headers.get("content-security-policy"),
    );
    expect(new Set(policies).size).toBe(3);
    for (const policy of policies) expect(policy).toMatch(/script-src 'self' 'nonce-[A-Za-z0-9+/=]{40,}'/);
  });
});
