/** The names of a list as these files keep them: apart by semicolons, over as many lines as they need. */
export function listed(names: string): string[] {
  return names
    .split(";")
    .map((name) => name.trim().replace(/\s+/g, " "))
    .filter((name) => name !== "");
}
