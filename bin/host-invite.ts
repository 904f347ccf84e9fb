import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { connectRegistry } from "@/db/connect";
import { looksLikeEmail } from "@/domain/consultation/person";
import { Refusal } from "@/domain/refusal";
import { audit } from "@/server/audit";
import { invitePerson, missionNamed } from "@/server/auth/invitation";
import { sentenceOf } from "@/server/words";

type Host = { readonly mission: string; readonly email: string; readonly name: string | null };

const USAGE = 'npm run host:invite -- --mission "Permanent Mission of …" --email … [--name "…"]';

/** Whoever the command line names, or a sentence for each thing that is wrong with it. */
export function hostIn(args: readonly string[]): Host | { readonly problems: readonly string[] } {
  const text = { type: "string", default: "" } as const;
  const { values, tokens } = parseArgs({
    args: [...args],
    options: { mission: text, email: text, name: text },
    strict: false,
    tokens: true,
  });
  const problems = tokens.flatMap((token) => {
    if (token.kind === "positional")
      return [`“${token.value}” belongs to no option; put what has spaces into quotation marks.`];
    if (token.kind === "option" && !["mission", "email", "name"].includes(token.name))
      return [`${token.rawName} is no option.`];
    return [];
  });
  const [mission, email, name] = [values.mission, values.email, values.name].map((value) =>
    // An option at the end without a value is read as a switch.
    typeof value === "string" ? value.trim() : "",
  ) as [string, string, string]; // of three values
  if (mission === "" || mission.includes("…"))
    problems.push(
      'Name the mission as it signs: --mission "Permanent Mission of Malaysia to the United Nations".',
    );
  if (mission.length > 200) problems.push("The mission’s name is too long: at most 200 characters.");
  if (!looksLikeEmail(email) || email.length > 254)
    problems.push("Give the host’s e-mail address: --email host@mission.example.");
  if (name.length > 200) problems.push("The host’s name is too long: at most 200 characters.");
  return problems.length > 0 ? { problems } : { mission, email, name: name || null };
}

/** What became of it, in a sentence; the code with which the command ends is 1 where nothing was done. */
type Outcome = { readonly said: string; readonly code: 0 | 1 };

/** Lets a host sign in for a mission, and says so; or says why not. */
export async function inviteHost(url: string, { mission, email, name }: Host): Promise<Outcome> {
  const { db, end } = connectRegistry(url);
  try {
    await db.transaction(async (tx) => {
      const missionId = await missionNamed(tx, mission);
      const personId = await invitePerson(tx, { email, name, missionId });
      const detail = { personId };
      await audit(tx, { consultationId: null, personId: null, act: "host invited", detail, at: new Date() });
    });
    return { said: `${email} can now sign in at /sign-in for ${mission}.`, code: 0 };
  } catch (error) {
    if (error instanceof Refusal) return { said: sentenceOf(error), code: 1 };
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const state = cause instanceof Error && "code" in cause ? String(cause.code) : "";
    if (state === "42P01" || state === "42703")
      return { said: "The registry is not migrated. Run `npm run migrate`, then this again.", code: 1 };
    const reason = state === "" ? "" : ` (${state})`;
    return {
      said: `The registry at DATABASE_URL does not answer${reason}. Nobody was invited; see that it runs and that the address is right, then run this again.`,
      code: 1,
    };
  } finally {
    await end();
  }
}

// `npm run host:invite -- --mission "…" --email … [--name "…"]`: lets the first host of a mission sign in.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const host = hostIn(process.argv.slice(2));
  const url = process.env.DATABASE_URL ?? "";
  const problems = "problems" in host ? [...host.problems] : [];
  if (!/^postgres(ql)?:\/\/\S+$/.test(url))
    problems.push("Set DATABASE_URL to the registry’s postgres:// address, as for the service.");
  if ("problems" in host || problems.length > 0) {
    console.error(["Nobody was invited.", ...problems, `Usage: ${USAGE}`].join("\n"));
    process.exit(1);
  }
  const { said, code } = await inviteHost(url, host);
  (code === 0 ? console.log : console.error)(said);
  process.exit(code);
}
