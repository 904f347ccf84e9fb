import "server-only";
import { createPrivateKey, createPublicKey } from "node:crypto";
import { z } from "zod";

/** What a process serves; only `closing` and `all` hold both databases. */
const PROCESS_ROLES = ["registry", "ballot", "closing", "all"] as const;
export type ProcessRole = (typeof PROCESS_ROLES)[number];

const databaseUrl = z.string().regex(/^postgres(ql)?:\/\/\S+$/, "must be a postgres:// address");
const webUrl = z.url({ protocol: /^https?$/, error: "must be an http:// or https:// address" });
const bytes32 = z
  .string()
  .refine((text) => Buffer.from(text, "base64").length === 32, "must be 32 random bytes in base64");
const ed25519Pem = (half: "PRIVATE" | "PUBLIC") =>
  z.string().refine((text) => {
    const pem = Buffer.from(text, "base64").toString("utf8");
    // A public key can be read out of a private one, which the ballot box must never be given.
    if (!pem.includes(`BEGIN ${half} KEY`)) return false;
    try {
      const key = half === "PRIVATE" ? createPrivateKey(pem) : createPublicKey(pem);
      return key.asymmetricKeyType === "ed25519";
    } catch {
      return false;
    }
  }, `must be an Ed25519 ${half.toLowerCase()} key in PEM, in base64`);

/** An issuer tells who somebody is: over https, or on this machine where a developer or a test runs one. */
const issuerUrl = z.string().refine((text) => {
  const address = URL.parse(text);
  return (
    address?.protocol === "https:" || (address?.protocol === "http:" && address.hostname === "localhost")
  );
}, "must be an https:// address");
/** A variable that is there and empty, as compose files leave them, is not set. */
const unlessEmpty = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

const bucket = z.object({
  S3_ENDPOINT: unlessEmpty(webUrl),
  S3_BUCKET: unlessEmpty(z.string().min(3, "must be the name of a bucket")),
  S3_REGION: unlessEmpty(z.string()),
  S3_ACCESS_KEY_ID: unlessEmpty(z.string()),
  S3_SECRET_ACCESS_KEY: unlessEmpty(z.string()),
});

