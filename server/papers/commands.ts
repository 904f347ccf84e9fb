import "server-only";
import { randomBytes } from "node:crypto";
import { and, desc, eq, lt, sql } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { paperCirculations, papers, rounds } from "@/db/registry/schema";
import type { Actor } from "@/domain/consultation/access";
import { identified } from "@/domain/paper/alignment";
import { paperFromMarkdown } from "@/domain/paper/from-markdown";
import { obstaclesIn } from "@/domain/paper/notice";
import type { Paper, Reason } from "@/domain/paper/paper";
import { Refusal } from "@/domain/refusal";
import { audit } from "@/server/audit";
import { lockConsultation } from "@/server/consultations/lock";
import { paperHash } from "@/server/hashing";
import { words } from "@/server/words";
import { isFixed, isToCirculate } from "./circulated";

type Composing = { readonly actor: Actor; readonly now: Date };
type Version = { readonly consultationId: string; readonly number: number };

const ofVersion = ({ consultationId, number }: Version) =>
  and(eq(papers.consultationId, consultationId), eq(papers.number, number));

/**
 * Begins the next version from the last one, or the first one empty. `after` is the number of the last version that whoever
 * asks has seen, 0 for none. Throws `paper_changed` where there is another by now, `paper_not_circulated` while the last
 * version can still be changed itself.
 */
export async function beginPaper(
  db: RegistryDatabase,
  consultationId: string,
  after: number,
  { actor, now }: Composing,
): Promise<{ number: number }> {
  const number = after + 1;
  await db.transaction(async (tx) => {
    await lockConsultation(tx, consultationId);
    const [last] = await tx
      .select()
      .from(papers)
      .where(eq(papers.consultationId, consultationId))
      .orderBy(desc(papers.number))
      .limit(1);
    if ((last?.number ?? 0) !== after) throw new Refusal("paper_changed");
    if (last !== undefined && !(await isFixed(tx, last))) throw new Refusal("paper_not_circulated");
    const { title, blocks } = last ?? { title: "", blocks: [] };
    await tx.insert(papers).values({ consultationId, number, title, blocks });
    await audit(tx, {
      consultationId,
      personId: actor.personId,
      act: "paper begun",
      detail: { number },
      at: now,
    });
  });
  return { number };
}

/** The paper in a text, or a refusal with everything that keeps it from being one. */
function paperIn(markdown: string) {
  const { title, blocks, notices } = paperFromMarkdown(markdown);
  const obstacles = obstaclesIn(notices).map(({ code, values }) => words(`paper.notices.${code}`, values));
  if (title === null) obstacles.unshift(words("paper.titleMissing"));
  if (title === null || obstacles.length > 0)
    throw new Refusal("paper_to_mend", { issues: obstacles.join(" ") });
  return { title, blocks };
}

const isEmpty = (blocks: readonly { readonly kind: string }[]) =>
  !blocks.some(({ kind }) => kind === "paragraph");

const drawId = () => `p-${randomBytes(5).toString("hex")}`;

/**
 * Saves a text over the version that was being edited; its paragraphs keep their ids where they are still the same ones.
 * Throws `paper_to_mend` with what cannot be kept, `paper_changed` where another has saved since, `paper_fixed` once a round
 * that circulates it has opened, `paper_empty` for a text without a paragraph where a round is to circulate it.
 */
export async function savePaper(
  db: RegistryDatabase,
  edited: Version & { readonly version: number; readonly markdown: string },
  { actor, now }: Composing,
): Promise<Paper & { version: number }> {
  const { consultationId, number } = edited;
  const { title, blocks: drafted } = paperIn(edited.markdown);
  const version = edited.version + 1;
  return db.transaction(async (tx) => {
    // Opening a round takes the same lock: what it signs is what is saved before it.
    await lockConsultation(tx, consultationId);
    const [present] = await tx.select().from(papers).where(ofVersion(edited));
    if (present === undefined) throw new Refusal("not_found");
    if (await isFixed(tx, edited)) throw new Refusal("paper_fixed");
    if (isEmpty(drafted) && (await isToCirculate(tx, edited))) throw new Refusal("paper_empty");
    const [before] = await tx
      .select({ blocks: papers.blocks })
      .from(papers)
      .where(and(eq(papers.consultationId, consultationId), lt(papers.number, number)))
      .orderBy(desc(papers.number))
      .limit(1);
    const blocks = identified(drafted, [present.blocks, before?.blocks ?? []], drawId);
    const saved = await tx
      .update(papers)
      .set({ title, blocks, version })
      .where(and(ofVersion(edited), eq(papers.version, edited.version)))
      .returning({ number: papers.number });
    if (saved.length === 0) throw new Refusal("paper_changed");
    await audit(tx, {
      consultationId,
      personId: actor.personId,
      act: "paper saved",
      detail: { number, version, paperHash: paperHash({ title, blocks }) },
      at: now,
    });
    return { title, blocks, version };
  });
}

/**
 * Says why a paragraph changed, or with neither findings nor a sentence that nothing is said. Also once the version is
 * fixed, which holds its words and not their reasons. Throws `paper_changed` where another has saved since.
 */
export async function explainChange(
  db: RegistryDatabase,
  explained: Version & { readonly version: number; readonly blockId: string } & Reason,
  { actor, now }: Composing,
): Promise<{ version: number }> {
  const { consultationId, number, blockId, findings, sentence } = explained;
  const version = explained.version + 1;
  const reason = { [blockId]: { findings, sentence: sentence.trim() } };
  const says = findings.length > 0 || sentence.trim() !== "";
  return db.transaction(async (tx) => {
    const without = sql`${papers.reasons} - ${blockId}::text`;
    const reasons = says ? sql`(${without}) || ${JSON.stringify(reason)}::text::jsonb` : without;
    const saved = await tx
      .update(papers)
      .set({ reasons, version })
      .where(and(ofVersion(explained), eq(papers.version, explained.version)))
      .returning({ number: papers.number });
    if (saved.length === 0) throw new Refusal("paper_changed");
    await audit(tx, {
      consultationId,
      personId: actor.personId,
      act: "paper change explained",
      detail: { number, version, count: findings.length },
      at: now,
    });
    return { version };
  });
}

/**
 * Circulates a version with a round in draft, or none (`number` null). Throws `round_not_in_draft`, `paper_empty` for a
 * version without a paragraph, `not_found` for one that does not exist.
 */
export async function circulatePaper(
  db: RegistryDatabase,
  { consultationId, roundId, number }: { consultationId: string; roundId: string; number: number | null },
  { actor, now }: Composing,
): Promise<void> {
  await db.transaction(async (tx) => {
    await lockConsultation(tx, consultationId);
    const [round] = await tx
      .select({ number: rounds.number })
      .from(rounds)
      .where(
        and(eq(rounds.id, roundId), eq(rounds.consultationId, consultationId), eq(rounds.stage, "draft")),
      )
      .for("update");
    if (round === undefined) throw new Refusal("round_not_in_draft");
    await tx.delete(paperCirculations).where(eq(paperCirculations.roundId, roundId));
    if (number !== null) {
      const [paper] = await tx.select().from(papers).where(ofVersion({ consultationId, number }));
      if (paper === undefined) throw new Refusal("not_found");
      if (isEmpty(paper.blocks)) throw new Refusal("paper_empty");
      await tx.insert(paperCirculations).values({ roundId, consultationId, number });
    }
    const act = number === null ? "paper taken back" : "paper circulated";
    await audit(tx, {
      consultationId,
      personId: actor.personId,
      act,
      detail: { number: round.number, ...(number !== null && { version: number }) },
      at: now,
    });
  });
}
