import type { Draft } from "./endpoint";
import type { Answer } from "./send";

/** What only the inside of the product knows, and no answer may say. */
const INSIDE: readonly [string, RegExp][] = [
  ["a stack", /\n\s+at .+[:(]\d+:\d+\)?|\bat \S+ \(\S+:\d+:\d+\)/],
  ["a path", /node_modules|\/(?:server|domain|db)\/[\w/-]+\.[tj]s\b|file:\/\/\//],
  [
    "SQL",
    /\b(?:insert into|delete from|select) "|Failed query|PostgresError|syntax error at or near|violates .{0,40}constraint|duplicate key value|invalid input syntax/i,
  ],
  ["a secret", /BEGIN (?:RSA |EC )?PRIVATE KEY|postgres(?:ql)?:\/\//],
];

/** Characters of an address beyond which the server hangs up, often before its answer has been read. */
const LONGEST_ADDRESS = 12_000;

/** Whether the answer is a limit's: too often, or too many at once. */
export const isLimit = ({ status, text }: Answer): boolean =>
  status === 429 || (status === 503 && text.includes('"busy"'));

/** Whether what was asked was done. Several calls in one request are answered together, and one of them may have been. */
export const isAccepted = ({ status }: Answer): boolean => status >= 200 && status < 300;

/** Whether whoever follows stays where they are. */
const leadsNoFurther = (location: string, baseUrl: string): boolean =>
  URL.parse(location, baseUrl)?.origin === new URL(baseUrl).origin;

/** What is wrong with an answer; empty where all is well. */
export function faultsOf(draft: Draft, answer: Answer, baseUrl: string): string[] {
  const { status, text, location } = answer;
  const heldBack = draft.declared !== undefined;
  const faults = INSIDE.filter(([, pattern]) => pattern.test(text)).map(([what]) => `${what} in the answer`);
  if (status === 0 && !heldBack && draft.address.length <= LONGEST_ADDRESS) faults.push("no answer");
  if (status >= 500 && !isLimit(answer)) faults.push(`status ${status}`);
  if (location !== undefined && !leadsNoFurther(location, baseUrl)) faults.push(`sent to ${location}`);
  if (heldBack && draft.method === "POST" && isAccepted(answer))
    faults.push("taken though it announced more than anything takes");
  return faults;
}
