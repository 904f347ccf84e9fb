import type refusals from "@/messages/en.json";

/** Every expected "no" has its sentence under `refusals` in `messages/`. */
export type RefusalCode = keyof (typeof refusals)["refusals"];

/** Told by this and not by the class: pages and addresses load modules of their own, each with a class of its own. */
const MARK = Symbol.for("tour-de-table.refusal");

/**
 * An expected "no". It carries a code and the values of its sentence; one middleware turns it into the words of
 * `messages/`. Anything else that is thrown is a bug, and a person sees only a reference to it.
 */
export class Refusal extends Error {
  readonly [MARK] = true;

  static override [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === "object" && value !== null && MARK in value;
  }

  constructor(
    readonly code: RefusalCode,
    readonly values: Readonly<Record<string, string | number>> = {},
  ) {
    super(code);
    this.name = "Refusal";
  }
}