const registrySide = z.object({
  DATABASE_URL: databaseUrl,
  AUTH_URL: webUrl,
  AUTH_SECRET: z.string().min(32, "must have at least 32 characters"),
  AUTH_EMAIL_FROM: z.string().min(3, "must be the sender of sign-in links"),
  SMTP_URL: z.string().regex(/^smtps?:\/\/\S+$/, "must be an smtp:// or smtps:// address"),
  KEY_ENCRYPTION_KEY: bytes32,
  MANIFEST_SIGNING_KEY: ed25519Pem("PRIVATE"),
  BALLOT_URL: webUrl,
  /** A provider of OpenID Connect beside the mailed link: all of the first three, or none of the four. */
  OIDC_ISSUER: unlessEmpty(issuerUrl),
  OIDC_CLIENT_ID: unlessEmpty(z.string()),
  OIDC_CLIENT_SECRET: unlessEmpty(z.string()),
  OIDC_NAME: unlessEmpty(z.string().max(60, "must have at most 60 characters")),
  /** A bucket of any service that speaks S3, for files that hosts send; without one the database keeps them. */
  ...bucket.shape,
});
/** A bucket is named with all of these or not at all. */
const OF_A_BUCKET = ["S3_ENDPOINT", "S3_BUCKET", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"] as const;
const ballotSide = z.object({
  BALLOT_DATABASE_URL: databaseUrl,
  MANIFEST_PUBLIC_KEY: ed25519Pem("PUBLIC"),
  CHALLENGE_KEY: bytes32,
});

/** What every process needs, whatever it serves. */
const common = z.object({
  TDT_ROLE: z.enum(PROCESS_ROLES, `must be one of ${PROCESS_ROLES.join(", ")}`),
  /** Set by the demo alone: the folder whose mail the outbox page shows. */
  TDT_OUTBOX: z.string().optional(),
  /** With it, /metrics answers whoever has it; without, nobody. */
  METRICS_TOKEN: unlessEmpty(z.string().min(32, "must have at least 32 characters")),
});

export type RegistryEnv = z.infer<typeof registrySide>;
export type BallotEnv = z.infer<typeof ballotSide>;
export type CommonEnv = z.infer<typeof common>;

const sidesOf: Record<ProcessRole, readonly z.ZodObject[]> = {
  registry: [common, registrySide],
  ballot: [common, ballotSide],
  closing: [common, registrySide, ballotSide],
  all: [common, registrySide, ballotSide],
};

type Variables = Readonly<Record<string, string | undefined>>;

/** A provider that is named in part signs nobody in. */
function providerProblems(variables: Variables): string[] {
  const required = ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"];
  const lacking = required.filter((name) => !variables[name]);
  const named = [...required, "OIDC_NAME"].some((name) => variables[name]);
  if (!named || lacking.length === 0) return [];
  return [
    `${lacking.join(" and ")} ${lacking.length > 1 ? "are" : "is"} missing: a provider for signing in needs all of ${required.join(", ")}; leave all of them out to have none.`,
  ];
}

/** Whether a process that has both halves of the manifest's key has those of two: the box would believe no entry. */
function halvesDiffer({ MANIFEST_SIGNING_KEY, MANIFEST_PUBLIC_KEY }: Variables): boolean {
  if (!MANIFEST_SIGNING_KEY || !MANIFEST_PUBLIC_KEY) return false;
  const pem = (text: string) => Buffer.from(text, "base64").toString("utf8");
  return !createPublicKey(pem(MANIFEST_SIGNING_KEY)).equals(createPublicKey(pem(MANIFEST_PUBLIC_KEY)));
}

/** One sentence per variable that is missing or weak, for the role that the variables name; empty when all is well. */
export function environmentProblems(variables: Variables): string[] {
  const role = common.shape.TDT_ROLE.safeParse(variables.TDT_ROLE);
  const sides = role.success ? sidesOf[role.data] : [common];
  const { DATABASE_URL, BALLOT_DATABASE_URL } = variables;
  const oneDatabase = DATABASE_URL !== undefined && DATABASE_URL === BALLOT_DATABASE_URL;
  const problems = sides.flatMap((side) => {
    const parsed = side.safeParse(variables);
    if (parsed.success) return [];
    return parsed.error.issues.map(({ path, message }) => {
      const name = String(path[0]);
      return variables[name] === undefined ? `${name} is missing.` : `${name} ${message}.`;
    });
  });
  if (sides.some((side) => side === registrySide)) problems.push(...providerProblems(variables));
  if (problems.length === 0 && halvesDiffer(variables))
    problems.push("MANIFEST_PUBLIC_KEY is not the public half of MANIFEST_SIGNING_KEY.");
  const missing = OF_A_BUCKET.filter((name) => !variables[name]);
  if (missing.length > 0 && missing.length < OF_A_BUCKET.length)
    problems.push(...missing.map((name) => `${name} is missing, as other S3_ variables are there.`));
  if (oneDatabase)
    problems.push("BALLOT_DATABASE_URL must be another database than DATABASE_URL, in another cluster.");
  return problems;
}

/** The key that wraps others, as a variable holds it; null where it is none. */
export function keyEncryptionKeyIn(text: string): Uint8Array | null {
  const parsed = bytes32.safeParse(text);
  return parsed.success ? Buffer.from(parsed.data, "base64") : null;
}

/** The one of this process; null where it has none. */
export const keyEncryptionKeyHere = (): Uint8Array | null =>
  keyEncryptionKeyIn(process.env.KEY_ENCRYPTION_KEY ?? "");

/** The variables of every process. Throws if one is missing. */
export const commonEnv = (): CommonEnv => common.parse(process.env);
/** The registry's variables. Throws if one is missing. */
export const registryEnv = (): RegistryEnv => registrySide.parse(process.env);
/** The bucket that files are kept in; null where none is named and the database keeps them. Throws if it is named amiss. */
export function bucketEnv() {
  const { S3_ENDPOINT, S3_BUCKET, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = bucket.parse(
    process.env,
  );
  if (!(S3_ENDPOINT && S3_BUCKET && S3_ACCESS_KEY_ID && S3_SECRET_ACCESS_KEY)) return null;
  return {
    endpoint: S3_ENDPOINT,
    bucket: S3_BUCKET,
    region: S3_REGION ?? "us-east-1",
    accessKeyId: S3_ACCESS_KEY_ID,
    secretAccessKey: S3_SECRET_ACCESS_KEY,
  };
}
/** The ballot box's variables. Throws if one is missing. */
export const ballotEnv = (): BallotEnv => ballotSide.parse(process.env);
