import type { Change } from "./changes";

/** A request as it is sent. */
export type Draft = {
  readonly method: string;
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | null;
  /** Bytes that the request says it has, where that is not what it has. */
  readonly declared?: number;
};

/** One thing that can be asked of the instance. */
export type Endpoint = {
  readonly name: string;
  /** What is sent when nothing is wrong with it; a new one each time. */
  readonly content: (nth: number) => unknown;
  /** The request that carries a content, whatever it is. */
  readonly carrying: (content: unknown) => Draft;
  /** The same request made by somebody who may make it, with one part changed before it is signed. */
  readonly signed: (nth: number, change: Change | null) => Promise<Draft>;
};

const JSON_CONTENT = { "content-type": "application/json" };

/** The text of a value, as it travels; what JSON has no text for travels as nothing. */
export const jsonOf = (content: unknown): string => JSON.stringify(content) ?? "";

/** A procedure that changes something is posted to. */
export const posted = (address: string, content: unknown, headers: Record<string, string> = {}): Draft => ({
  method: "POST",
  address,
  headers: { ...JSON_CONTENT, ...headers },
  body: jsonOf(content),
});

/** A procedure that only reads is asked in its address. */
export const asked = (address: string, content: unknown, headers: Record<string, string> = {}): Draft => ({
  method: "GET",
  address: `${address}?input=${encodeURIComponent(jsonOf(content).toWellFormed())}`,
  headers,
  body: null,
});
