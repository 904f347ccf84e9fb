import { readdirSync } from "node:fs";

/** An address that `app/` answers: its pattern, such as `/c/[slug]/answer`, and whether it is a page or a route. */
export type Address = { readonly pattern: string; readonly kind: "page" | "route" };

/** Every address that `app/` answers, in order. A folder in brackets is part of the tree alone, not of the address. */
export function addressesOfApp(): Address[] {
  return readdirSync("app", { recursive: true, encoding: "utf8" })
    .flatMap((file): Address[] => {
      const [, folder = "", kind] = /^(?:(.*)\/)?(page|route)\.tsx?$/.exec(file) ?? [];
      if (kind !== "page" && kind !== "route") return [];
      const parts = folder.split("/").filter((part) => part !== "" && !part.startsWith("("));
      return [{ pattern: `/${parts.join("/")}`, kind }];
    })
    .sort((one, other) => (one.pattern < other.pattern ? -1 : 1));
}

/** The address with a value for each part that varies. Throws where one has none. */
export function addressWith(pattern: string, values: Readonly<Record<string, string>>): string {
  return pattern.replaceAll(/\[(?:\.\.\.)?(\w+)\]/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`no value for ${name} in ${pattern}`);
    return value;
  });
}
