import { scraped } from "@/server/trpc/scraping";
import { atMost } from "@/server/trpc/shedding";

/** A few who gather figures, each now and then. */
const AT_ONCE = 4;

/** Figures for Prometheus, for whoever has the token. */
export const GET = atMost(AT_ONCE, scraped);
