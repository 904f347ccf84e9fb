import { canonicalJson } from "@/domain/anonymity/encoding";
import { csvFile } from "@/domain/csv";
import type { ChainedAct } from "./chain";

/** Whoever acted, as the registry knows them. */
export type ActingPerson = { readonly id: string; readonly name: string | null; readonly email: string };

const COLUMNS = [
  "position",
  "at_utc",
  "person_id",
  "person",
  "email",
  "act",
  "detail",
  "previous",
  "hash",
] as const;

/** By its name in front a hash that begins with a dash is no formula, and stays as it is. */
const named = (hash: string | null) => (hash === null ? "" : `sha256:${hash}`);

/** A log as a file: everything that is hashed, with the hashes, so that the chain can be checked from it alone. */
export function actsCsv(log: readonly ChainedAct[], people: readonly ActingPerson[]): string {
  const known = new Map(people.map((person) => [person.id, person]));
  const rows = log.map(({ position, at, personId, act, detail, previous, hash }) => {
    const person = personId === null ? undefined : known.get(personId);
    return [
      String(position),
      at.toISOString(),
      personId ?? "",
      person?.name ?? "",
      person?.email ?? "",
      act,
      canonicalJson(detail),
      named(previous),
      named(hash),
    ];
  });
  return csvFile([COLUMNS, ...rows]);
}
