import { RSABSSA } from "@cloudflare/blindrsa-ts";
import { blindHere } from "@/app/(participant)/_protocol/blinding";

/** RFC 9474's vector as its file states it, all in hexadecimal. */
export type Vector = Readonly<
  Record<"name" | "msg" | "msg_prefix" | "salt" | "inv" | "blinded_msg" | "blind_sig" | "sig", string>
>;
/** A key of the vectors in SubjectPublicKeyInfo, base64url. */
type VectorsToCheck = { readonly publicKey: string; readonly vectors: readonly Vector[] };
/** The factor that the vector's `inv` undoes, in hexadecimal, by vector. */
type Factors = Readonly<Record<string, string>>;

const suites: Record<string, ReturnType<typeof RSABSSA.SHA384.PSS.Randomized>> = {
  "RSABSSA-SHA384-PSS-Randomized": RSABSSA.SHA384.PSS.Randomized(),
  "RSABSSA-SHA384-PSSZERO-Randomized": RSABSSA.SHA384.PSSZero.Randomized(),
  "RSABSSA-SHA384-PSS-Deterministic": RSABSSA.SHA384.PSS.Deterministic(),
  "RSABSSA-SHA384-PSSZERO-Deterministic": RSABSSA.SHA384.PSSZero.Deterministic(),
};
const OURS = "RSABSSA-SHA384-PSS-Randomized";

const bytesOf = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const hexOf = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

/** Makes the browser's randomness give these bytes, in turn; empty ones are never asked for. */
function randomnessGives(...draws: readonly string[]) {
  const left = draws.filter((draw) => draw !== "").map(bytesOf);
  crypto.getRandomValues = <T extends ArrayBufferView | null>(array: T): T => {
    if (!(array instanceof Uint8Array)) throw new Error("bytes were expected");
    const draw = array.length === 0 ? new Uint8Array() : left.shift();
    if (draw?.length !== array.length) throw new Error("another draw was expected");
    array.set(draw);
    return array;
  };
}

async function outcomeOf(publicKey: string, spki: Uint8Array<ArrayBuffer>, vector: Vector, factor: string) {
  const suite = suites[vector.name];
  if (suite === undefined) throw new Error(`no suite ${vector.name}`);
  const key = await crypto.subtle.importKey("spki", spki, { name: "RSA-PSS", hash: "SHA-384" }, true, [
    "verify",
  ]);
  randomnessGives(vector.msg_prefix, vector.salt, factor);
  const prepared = suite.prepare(bytesOf(vector.msg));
  const { blindedMsg, inv } = await suite.blind(key, prepared);
  const signature = await suite.finalize(key, prepared, bytesOf(vector.blind_sig), inv);
  const outcome = { blinded_msg: hexOf(blindedMsg), inv: hexOf(inv), sig: hexOf(signature) };
  if (vector.name !== OURS) return [outcome];
  // The variant that participants use, through the very code that they run.
  randomnessGives(vector.msg_prefix, vector.salt, factor);
  const blinded = await blindHere.blind(publicKey, bytesOf(vector.msg));
  const own = await blindHere.finalize(publicKey, bytesOf(vector.msg), blinded, bytesOf(vector.blind_sig));
  return [outcome, { blinded_msg: hexOf(blinded.blinded), inv: hexOf(blinded.inverse), sig: hexOf(own) }];
}

/** What this browser makes of each vector, to be held against what the vector states. */
export async function outcomesOf({ publicKey, vectors }: VectorsToCheck, factors: Factors) {
  const spki = Uint8Array.from(atob(publicKey.replaceAll("-", "+").replaceAll("_", "/")), (one) =>
    one.charCodeAt(0),
  );
  const outcomes = [];
  for (const vector of vectors)
    outcomes.push(...(await outcomeOf(publicKey, spki, vector, factors[vector.name] ?? "")));
  return outcomes;
}
