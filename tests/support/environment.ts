import { generateKeyPairSync, randomBytes } from "node:crypto";

/** The variables of a process in role `all` at this address; its databases and its mail are never reached. */
export function environmentAt(origin: string): Readonly<Record<string, string>> {
  const manifest = generateKeyPairSync("ed25519");
  const inBase64 = (pem: string | Buffer) => Buffer.from(pem).toString("base64");
  return {
    TDT_ROLE: "all",
    BALLOT_DATABASE_URL: "postgres://never.example/used",
    MANIFEST_PUBLIC_KEY: inBase64(manifest.publicKey.export({ type: "spki", format: "pem" })),
    CHALLENGE_KEY: randomBytes(32).toString("base64"),
    DATABASE_URL: "postgres://never.example/used-either",
    AUTH_URL: origin,
    AUTH_SECRET: "x".repeat(32),
    AUTH_EMAIL_FROM: "no-reply@tour-de-table.example",
    SMTP_URL: "smtps://mail.example",
    KEY_ENCRYPTION_KEY: randomBytes(32).toString("base64"),
    MANIFEST_SIGNING_KEY: inBase64(manifest.privateKey.export({ type: "pkcs8", format: "pem" })),
    BALLOT_URL: origin,
  };
}
