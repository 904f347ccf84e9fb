import { AsyncLocalStorage } from "node:async_hooks";
import { randomBytes } from "node:crypto";
import type { Blinder } from "@/app/(participant)/_protocol/blinding";
import { deviceOn } from "@/app/(participant)/_protocol/device";
import { enrolHere, restoreHere } from "@/app/(participant)/_protocol/enrol-here";
import { locatorOf, newCode, roundKeyOf, saltOf, sha256 } from "@/app/(participant)/_protocol/secrets";
import { memoryStore } from "@/app/(participant)/_protocol/stores";
import { loadOwnResponse, submitAnswers } from "@/app/(participant)/_protocol/submission";
import { boxAt, registryAt } from "@/app/(participant)/_protocol/transport";
import { persistently } from "@/bin/simulation/persistence";
import { answersOf, secondThoughts } from "@/bin/simulation/positions";
import { type Bytes, fromBase64Url, toBase64Url } from "@/domain/anonymity/encoding";
import { recoveryCodeOf } from "@/domain/anonymity/recovery-code";
import { leafBytes } from "@/domain/anonymity/response";
import type { Answers, Questionnaire } from "@/domain/questionnaire/questionnaire";

/** What is unmistakably one seat's: searched for afterwards in all that is stored and logged. */
export type Canaries = {
  readonly delegation: string;
  readonly userAgent: string;
  readonly address: string;
  readonly language: string;
  /** Stands in every open answer of the seat. */
  readonly words: string;
};

const word = (bytes = 9) => randomBytes(bytes).toString("hex");

/** Canaries for one more seat. */
export function newCanaries(): Canaries {
  const [high, low] = randomBytes(2);
  return {
    delegation: `Delegation ${word()}`,
    userAgent: `Device-${word()}`,
    // Documentation addresses (RFC 3849), so that none is anybody's.
    address: `2001:db8:${word(2)}:${word(2)}:${word(2)}:${word(2)}:${high}:${low}`,
    language: `x-${word(4)}`,
    words: `word${word()}`,
  };
}

const wearing = new AsyncLocalStorage<Canaries>();
const plainFetch = globalThis.fetch;

/** From here on a request made on behalf of a seat says all that a browser and a proxy could say of it. */
export function wearCanaries(): void {
  globalThis.fetch = (input, init) => {
    const own = wearing.getStore();
    if (own === undefined) return plainFetch(input, init);
    const headers = new Headers(init?.headers);
    headers.set("user-agent", own.userAgent);
    headers.set("x-forwarded-for", own.address);
    headers.set("accept-language", own.language);
    return plainFetch(input, { ...init, headers });
  };
}

/** A participant of the audit: enrols and answers over HTTP as the pages do, and remembers what nobody else knows. */
export class SimulatedParticipant {
  readonly canaries: Canaries;
  readonly token: string;
  readonly #code: Bytes = newCode();
  readonly #store = memoryStore();
  answers: Answers = {};
  #keys: Bytes[] = [];

  constructor(
    private readonly where: { baseUrl: string; slug: string; consultationId: string; blinder: Blinder },
    token: string,
    canaries: Canaries,
  ) {
    this.token = token;
    this.canaries = canaries;
  }

  #means(store = memoryStore()) {
    const { baseUrl, slug, blinder } = this.where;
    return { registry: registryAt(baseUrl), blinder, device: deviceOn(store, slug) };
  }

  /** Enrols; done again after an interruption it goes on, as the same device would. */
  async enrol(): Promise<void> {
    await wearing.run(this.canaries, () =>
      persistently(() => enrolHere(this.#means(this.#store), this.where.slug, this.token, this.#code)),
    );
  }

  /** Answers a round from a device that knows nothing yet; the second time an edit of what the box gives back. */
  async answer(roundId: string, questionnaire: Questionnaire): Promise<void> {
    await wearing.run(this.canaries, async () => {
      const means = this.#means();
      const box = boxAt(this.where.baseUrl);
      const participant = await persistently(() => restoreHere(means, this.where.slug, this.#code));
      if (participant === null) throw new Error("No wallet lies at this recovery code.");
      const device = means.device.of(this.#code);
      const own = await persistently(() => loadOwnResponse(box, device, participant, roundId));
      const respondent = { seed: this.canaries.words, participant: this.canaries.words, round: 1 };
      const answers =
        own === null
          ? answersOf(questionnaire, respondent)
          : secondThoughts(questionnaire, own, { ...respondent, seed: word() });
      this.answers = this.#inOwnWords(answers);
      const outcome = await persistently(() =>
        submitAnswers(box, device, participant, roundId, this.answers),
      );
      if (outcome.kind !== "accepted") throw new Error(`not accepted: ${JSON.stringify(outcome)}`);
      this.#keys = [(await roundKeyOf(this.#code, this.where.consultationId, roundId)).publicKey];
    });
  }

  #inOwnWords(answers: Answers): Answers {
    return Object.fromEntries(
      Object.entries(answers).map(([itemId, answer]) => [
        itemId,
        answer.kind === "text"
          ? { ...answer, text: `${this.canaries.words} ${answer.text}`.slice(0, 4_000) }
          : answer,
      ]),
    );
  }

  /** What leads to this seat in the registry, as it could be written. The seat's own id is the registry's to know. */
  async registryMarks(): Promise<string[]> {
    const token = fromBase64Url(this.token);
    const locator = fromBase64Url(await locatorOf(this.#code));
    const [, name = ""] = this.canaries.delegation.split(" ");
    const bytes = [token, await sha256(token), locator, await sha256(locator)];
    return [name, ...bytes.flatMap(inAnyForm)];
  }

  /** What is this seat's in the ballot database: words, keys and their hashes, leaves, salts, in any writing. */
  async ballotMarks(roundId: string): Promise<string[]> {
    const salted = Object.entries(this.answers).map(async ([itemId, answer]) => {
      const salt = await saltOf(this.#code, roundId, itemId);
      return [fromBase64Url(salt), await sha256(leafBytes(itemId, salt, answer))];
    });
    const hashes = this.#keys.map((key) => sha256(key));
    const bytes = [...this.#keys, ...(await Promise.all(hashes)), ...(await Promise.all(salted)).flat()];
    return [this.canaries.words, ...bytes.flatMap(inAnyForm)];
  }

  /** Secrets that nobody but the participant may ever hold, as bytes and as they are written. */
  secrets(): (string | Bytes)[] {
    return [
      this.#code,
      toBase64Url(this.#code),
      recoveryCodeOf(this.#code),
      this.token,
      fromBase64Url(this.token),
    ];
  }

  /** The keys with which it answered. */
  get keys(): readonly Bytes[] {
    return this.#keys;
  }
}

const inAnyForm = (bytes: Uint8Array) => [
  Buffer.from(bytes).toString("hex"),
  Buffer.from(bytes).toString("base64url"),
];
