import "server-only";
import { randomUUID } from "node:crypto";
import { and, isNull } from "drizzle-orm";
import type { RegistryDatabase } from "@/db/registry/client";
import { backgroundPapers } from "@/db/registry/schema";
import { type Described, describedIssues, MOST_PAPERS } from "@/domain/background-papers/background-paper";
import type { Actor } from "@/domain/consultation/access";
import { Refusal } from "@/domain/refusal";
import { audit } from "@/server/audit";
import { sentenceOfIssue } from "@/server/words";
import { forgetFiles } from "./beside";
import { dropPieces, type StoredFile, writePieces } from "./files";
import type { IncomingFile } from "./incoming";
import { by, lockRound, type OfPaper, type OfRound, paperIdsOf, place, seen, thisVersion } from "./locked";
import type { ObjectStore } from "./object-store";
import { type CheckedFile, checkedFile, withFileKept } from "./taking";

type Preparing = { readonly actor: Actor; readonly now: Date; readonly objectStore: ObjectStore | null };

/** Refuses what cannot be said of a paper. Throws `background_paper_to_mend`. */
function described({ title, language }: Described): Described {
  const issues = describedIssues({ title, language });
  if (issues.length > 0)
    throw new Refusal("background_paper_to_mend", { issues: issues.map(sentenceOfIssue).join(" ") });
  return { title: title.trim(), language };
}

const ofFile = ({ format, size, sha256 }: CheckedFile) => ({ format, size, sha256 });

/**
 * Adds a paper at the end of its round. Throws what is wrong with the file (see `checkedFile`) or with what is said of it,
 * `background_papers_too_many`, `background_papers_fixed`.
 */
export async function addPaper(
  db: RegistryDatabase,
  added: OfRound & Described & { readonly file: IncomingFile },
  preparing: Preparing,
): Promise<{ paperId: string }> {
  const { roundId } = added;
  const said = described(added);
  const file = await checkedFile(added.file);
  return withFileKept(preparing.objectStore, file, (stored) =>
    db.transaction(async (tx) => {
      const number = await lockRound(tx, added, "draft");
      const position = (await paperIdsOf(tx, roundId)).length;
      if (position >= MOST_PAPERS) throw new Refusal("background_papers_too_many", { most: MOST_PAPERS });
      const paperId = randomUUID();
      await tx
        .insert(backgroundPapers)
        .values({ id: paperId, roundId, position, ...said, ...stored, ...ofFile(file) });
      if (stored.place === "database") await writePieces(tx, stored.fileId, file.bytes);
      const detail = { number, title: said.title, sha256: file.sha256 };
      await audit(tx, { ...by(added, preparing), act: "background paper added", detail });
      return { paperId };
    }),
  );
}

/** Puts another file in the place of a paper's. Throws what `addPaper` does, and `background_papers_changed`. */
export async function replaceFile(
  db: RegistryDatabase,
  replaced: OfPaper & { readonly file: IncomingFile },
  preparing: Preparing,
): Promise<void> {
  const file = await checkedFile(replaced.file);
  const before = await withFileKept(preparing.objectStore, file, (stored) =>
    db.transaction(async (tx) => {
      const number = await lockRound(tx, replaced, "draft");
      const paper = await seen(tx, replaced);
      if (paper.fileId !== null) await dropPieces(tx, paper.fileId);
      await tx
        .update(backgroundPapers)
        .set({ ...stored, ...ofFile(file), version: replaced.version + 1 })
        .where(thisVersion(replaced));
      if (stored.place === "database") await writePieces(tx, stored.fileId, file.bytes);
      const detail = { number, title: paper.title, sha256: file.sha256 };
      await audit(tx, { ...by(replaced, preparing), act: "background paper replaced", detail });
      return paper;
    }),
  );
  await forget(preparing.objectStore, before);
}

/** Changes what is said of a paper. Throws `background_paper_to_mend`, `background_papers_changed`, `background_papers_fixed`. */
export async function describePaper(
  db: RegistryDatabase,
  paper: OfPaper & Described,
  preparing: Preparing,
): Promise<void> {
  const said = described(paper);
  await db.transaction(async (tx) => {
    const number = await lockRound(tx, paper, "draft");
    await seen(tx, paper);
    await tx
      .update(backgroundPapers)
      .set({ ...said, version: paper.version + 1 })
      .where(thisVersion(paper));
    await audit(tx, {
      ...by(paper, preparing),
      act: "background paper described",
      detail: { number, title: said.title },
    });
  });
}

/** Puts the papers of a round in this order, which names each of them. Throws `background_papers_changed` where it does not. */
export async function arrangePapers(
  db: RegistryDatabase,
  { paperIds, ...round }: OfRound & { readonly paperIds: readonly string[] },
  preparing: Preparing,
): Promise<void> {
  await db.transaction(async (tx) => {
    const number = await lockRound(tx, round, "draft");
    const present = await paperIdsOf(tx, round.roundId);
    if (present.toSorted().join() !== paperIds.toSorted().join())
      throw new Refusal("background_papers_changed");
    await place(tx, paperIds);
    await audit(tx, {
      ...by(round, preparing),
      act: "background papers arranged",
      detail: { number, count: paperIds.length },
    });
  });
}

/** Removes a paper with its file; those after it move up. Throws `background_papers_changed`, `background_papers_fixed`. */
export async function removePaper(
  db: RegistryDatabase,
  removed: OfPaper,
  preparing: Preparing,
): Promise<void> {
  const paper = await db.transaction(async (tx) => {
    const number = await lockRound(tx, removed, "draft");
    const gone = await seen(tx, removed);
    await tx.delete(backgroundPapers).where(thisVersion(removed));
    await place(tx, await paperIdsOf(tx, removed.roundId));
    const detail = { number, title: gone.title, sha256: gone.sha256 };
    await audit(tx, { ...by(removed, preparing), act: "background paper removed", detail });
    return gone;
  });
  await forget(preparing.objectStore, paper);
}

/**
 * Withdraws a paper of a round that has opened: its file is deleted, and in its place stand its title, its hash and the
 * reason. Throws `background_reason_missing`, `background_papers_changed`, `background_papers_in_draft` before the opening.
 */
export async function withdrawPaper(
  db: RegistryDatabase,
  { reason: given, ...withdrawn }: OfPaper & { readonly reason: string },
  preparing: Preparing,
): Promise<void> {
  const reason = given.trim();
  if (reason === "") throw new Refusal("background_reason_missing");
  const paper = await db.transaction(async (tx) => {
    const number = await lockRound(tx, withdrawn, "opened");
    const found = await seen(tx, withdrawn);
    if (found.fileId !== null) await dropPieces(tx, found.fileId);
    const gone = await tx
      .update(backgroundPapers)
      .set({
        ...{ fileId: null, withdrawnAt: preparing.now, withdrawnReason: reason },
        version: withdrawn.version + 1,
      })
      .where(and(thisVersion(withdrawn), isNull(backgroundPapers.withdrawnAt)))
      .returning({ id: backgroundPapers.id });
    if (gone.length === 0) throw new Refusal("background_papers_changed");
    const detail = { number, title: found.title, sha256: found.sha256 };
    await audit(tx, { ...by(withdrawn, preparing), act: "background paper withdrawn", detail });
    return found;
  });
  await forget(preparing.objectStore, paper);
}

type Named = Pick<StoredFile, "place"> & { readonly fileId: string | null };

const forget = (objects: ObjectStore | null, { fileId, place }: Named): Promise<void> =>
  forgetFiles(objects, fileId !== null && place === "objects" ? [fileId] : []);
