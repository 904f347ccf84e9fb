import type { Blinder } from "@/app/(participant)/_protocol/blinding";
import {
  checkedManifest,
  finishEnrolment,
  keepWallet,
  prepareWallet,
} from "@/app/(participant)/_protocol/enrol";
import type { Participant } from "@/app/(participant)/_protocol/enrol-here";
import { locatorOf, newCode, sealedWallet } from "@/app/(participant)/_protocol/secrets";
import { registryAt } from "@/app/(participant)/_protocol/transport";
import { toBase64Url } from "@/domain/anonymity/encoding";
import { rounded, sendLoad } from "./send-load";
import type { Stage } from "./stage";

const LANES = 8;

/**
 * Enrols these seats. Browsers' part, the blinding, is done before and not counted; what is sent is all that a browser
 * sends: the invitation, the wallet, the blinded messages, the wallet again.
 */
export async function measuredEnrolments(
  baseUrl: string,
  { slug }: Stage,
  tokens: readonly string[],
  blinder: Blinder,
) {
  const registry = registryAt(baseUrl);
  const manifest = await checkedManifest(registry, slug);
  const prepared = await Promise.all(
    tokens.map(async (token) => {
      const code = newCode();
      const wallet = await prepareWallet(manifest, code, token, blinder);
      const ciphertext = toBase64Url(await sealedWallet(code, wallet));
      return { code, wallet, token, locator: await locatorOf(code), ciphertext };
    }),
  );
  const sequences = prepared.map(({ token, wallet, locator, ciphertext }) => {
    const { consultationId } = wallet;
    const stored = JSON.stringify({ consultationId, locator, ciphertext });
    const put = { path: "/api/trpc/wallets.put", body: stored };
    const blinded = wallet.rounds.map((round) => ({ roundId: round.roundId, blinded: round.blinded }));
    return [
      { path: "/api/trpc/enrolment.seat", body: JSON.stringify({ token }) },
      put,
      { path: "/api/trpc/enrolment.issue", body: JSON.stringify({ token, blinded }) },
      put,
    ];
  });
  const lanes = Array.from({ length: LANES }, (_, lane) =>
    sequences.filter((_sequence, index) => index % LANES === lane).flat(),
  );
  const { seconds } = await sendLoad({ baseUrl, lanes });
  const participants: Participant[] = [];
  for (const { code, wallet } of prepared) {
    await keepWallet(registry, code, wallet);
    participants.push({ code, wallet: await finishEnrolment(registry, manifest, code, wallet, blinder) });
  }
  return { participants, perSecond: rounded(tokens.length / seconds), keysEach: manifest.keys.length };
}
