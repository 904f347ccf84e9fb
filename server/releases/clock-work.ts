import "server-only";
import { clockQueue } from "@/server/conduct/alarm";
import { type Work, workOn } from "@/server/jobs/work";
import { type Clock, lookAtTheClock } from "./clock";

/**
 * The clock as a process runs it: looks where and when it was asked to, within half a second, and at everything every
 * minute. A close takes as long as it takes, so others' times are looked at meanwhile.
 */
export function clockWork(means: Omit<Clock, "now">): Work {
  return workOn(clockQueue, { atOnce: 4, every: 0.5, eachMinute: {} }, ({ consultationId }, { now }) =>
    lookAtTheClock({ ...means, now }, consultationId),
  );
}
