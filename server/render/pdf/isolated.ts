import "server-only";

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
/** "Whatever follows has a direction of its own, told by its first letter", and its end. */
const [FIRST_STRONG, END] = ["\u2068", "\u2069"];

/**
 * A text of the hosts in a sheet that is set from left to right: one in Arabic is then read from the right as a whole, also
 * where Latin letters stand in it, which would otherwise part it in two and swap them. Any other stays as it is.
 */
export const isolated = (text: string): string =>
  RIGHT_TO_LEFT.test(text) ? `${FIRST_STRONG}${text}${END}` : text;

/** The same in all that hosts wrote, however deep it stands. */
export function allIsolated<Value>(value: Value): Value {
  if (typeof value === "string") return isolated(value) as Value; // a string for a string
  if (Array.isArray(value)) return value.map(allIsolated) as Value; // as many of the same
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, allIsolated(part)])) as Value; // the same keys
}
