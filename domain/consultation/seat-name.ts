/** A seat as lists, links and the log call it: by its delegation, and by its place from the second on, "Kenya (2)". */
export const seatName = ({
  delegation,
  place,
}: {
  readonly delegation: string;
  readonly place: number;
}): string => (place === 1 ? delegation : `${delegation} (${place})`);
