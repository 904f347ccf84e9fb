/** Places from the first to the last; options that share a place are tied. */
export type Places = readonly (readonly string[])[];

const placeOf = (places: Places, id: string) => places.findIndex((place) => place.includes(id));

/** The order without an option. */
export function unranked(places: Places, id: string): string[][] {
  return places.map((place) => place.filter((other) => other !== id)).filter((place) => place.length > 0);
}

/** The order with an option added in a last place of its own. */
export function ranked(places: Places, id: string): string[][] {
  return [...unranked(places, id), [id]];
}

/** The order with an option in a place of its own before the place that then has this index. */
export function movedTo(places: Places, id: string, index: number): string[][] {
  const others = unranked(places, id);
  const at = Math.max(0, Math.min(index, others.length));
  return [...others.slice(0, at), [id], ...others.slice(at)];
}

/** One place up (−1) or down (+1); out of a tie, to just before or after those it was tied with. */
export function moved(places: Places, id: string, step: -1 | 1): string[][] {
  const at = placeOf(places, id);
  const alone = places[at]?.length === 1;
  if (alone) return movedTo(places, id, at + step);
  return movedTo(places, id, step === -1 ? at : at + 1);
}

/** Tied with the place above; the first place stays as it is. */
export function tiedWithAbove(places: Places, id: string): string[][] {
  const at = placeOf(places, id);
  const above = places[at - 1];
  if (above === undefined) return places.map((place) => [...place]);
  return places
    .map((place, index) => (index === at - 1 ? [...above, id] : place.filter((other) => other !== id)))
    .filter((place) => place.length > 0);
}

/** Whether an option can still move that way: the only one in the first place cannot rise, nor one in the last fall. */
export function canMove(places: Places, id: string, step: -1 | 1): boolean {
  const at = placeOf(places, id);
  const end = step === -1 ? 0 : places.length - 1;
  return at !== end || (places[at]?.length ?? 0) > 1;
}
