import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";
import type { BallotRouter } from "@/server/ballots/router";
import type { AppRouter } from "@/server/trpc/router";

/** An expected "no", in the server's words. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    sentence: string,
  ) {
    super(sentence);
    this.name = "Refused";
  }
}

/** Nothing came back: the network is gone, or the server is. Whether the request arrived is not known. */
export class Unreachable extends Error {
  constructor() {
    super("unreachable");
    this.name = "Unreachable";
  }
}

type Inputs = inferRouterInputs<AppRouter>;
type Outputs = inferRouterOutputs<AppRouter>;
type BoxInputs = inferRouterInputs<BallotRouter>;
type BoxOutputs = inferRouterOutputs<BallotRouter>;

/** The calls that a participant makes to the registry. */
export type Registry = {
  readonly log: (input: Inputs["manifest"]["log"]) => Promise<Outputs["manifest"]["log"]>;
  readonly seat: (input: Inputs["enrolment"]["seat"]) => Promise<Outputs["enrolment"]["seat"]>;
  readonly issue: (input: Inputs["enrolment"]["issue"]) => Promise<Outputs["enrolment"]["issue"]>;
  readonly putWallet: (input: Inputs["wallets"]["put"]) => Promise<void>;
  readonly getWallet: (input: Inputs["wallets"]["get"]) => Promise<Outputs["wallets"]["get"]>;
};

/** The questionnaires of rounds that have opened, as everybody may read them. */
export type Questionnaires = (
  input: Inputs["questionnaires"]["ofRound"],
) => Promise<Outputs["questionnaires"]["ofRound"]>;

/** The questionnaires of rounds that were withdrawn, as everybody may read them. */
export type WithdrawnQuestionnaires = (
  input: Inputs["errata"]["questionnaire"],
) => Promise<Outputs["errata"]["questionnaire"]>;

/** The discussion papers of rounds that have opened, as everybody may read them. */
export type Papers = (input: Inputs["papers"]["ofRound"]) => Promise<Outputs["papers"]["ofRound"]>;

/** The roots of a closed round's leaves, as everybody may read them. */
export type ReceiptRoots = (input: Inputs["receipts"]["ofRound"]) => Promise<Outputs["receipts"]["ofRound"]>;

/** The same of a window that has closed. */
export type WindowRoots = (input: Inputs["windows"]["receipts"]) => Promise<Outputs["windows"]["receipts"]>;

/** The calls to the ballot box: no cookie, no session, no token. */
export type Box = {
  readonly submit: (input: BoxInputs["submit"]) => Promise<BoxOutputs["submit"]>;
  readonly challenge: (input: BoxInputs["challenge"]) => Promise<BoxOutputs["challenge"]>;
  readonly readBack: (input: BoxInputs["readBack"]) => Promise<BoxOutputs["readBack"]>;
  readonly leaves: (input: BoxInputs["leaves"]) => Promise<BoxOutputs["leaves"]>;
};

type Reply = { result?: { data?: unknown }; error?: { message: string; data?: { refusal?: string } } };

async function reply(url: URL, init: RequestInit): Promise<unknown> {
  // Neither cookie nor referrer goes along, to either side: what a participant asks carries only what is in it.
  const options: RequestInit = {
    ...init,
    credentials: "omit",
    referrerPolicy: "no-referrer",
    cache: "no-store",
  };
  const response = await fetch(url, options).catch(() => null);
  const body = response === null ? null : ((await response.json().catch(() => null)) as Reply | null); // tRPC's envelope
  if (body === null) throw new Unreachable();
  if (body.error !== undefined)
    throw new Refused(body.error.data?.refusal ?? "unexpected", body.error.message);
  return body.result?.data;
}

/** Asks a procedure that changes nothing. */
export function asked(baseUrl: string, path: string, input: unknown): Promise<unknown> {
  const url = new URL(path, baseUrl);
  url.searchParams.set("input", JSON.stringify(input));
  return reply(url, { method: "GET" });
}

function posted(baseUrl: string, path: string, input: unknown): Promise<unknown> {
  return reply(new URL(path, baseUrl), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(input),
  });
}

/** The registry behind an address. Each reply has the type that its router states; casts say no more than that. */
export function registryAt(baseUrl: string): Registry {
  const post = (path: string, input: unknown) => posted(baseUrl, `/api/trpc/${path}`, input);
  return {
    log: (input) => asked(baseUrl, "/api/trpc/manifest.log", input) as ReturnType<Registry["log"]>,
    seat: (input) => post("enrolment.seat", input) as ReturnType<Registry["seat"]>,
    issue: (input) => post("enrolment.issue", input) as ReturnType<Registry["issue"]>,
    putWallet: (input) => post("wallets.put", input) as ReturnType<Registry["putWallet"]>,
    getWallet: (input) => post("wallets.get", input) as ReturnType<Registry["getWallet"]>,
  };
}

/** The questionnaires behind an address. */
export function questionnairesAt(baseUrl: string): Questionnaires {
  return (input) => asked(baseUrl, "/api/trpc/questionnaires.ofRound", input) as ReturnType<Questionnaires>;
}

/** The questionnaires of withdrawn rounds behind an address. */
export function withdrawnAt(baseUrl: string): WithdrawnQuestionnaires {
  return (input) =>
    asked(baseUrl, "/api/trpc/errata.questionnaire", input) as ReturnType<WithdrawnQuestionnaires>;
}

/** The discussion papers behind an address. */
export function papersAt(baseUrl: string): Papers {
  return (input) => asked(baseUrl, "/api/trpc/papers.ofRound", input) as ReturnType<Papers>;
}

/** The roots behind an address. */
export function receiptRootsAt(baseUrl: string): ReceiptRoots {
  return (input) => asked(baseUrl, "/api/trpc/receipts.ofRound", input) as ReturnType<ReceiptRoots>;
}

/** The roots of windows behind an address. */
export function windowRootsAt(baseUrl: string): WindowRoots {
  return (input) => asked(baseUrl, "/api/trpc/windows.receipts", input) as ReturnType<WindowRoots>;
}

/** The ballot box behind an address. */
export function boxAt(baseUrl: string): Box {
  const post = (path: string, input: unknown) => posted(baseUrl, `/api/ballot/${path}`, input);
  return {
    submit: (input) => post("submit", input) as ReturnType<Box["submit"]>,
    challenge: (input) => post("challenge", input) as ReturnType<Box["challenge"]>,
    readBack: (input) => post("readBack", input) as ReturnType<Box["readBack"]>,
    leaves: (input) => post("leaves", input) as ReturnType<Box["leaves"]>,
  };
}
