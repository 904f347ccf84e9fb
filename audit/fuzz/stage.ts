import { createPrivateKey, randomBytes } from "node:crypto";
import {
  checkedManifest,
  finishEnrolment,
  keepWallet,
  prepareWallet,
} from "@/app/(participant)/_protocol/enrol";
import type { Participant } from "@/app/(participant)/_protocol/enrol-here";
import { newCode } from "@/app/(participant)/_protocol/secrets";
import { registryAt } from "@/app/(participant)/_protocol/transport";
import { blindInThreads } from "@/bin/simulation/blinding-threads";
import { tokensIn } from "@/bin/simulation/truth";
import { connectRegistry } from "@/db/connect";
import { sessions } from "@/db/registry/schema";
import type { Actor } from "@/domain/consultation/access";
import { MINIMUM_ENROLLED } from "@/domain/consultation/round";
import { signInCookies } from "@/server/auth/cookies";
import { storedToken } from "@/server/auth/hashed-sessions";
import { invitePerson, missionNamed } from "@/server/auth/invitation";
import { ballotBoxAt } from "@/server/conduct/box";
import { callRegistry } from "@/server/trpc/router";

/** The instance that is asked, by its variables and its address. */
export type Asked = { readonly env: Readonly<Record<string, string>>; readonly baseUrl: string };

const HOUR = 3_600_000;
/** Seats beyond those that enrol, whose links are asked about. */
const UNUSED = 40;

const inUtc = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString().slice(0, 16);

/** Enrols for the first round alone, as a participant's browser would. */
async function enrolled(baseUrl: string, slug: string, roundId: string, tokens: readonly string[]) {
  const registry = registryAt(baseUrl);
  const whole = await checkedManifest(registry, slug);
  const manifest = { ...whole, keys: whole.keys.filter((key) => key.roundId === roundId) };
  const blinder = blindInThreads(2);
  const participants: Participant[] = [];
  for (const token of tokens) {
    const code = newCode();
    const wallet = await prepareWallet(manifest, code, token, blinder);
    await keepWallet(registry, code, wallet);
    participants.push({ code, wallet: await finishEnrolment(registry, manifest, code, wallet, blinder) });
  }
  await blinder.end();
  return participants;
}

/**
 * What requests are made of: a consultation whose round is open, with so many participants who hold credentials; a second
 * one in preparation, on which hosts' procedures may do what they will; and the sessions of three hosts.
 */
export async function fuzzStage({ env, baseUrl }: Asked, credentials: number) {
  const registry = connectRegistry(env.DATABASE_URL ?? "");
  const secrets = {
    keyEncryptionKey: Buffer.from(env.KEY_ENCRYPTION_KEY ?? "", "base64"),
    manifestSigningKey: createPrivateKey(Buffer.from(env.MANIFEST_SIGNING_KEY ?? "", "base64").toString()),
  };
  const missionId = await missionNamed(registry.db, "Permanent Mission of the Audit");
  const calls = (actor: Actor) =>
    callRegistry({
      db: registry.db,
      now: new Date(),
      actor,
      secrets,
      ballotBox: ballotBoxAt(baseUrl),
      publicUrl: baseUrl,
      objectStore: null,
    });
  const person = async (email: string): Promise<Actor> => {
    const personId = await invitePerson(registry.db, { email, name: null, missionId });
    return { personId, name: email, email, missionId, roles: {} };
  };
  const host = await person("host@audit.example");
  const settingUp = await person("setting-up@audit.example");
  const signingOut = await person("signing-out@audit.example");

  const cookieOf = async ({ personId }: Actor): Promise<string> => {
    const token = randomBytes(32).toString("hex");
    const expires = new Date(Date.now() + 8 * HOUR);
    await registry.db
      .insert(sessions)
      .values({ sessionToken: storedToken(token), userId: personId, expires });
    return `${signInCookies(env.AUTH_URL ?? "").sessionToken.name}=${token}`;
  };

  async function consultation(title: string, seatCount: number, roundCount: number) {
    const rounds = Array.from({ length: roundCount }, (_, index) => ({
      level: "expert" as const,
      opensAt: inUtc(24 * index),
      closesAt: inUtc(24 * index + 23),
    }));
    const { consultationId } = await calls(host).consultations.create({
      title,
      subject: "",
      rule: "Chatham House Rule",
      timeZone: "UTC",
      template: "dsr-2011",
      coHosts: [],
      rounds,
    });
    const asHost = { ...host, roles: { [consultationId]: "host" } } as const;
    const names = Array.from({ length: seatCount }, (_, index) => `Delegation ${index + 1},other`);
    await calls(asHost).panel.import({ consultationId, text: ["delegation,kind", ...names].join("\n") });
    const links = await calls(asHost).panel.issueLinks({ consultationId, seatIds: "all", replace: false });
    const overview = await calls(asHost).consultations.overview({ consultationId });
    const { seats } = await calls(asHost).panel.seats({ consultationId });
    return {
      consultationId,
      asHost,
      slug: overview.slug,
      roundId: overview.rounds[0]?.id ?? "",
      tokens: tokensIn(JSON.stringify(links)),
      seatIds: seats.map(({ id }) => id),
    };
  }

  const enrolling = Math.max(credentials, MINIMUM_ENROLLED);
  const open = await consultation("Open to everything", enrolling + UNUSED, 1);
  const { consultationId, roundId } = open;
  const paper = { consultationId, number: 1 } as const;
  await calls(open.asHost).papers.begin({ consultationId, after: 0 });
  await calls(open.asHost).papers.save({ ...paper, version: 1, markdown: "# A paper\n\nIts one paragraph." });
  await calls(open.asHost).papers.circulate({ ...paper, roundId });
  await calls(open.asHost).conduct.openEnrolment({ consultationId });
  const participants = await enrolled(baseUrl, open.slug, roundId, open.tokens.slice(0, enrolling));
  await calls(open.asHost).conduct.openRound({ consultationId, roundId });
  const { code: roomCode } = await calls(open.asHost).room.start({ consultationId, roundId });
  const drafted = await consultation("In preparation", 30, 2);
  await calls(drafted.asHost).papers.begin({ consultationId: drafted.consultationId, after: 0 });
  return {
    baseUrl,
    open: { ...open, participants, unused: open.tokens.slice(enrolling) },
    drafted,
    /** Of the session in the room with the open round. */
    roomCode,
    manifestSigningKey: secrets.manifestSigningKey,
    cookies: {
      host: await cookieOf(host),
      settingUp: await cookieOf(settingUp),
      signingOut: await cookieOf(signingOut),
    },
    end: () => registry.end(),
  };
}
export type FuzzStage = Awaited<ReturnType<typeof fuzzStage>>;
