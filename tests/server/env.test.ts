import { generateKeyPairSync, randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { environmentProblems } from "@/server/env";

const { privateKey, publicKey } = generateKeyPairSync("ed25519");
const base64 = (text: string | Buffer) => Buffer.from(text).toString("base64");

const REGISTRY = {
  DATABASE_URL: "postgres://registry@db.example/registry",
  AUTH_URL: "https://tour-de-table.example",
  AUTH_SECRET: "x".repeat(32),
  AUTH_EMAIL_FROM: "no-reply@tour-de-table.example",
  SMTP_URL: "smtps://mail.example",
  KEY_ENCRYPTION_KEY: base64(randomBytes(32)),
  MANIFEST_SIGNING_KEY: base64(privateKey.export({ type: "pkcs8", format: "pem" })),
  BALLOT_URL: "https://ballot.tour-de-table.example",
};
const BALLOT = {
  BALLOT_DATABASE_URL: "postgresql://ballot@db.example/ballot",
  MANIFEST_PUBLIC_KEY: base64(publicKey.export({ type: "spki", format: "pem" })),
  CHALLENGE_KEY: base64(randomBytes(32)),
};
type Variables = Readonly<Record<string, string>>;
const missing = (variables: Variables) =>
  Object.keys(variables)
    .map((name) => `${name} is missing.`)
    .toSorted();
const problems = (variables: Variables) => environmentProblems(variables).toSorted();

describe("the environment", () => {
  it.each<[string, Variables, Variables]>([
    ["registry", REGISTRY, BALLOT],
    ["ballot", BALLOT, REGISTRY],
  ])("[S17] of the role %s holds its own side and needs nothing of the other", (role, own, other) => {
    expect(problems({ TDT_ROLE: role, ...own })).toEqual([]);
    expect(problems({ TDT_ROLE: role, ...other })).toEqual(missing(own));
  });

  it.each(["closing", "all"])("[S17] of the role %s holds both sides", (role) => {
    expect(problems({ TDT_ROLE: role, ...REGISTRY, ...BALLOT })).toEqual([]);
    expect(problems({ TDT_ROLE: role, ...REGISTRY })).toEqual(missing(BALLOT));
    expect(problems({ TDT_ROLE: role })).toEqual(missing({ ...REGISTRY, ...BALLOT }));
  });

  it("[S18] names the role that it lacks or does not know, and then asks for nothing else", () => {
    expect(problems({})).toEqual(["TDT_ROLE is missing."]);
    expect(problems({ TDT_ROLE: "both", ...REGISTRY })).toEqual([
      "TDT_ROLE must be one of registry, ballot, closing, all.",
    ]);
  });

  it.each([
    ["DATABASE_URL", "mysql://db.example/registry", "must be a postgres:// address"],
    ["DATABASE_URL", "", "must be a postgres:// address"],
    ["BALLOT_DATABASE_URL", "postgres:// ballot", "must be a postgres:// address"],
    ["AUTH_URL", "tour-de-table.example", "must be an http:// or https:// address"],
    ["BALLOT_URL", "ftp://ballot.example", "must be an http:// or https:// address"],
    ["AUTH_SECRET", "x".repeat(31), "must have at least 32 characters"],
    ["AUTH_EMAIL_FROM", "", "must be the sender of sign-in links"],
    ["SMTP_URL", "mail.example", "must be an smtp:// or smtps:// address"],
    ["KEY_ENCRYPTION_KEY", base64(randomBytes(31)), "must be 32 random bytes in base64"],
    ["CHALLENGE_KEY", "secret", "must be 32 random bytes in base64"],
    ["MANIFEST_SIGNING_KEY", BALLOT.MANIFEST_PUBLIC_KEY, "must be an Ed25519 private key in PEM, in base64"],
    ["MANIFEST_PUBLIC_KEY", base64("no key"), "must be an Ed25519 public key in PEM, in base64"],
  ])("[S19] says of %s what it must be, in a sentence that does not hold it", (name, value, words) => {
    expect(problems({ TDT_ROLE: "all", ...REGISTRY, ...BALLOT, [name]: value })).toEqual([
      `${name} ${words}.`,
    ]);
  });

  it("[L8] takes a provider for signing in whole or not at all, over https or on this machine", () => {
    const all = { TDT_ROLE: "all", ...REGISTRY, ...BALLOT };
    const provider = {
      OIDC_ISSUER: "https://sso.example",
      OIDC_CLIENT_ID: "tour-de-table",
      OIDC_CLIENT_SECRET: "secret",
    };
    for (const set of [{}, provider, { ...provider, OIDC_NAME: "the Ministry" }])
      expect(problems({ ...all, ...set })).toEqual([]);
    expect(problems({ ...all, OIDC_ISSUER: "", OIDC_CLIENT_ID: "", OIDC_CLIENT_SECRET: "" })).toEqual([]);
    expect(problems({ ...all, ...provider, OIDC_ISSUER: "http://localhost:4000" })).toEqual([]);
    const all3 =
      "a provider for signing in needs all of OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET; leave all of them out to have none.";
    expect(problems({ ...all, ...provider, OIDC_CLIENT_SECRET: "" })).toEqual([
      `OIDC_CLIENT_SECRET is missing: ${all3}`,
    ]);
    expect(problems({ ...all, OIDC_NAME: "the Ministry" })).toEqual([
      `OIDC_ISSUER and OIDC_CLIENT_ID and OIDC_CLIENT_SECRET are missing: ${all3}`,
    ]);
    for (const OIDC_ISSUER of ["http://sso.example", "sso.example", "ftp://sso.example"])
      expect(problems({ ...all, ...provider, OIDC_ISSUER })).toEqual([
        "OIDC_ISSUER must be an https:// address.",
      ]);
  });

  it("[S26] never takes one database for both sides", () => {
    const BALLOT_DATABASE_URL = REGISTRY.DATABASE_URL;
    expect(problems({ TDT_ROLE: "all", ...REGISTRY, ...BALLOT, BALLOT_DATABASE_URL })).toEqual([
      "BALLOT_DATABASE_URL must be another database than DATABASE_URL, in another cluster.",
    ]);
  });

  it("[S20] gives the ballot box the public half of the manifest's key alone", () => {
    const box = { TDT_ROLE: "ballot", ...BALLOT, MANIFEST_PUBLIC_KEY: REGISTRY.MANIFEST_SIGNING_KEY };
    expect(problems(box)).toEqual(["MANIFEST_PUBLIC_KEY must be an Ed25519 public key in PEM, in base64."]);
  });

  it("[O66] a process that has both halves of the manifest's key has those of one pair", () => {
    const other = generateKeyPairSync("ed25519").publicKey.export({ type: "spki", format: "pem" });
    const whole = { TDT_ROLE: "closing", ...REGISTRY, ...BALLOT };
    expect(problems(whole)).toEqual([]);
    expect(problems({ ...whole, MANIFEST_PUBLIC_KEY: base64(other) })).toEqual([
      "MANIFEST_PUBLIC_KEY is not the public half of MANIFEST_SIGNING_KEY.",
    ]);
  });
});
