import { bytesIn } from "./bytes";
import { BREAKDOWN, type RoundRecord } from "./record";
import { rootOf } from "./tree";

/** The leaves of an item as bytes, and what is wrong with how they stand. */
function leavesOf(texts: readonly string[], named: string): { faults: string[]; bytes: Buffer[] } {
  const faults: string[] = [];
  const bytes = texts.map((leaf) => bytesIn(leaf) ?? Buffer.alloc(0));
  if (bytes.some(({ length }) => length !== 32)) faults.push(`${named} has a leaf that is no SHA-256 hash.`);
  const after = (leaf: Buffer, index: number) =>
    index === 0 || Buffer.compare(bytes[index - 1] ?? leaf, leaf) < 0;
  if (!bytes.every(after)) faults.push(`${named} has a leaf twice, or leaves that are not in order.`);
  return { faults, bytes };
}

/** How many answers an item has by the release: so many, or for a scale at least so many. */
function countFaults(record: RoundRecord, itemId: string, named: string, leaves: number): string[] {
  const { received } = record.participation;
  const item = record.released.find((released) => released.itemId === itemId);
  if (item === undefined) return [`${named} is not in the release.`];
  if (leaves > received)
    return [`${named} has ${leaves} leaves, more than the ${received} responses received.`];
  const answered = received - Math.min(...item.unanswered, received);
  if (leaves < answered)
    return [
      `${named} has ${leaves} leaves for ${answered} answers: an answer was left out, or two responses carried the same salt.`,
    ];
  // Whoever answers a scale may leave out each statement, so that its leaves may be more than the answers to any.
  if (item.kind !== "scale" && leaves > answered)
    return [`${named} has ${leaves} leaves, more than the ${answered} answers of the release.`];
  return [];
}

/**
 * The release does not say how many named a group or preferred not to, only how many positions the groups shown have: each
 * is of somebody who named one.
 */
function groupFaults({ participation, released }: RoundRecord, named: string, leaves: number): string[] {
  const { received } = participation;
  if (leaves > received)
    return [`${named} has ${leaves} leaves, more than the ${received} responses received.`];
  const fewest = Math.max(0, ...released.flatMap(({ inGroups }) => inGroups));
  if (leaves >= fewest) return [];
  return [
    `${named} has ${leaves} leaves, fewer than the ${fewest} positions that the release has in groups.`,
  ];
}

/** What is wrong with the roots, the leaves and the counts of a record, in sentences. */
export function countedFaults(record: RoundRecord): string[] {
  const { asked, roots, leaves, participation } = record;
  const { invited, issued, replaced, received } = participation;
  const faults: string[] = [];
  if (issued > invited) faults.push(`${issued} credentials were issued to ${invited} seats.`);
  if (received > issued + replaced)
    faults.push(
      `${received} responses were received, but only ${issued + replaced} credentials were issued and replaced.`,
    );
  const known = new Set(asked.map(({ id }) => id));
  for (const id of new Set([...Object.keys(roots), ...Object.keys(leaves)]))
    if (!known.has(id)) faults.push(`The record has leaves or a root for “${id}”, which was not asked.`);
  for (const { id, prompt } of asked) {
    const named = `“${prompt}” (${id})`;
    const held = leaves[id];
    if (held === undefined) {
      faults.push(`${named} has no list of leaves in the record.`);
      continue;
    }
    const { faults: standing, bytes } = leavesOf(held, named);
    faults.push(...standing);
    const stated = roots[id] ?? null;
    const recomputed = bytes.length === 0 ? null : rootOf(bytes).toString("hex");
    if (stated !== recomputed) faults.push(`${named} has other leaves than those that the release fixed.`);
    faults.push(
      ...(id === BREAKDOWN
        ? groupFaults(record, named, held.length)
        : countFaults(record, id, named, held.length)),
    );
  }
  return faults;
}
