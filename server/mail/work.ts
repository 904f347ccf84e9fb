import "server-only";
import { z } from "zod";
import type { Queue } from "@/server/jobs/queue";
import { type Work, workOn } from "@/server/jobs/work";
import { deliver, type Posting } from "./delivery";
import { settleLost } from "./lost";
import { AT_ONCE } from "./mailer";
import { mailQueue } from "./queue";
import { queueDue } from "./schedule";

/** Asked every minute what mail is due by the clock. */
const dueQueue: Queue<Record<string, never>> = { name: "mail-due", data: z.object({}).strict() };

/** How often a queue is asked for mail, in seconds. */
const EVERY = 1;

/** Everything about mail that is done without anybody asking. */
export const mailWork = (posting: Posting): readonly Work[] => [
  workOn(mailQueue, { atOnce: AT_ONCE, every: EVERY }, (mail, occasion) => deliver(mail, occasion, posting)),
  workOn(dueQueue, { atOnce: 1, every: 5, eachMinute: {} }, async (_, { now }) => {
    await settleLost(posting.db);
    await queueDue(posting.db, now);
  }),
];
