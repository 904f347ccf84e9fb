/** Parts with a key each: what they say, and which one it is of those that say the same. */
export function keyed<Part>(
  parts: readonly Part[],
  says: (part: Part) => string,
): { readonly key: string; readonly part: Part }[] {
  const counts = new Map<string, number>();
  return parts.map((part) => {
    const words = says(part);
    const nth = (counts.get(words) ?? 0) + 1;
    counts.set(words, nth);
    return { key: `${nth} ${words}`, part };
  });
}
