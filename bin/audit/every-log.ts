import type { KeyObject } from "node:crypto";
import { asc } from "drizzle-orm";
import type { BallotDatabase } from "@/db/ballot/client";
import type { RegistryDatabase } from "@/db/registry/client";
import { consultations } from "@/db/registry/schema";
import { type Chain, type ChainedAct, type Fault, readChain } from "@/domain/acts/chain";
import { Refusal } from "@/domain/refusal";
import { storedLog } from "@/server/acts/chain";
import { sha256Later } from "@/server/hashing";
import { manifestCopies, namedHeads } from "./manifest-copies";

/** What may be read beside the registry, where the auditor has it. */
export type Beside = {
  /** The ballot box's database: its copy of the manifest is out of the registry's reach. */
  readonly box: BallotDatabase | null;
  /** The public key that signs the manifest. */
  readonly key: KeyObject | null;
};

/** One log as a line for the terminal, and whether it holds. */
export type LogLine = { readonly line: string; readonly holds: boolean };

const WHY: Readonly<Record<Fault, string>> = {
  position: "its number is not its place: an entry was removed, inserted or moved",
  previous: "it does not follow the entry before it",
  content: "it is not what was hashed",
  unchained: "its hash is missing",
  missing: "the manifest names a later entry that is not there: the log was changed or cut off from here on",
};

function lineOf(name: string, { entries, unchained, vouched, verified, head, broken }: Chain): LogLine {
  if (broken !== null) {
    const line = `${name}: BROKEN at entry ${broken.position} of ${entries}: ${WHY[broken.why]}; ${verified} before it hold`;
    return { line, holds: false };
  }
  const before = unchained > 0 ? `, ${unchained} of them from before the chain` : "";
  const named = vouched > 0 ? `the manifest vouches for ${vouched}` : "nothing outside vouches for any";
  return { line: `${name}: ${entries} entries hold${before}; ${named}; head ${head ?? "none"}`, holds: true };
}

async function lineOfConsultation(
  name: string,
  log: readonly ChainedAct[],
  copies: Awaited<ReturnType<typeof manifestCopies>>,
  key: KeyObject | null,
): Promise<LogLine> {
  const lines: LogLine[] = [];
  for (const copy of copies) {
    try {
      lines.push(lineOf(name, await readChain(log, await namedHeads(copy, key), sha256Later)));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      lines.push({ line: `${name}: BROKEN: the manifest does not hold (${error.values.why})`, holds: false });
    }
  }
  // The registry's own copy comes first and is the longest; the box's speaks up where it contradicts.
  return lines.find(({ holds }) => !holds) ?? lines[0] ?? lineOf(name, await readChain(log, [], sha256Later));
}

/** Checks every log of a registry: one line for each consultation, and one for the acts of none. */
export async function everyLog(registry: RegistryDatabase, { box, key }: Beside): Promise<LogLine[]> {
  const found = await registry
    .select({ id: consultations.id, slug: consultations.slug })
    .from(consultations)
    .orderBy(asc(consultations.slug));
  const lines = [
    lineOf("acts of no consultation", await readChain(await storedLog(registry, null), [], sha256Later)),
  ];
  for (const { id, slug } of found) {
    const copies = await manifestCopies(registry, box, id);
    lines.push(await lineOfConsultation(slug, await storedLog(registry, id), copies, key));
  }
  return lines;
}
