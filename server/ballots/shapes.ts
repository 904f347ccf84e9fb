import "server-only";
import { z } from "zod";
import { isBase64Url } from "@/domain/anonymity/encoding";
import { answersSchema, questionnaireSchema } from "@/domain/questionnaire/shapes/questionnaire";

/** Base64url of exactly so many bytes. */
const bytes = (count: number) =>
  z
    .string()
    .length(Math.ceil((count * 8) / 6))
    .refine(isBase64Url);

const key = bytes(32);

export const responseSchema = z.object({
  entry: z.strictObject({
    version: z.literal(1),
    consultationId: z.uuid(),
    roundId: z.uuid(),
    key,
    revision: z.int().min(1).max(1_000_000),
    answers: answersSchema,
    salts: z.record(z.string().max(64), bytes(16)),
  }),
  credential: z.strictObject({ randomizer: bytes(32), signature: bytes(384) }),
  proof: bytes(64),
});

export const challengeSchema = z.object({ roundId: z.uuid(), key });
export const readBackSchema = z.object({
  roundId: z.uuid(),
  key,
  challenge: z.string().max(90),
  proof: bytes(64),
});
export const leavesSchema = z.object({ roundId: z.uuid(), itemId: z.string().max(64) });
const moment = z.iso.datetime();
const roundId = z.uuid();

/** An entry of the manifest as the registry writes it, as far as the box acts upon it. */
export const manifestEntrySchema = z.looseObject({
  version: z.literal(1),
  consultationId: z.uuid(),
  position: z.int().min(1).max(1_000),
  previous: z.string().nullable(),
  act: z.discriminatedUnion("kind", [
    z.looseObject({
      kind: z.literal("enrolmentOpened"),
      keys: z.array(z.looseObject({ roundId, publicKey: z.string().refine(isBase64Url) })),
    }),
    z.looseObject({ kind: z.literal("roundOpened"), roundId, opensAt: moment, closesAt: moment }),
    z.looseObject({ kind: z.literal("roundExtended"), roundId, closesAt: moment }),
    z.looseObject({ kind: z.literal("roundClosed"), roundId }),
    z.looseObject({ kind: z.literal("roundWithdrawn"), roundId, copiesUntil: moment }),
    z.looseObject({ kind: z.literal("windowOpened"), roundId, opensAt: moment, closesAt: moment }),
    z.looseObject({ kind: z.literal("windowClosed"), roundId }),
  ]),
});

export const pushedEntrySchema = z.object({
  payload: z.string().max(65_536),
  signature: bytes(64),
  questionnaire: questionnaireSchema.nullable(),
});
