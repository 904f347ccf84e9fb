import fc from "fast-check";
import { type Change, change, changed, MARK, oddValue } from "./changes";
import { type Draft, type Endpoint, jsonOf } from "./endpoint";

/** How a request came to be. */
export type Kind = "changed" | "signed" | "random";

/** What is drawn for one request; the endpoint turns it into one. */
export type Drawn =
  | { readonly kind: "changed"; readonly change: Change }
  | { readonly kind: "signed"; readonly change: Change | null }
  | { readonly kind: "random"; readonly random: Random };

type Random = {
  readonly method: string;
  readonly ending: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | null;
  readonly declared: number | null;
};

const METHODS = [
  "POST",
  "POST",
  "POST",
  "GET",
  "GET",
  "PUT",
  "PATCH",
  "DELETE",
  "OPTIONS",
  "HEAD",
  "TRACE",
  "SEARCH",
];
const ENDINGS = [
  "",
  "?batch=1",
  ",x?batch=1",
  `?input=${MARK}`,
  "?input=%7B%220%22%3Anull%7D&batch=1",
  "?batch=1&input=%7B",
  "%00",
  "%ff",
  "%",
  "/../..",
  "//elsewhere.example",
  "?__nextDefaultLocale=xx&_rsc=abc",
  `?${"a=b&".repeat(800)}`,
  `/${MARK}`,
];
const JSON_CONTENT = "application/json";
/** Headers that somebody here might listen to, with values that mean something and values that do not. */
const HEADERS: Readonly<Record<string, readonly string[]>> = {
  "content-type": [
    JSON_CONTENT,
    JSON_CONTENT,
    `${JSON_CONTENT}; charset=utf-16`,
    "multipart/form-data; boundary=x",
    "application/x-www-form-urlencoded",
    "application/octet-stream",
    "text/plain",
    MARK,
  ],
  "content-encoding": ["gzip", "br", MARK],
  accept: ["application/jsonl", "text/x-component", MARK],
  "trpc-accept": ["application/jsonl", MARK],
  origin: ["null", "https://elsewhere.example", MARK],
  "sec-fetch-site": ["cross-site", "same-origin", MARK],
  host: ["elsewhere.example", "localhost:1", "a b", MARK],
  "x-forwarded-host": ["elsewhere.example", MARK],
  "x-forwarded-proto": ["https", MARK],
  "x-forwarded-for": ["203.0.113.7", MARK],
  "user-agent": [MARK],
  referer: [`https://elsewhere.example/${MARK}`],
  cookie: [MARK, `a=${MARK}; tdt.session=${MARK}; tdt.csrf=%zz`, "tdt.callback=javascript:alert(1)"],
  authorization: [`Bearer ${MARK}`],
  "next-action": ["0".repeat(42), MARK],
  "next-router-state-tree": ["%5B%22%22%5D", "%7B", MARK],
  "next-router-prefetch": ["1"],
  "next-url": ["/", MARK],
  rsc: ["1"],
  "x-nonce": [MARK],
  "content-security-policy": [`script-src 'nonce-${MARK}'`, "default-src *"],
  "x-middleware-subrequest": ["proxy:proxy:proxy:proxy:proxy"],
  "x-action-revalidated": [MARK],
  "x-matched-path": [`/${MARK}`],
  range: ["bytes=0-1,5-9,-1", MARK],
  "if-none-match": ["*", MARK],
  expect: ["100-continue"],
  "accept-language": [MARK, "xx-YY;q=9"],
};

const header = fc
  .constantFrom(...Object.keys(HEADERS))
  .chain((name) => fc.tuple(fc.constant(name), fc.constantFrom(...(HEADERS[name] ?? []))));
/** Any text that a header may hold. */
const headerText = fc
  .array(
    fc.integer({ min: 0x20, max: 0xff }).filter((code) => code !== 0x7f),
    { maxLength: 40 },
  )
  .map((codes) => String.fromCharCode(...codes));
const anyHeader = fc.tuple(
  fc.stringMatching(/^[a-z][a-z-]{0,20}$/).map((name) => `x-${name}`),
  headerText,
);

const json = oddValue.map(jsonOf);
const body: fc.Arbitrary<string | Uint8Array | null> = fc.oneof(
  { weight: 3, arbitrary: fc.uint8Array({ maxLength: 300 }) },
  { weight: 3, arbitrary: json },
  { weight: 1, arbitrary: json.map((text) => text.slice(0, text.length >> 1)) },
  { weight: 1, arbitrary: json.map((text) => `{"0":${text || "null"},"1":${text || "null"}}`) },
  { weight: 1, arbitrary: fc.constantFrom("[".repeat(50_000), '{"a":'.repeat(20_000), "\ufeff{}", MARK) },
  { weight: 1, arbitrary: fc.constant(null) },
);

const random: fc.Arbitrary<Random> = fc.record({
  method: fc.constantFrom(...METHODS),
  ending: fc.constantFrom("", "", "", ...ENDINGS),
  headers: fc
    .array(fc.oneof({ weight: 4, arbitrary: header }, { weight: 1, arbitrary: anyHeader }), { maxLength: 4 })
    .map((pairs) => ({ "content-type": JSON_CONTENT, ...Object.fromEntries(pairs) })),
  body,
  // One in twenty says it has more than anything takes, and sends less.
  declared: fc.oneof(
    { weight: 19, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom(4_194_305, 2 ** 31, 2 ** 53) },
  ),
});

/** One request: half are right but for one change, a tenth come from whoever may send them, the rest are anything. */
export const drawn: fc.Arbitrary<Drawn> = fc.oneof(
  { weight: 50, arbitrary: fc.record({ kind: fc.constant("changed" as const), change }) },
  {
    weight: 10,
    arbitrary: fc.record({ kind: fc.constant("signed" as const), change: fc.option(change, { freq: 2 }) }),
  },
  { weight: 40, arbitrary: fc.record({ kind: fc.constant("random" as const), random }) },
);

/** The request that comes of what was drawn. */
export async function draftOf(endpoint: Endpoint, what: Drawn, nth: number): Promise<Draft> {
  if (what.kind === "signed") return endpoint.signed(nth, what.change);
  // Every second change is somebody's who may do what is asked, or most would end at the first question.
  if (what.kind === "changed" && nth % 2 === 0) return endpoint.signed(nth, what.change);
  if (what.kind === "changed") return endpoint.carrying(changed(endpoint.content(nth), what.change));
  const { method, ending, headers, body: sent, declared } = what.random;
  const address = `${endpoint.carrying(endpoint.content(nth)).address.split("?")[0]}${ending}`;
  const draft = { method, address, headers, body: method === "GET" || method === "HEAD" ? null : sent };
  return declared === null || draft.body === null ? draft : { ...draft, declared };
}
