import { looksLikeEmail } from "@/domain/consultation/person";
import type { Issue } from "@/domain/issue";

/** Addresses that one seat may have. */
const MOST_ADDRESSES = 5;
/** Characters of the longest address that mail can carry. */
const LONGEST_ADDRESS = 254;

/** An address as it is stored: what stands before the sign is the recipient's own affair, the domain has no case. */
function kept(address: string): string {
  const sign = address.lastIndexOf("@");
  return address.slice(0, sign) + address.slice(sign).toLowerCase();
}

/** Whether a mail can go there: characters that end an address or a header are none of it. */
const isAddress = (text: string) =>
  text.length <= LONGEST_ADDRESS && looksLikeEmail(text) && !/[<>()[\]\\,;:"\p{C}]/u.test(text);

/** The addresses in a text, between commas, semicolons or spaces, each once; and what is wrong with the first that is none. */
export function readAddresses(text: string): { addresses: string[]; issue: Issue | null } {
  const written = text.split(/[\s,;]+/).filter((part) => part !== "");
  const unreadable = written.find((part) => !isAddress(part));
  if (unreadable !== undefined)
    return {
      addresses: [],
      issue: { code: "address_unreadable", values: { text: unreadable.slice(0, 80) } },
    };
  const addresses = [
    ...new Map(written.map(kept).map((address) => [address.toLowerCase(), address])).values(),
  ];
  return addresses.length > MOST_ADDRESSES
    ? { addresses: [], issue: { code: "addresses_too_many", values: { most: MOST_ADDRESSES } } }
    : { addresses, issue: null };
}
