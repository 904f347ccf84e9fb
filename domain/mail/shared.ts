/** A seat of a panel with the addresses to which its mail goes. */
type Addressed = { readonly name: string; readonly addresses: readonly string[] };

/** For each address, however its letters are, the seats to whose mail it belongs. */
function readersOf(panel: readonly Addressed[]): ReadonlyMap<string, string[]> {
  const readers = new Map<string, string[]>();
  for (const { name, addresses } of panel)
    for (const address of addresses) {
      const key = address.toLowerCase();
      readers.set(key, [...(readers.get(key) ?? []), name]);
    }
  return readers;
}

/**
 * Each seat with the others whose links come to one of its addresses too: whoever reads that mailbox can enrol for all of
 * them.
 */
export function withSharing<Seat extends Addressed>(
  panel: readonly Seat[],
): (Seat & { readonly shares: readonly string[] })[] {
  const readers = readersOf(panel);
  return panel.map((seat) => {
    const all = seat.addresses.flatMap((address) => readers.get(address.toLowerCase()) ?? []);
    return { ...seat, shares: [...new Set(all)].filter((name) => name !== seat.name) };
  });
}
