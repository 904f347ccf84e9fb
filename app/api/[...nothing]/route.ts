import { refusal } from "@/server/trpc/requests";

/** Addresses under `api` that lead nowhere get a sentence, not a page. */
const nothingHere = () => refusal(404, "not_found");

export { nothingHere as GET, nothingHere as POST };
