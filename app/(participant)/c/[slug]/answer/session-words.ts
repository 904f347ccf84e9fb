import type { AbstractIntlMessages } from "next-intl";
import { OF_FINDINGS, wordsAt } from "@/app/_components/words-at";

/**
 * The words of a session in the room, those of the findings that it shows included: sent along with a page only while
 * there is one.
 */
export const sessionWords = (all: AbstractIntlMessages): AbstractIntlMessages =>
  wordsAt(all, ["roomDevice", ...OF_FINDINGS]);
