import "server-only";
import { createHash, type KeyObject, verify } from "node:crypto";
import { type Bytes, canonicalJson, toBase64Url } from "@/domain/anonymity/encoding";
import { draftBytes, paperBytes, questionnaireBytes } from "@/domain/anonymity/manifest";
import type { Paper } from "@/domain/paper/paper";
import type { Questionnaire } from "@/domain/questionnaire/questionnaire";
import type { Report } from "@/domain/report/document";

/** SHA-256 of bytes. */
export function sha256(bytes: Uint8Array): Bytes {
  return new Uint8Array(createHash("sha256").update(bytes).digest());
}

/** SHA-256 as `domain/` takes it. */
export const sha256Later = async (bytes: Uint8Array): Promise<Bytes> => sha256(bytes);

/** The hash by which the manifest names a questionnaire, base64url. */
export function questionnaireHash(questionnaire: Questionnaire): string {
  return toBase64Url(sha256(questionnaireBytes(canonicalJson(questionnaire))));
}

/** The hash by which the manifest names a version of the discussion paper, base64url. */
export function paperHash({ title, blocks }: Paper): string {
  return toBase64Url(sha256(paperBytes(canonicalJson({ title, blocks }))));
}

/** The hash by which the manifest names a draft report that is circulated, base64url. */
export function draftHash(report: Report): string {
  return toBase64Url(sha256(draftBytes(canonicalJson(report))));
}

/** Verifies Ed25519 signatures of one key, as `domain/` takes it. */
export function verifierOf(key: KeyObject) {
  return async (signature: Uint8Array, message: Uint8Array): Promise<boolean> =>
    verify(null, message, key, signature);
}
