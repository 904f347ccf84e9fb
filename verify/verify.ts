import { wordlist } from "@scure/bip39/wordlists/english.js";
import { countedFaults } from "./counts";
import { checkedManifest, keyHash } from "./manifest";
import { answersIn, codeIn, missingAnswers } from "./own";
import { recordIn } from "./record";

/** What a check found, line by line, and a sentence for each fault. */
export type Verified = { readonly lines: readonly string[]; readonly faults: readonly string[] };

/** What a participant brings to find their own answers: the code as it was written down, and the saved file. */
export type Own = { readonly code: string; readonly answers: string };

/** The first 66 bits of a hash as six words of eleven bits. */
function sixWords(hash: Buffer): string {
  const bits = [...hash.subarray(0, 9)].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  const word = (index: number) => wordlist[Number.parseInt(bits.slice(11 * index, 11 * index + 11), 2)] ?? "";
  return [0, 1, 2, 3, 4, 5].map(word).join(" ");
}

/**
 * Checks the record of a round: the manifest, its signatures and rules, the roots, the leaves and the counts; and with code
 * and answers whether these are among the leaves. It shares no code with the service. Throws `Unreadable`.
 */
export function verified(json: string, own: Own | null): Verified {
  const record = recordIn(json);
  const { slug, round, manifest, leaves, participation } = record;
  const { invited, issued, replaced, received } = participation;
  const { faults, firstHash } = checkedManifest(record);
  const total = Object.values(leaves).reduce((sum, { length }) => sum + length, 0);
  const lines = [
    `Round ${round.number} of ${slug}: ${manifest.length} entries in the manifest, signed under the key ${keyHash(record)}.`,
    ...(firstHash === null
      ? []
      : [`Fingerprint, to be compared with an invitation or another participant: ${sixWords(firstHash)}`]),
    `${invited} seats invited, ${issued} credentials issued, ${replaced} replaced, ${received} responses received.`,
    `${total} leaves of ${record.asked.length} questions.`,
  ];
  const found = [...faults, ...countedFaults(record)];
  if (own === null) return { lines, faults: found };
  const answers = answersIn(own.answers, record);
  const missing = missingAnswers(record, codeIn(own.code), answers);
  const count = Object.keys(answers).length;
  return {
    lines: [...lines, `${count - missing.length} of your ${count} answers are among the leaves.`],
    faults: [...found, ...missing],
  };
}
