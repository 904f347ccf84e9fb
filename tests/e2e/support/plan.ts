import { localTimeOf } from "@/domain/consultation/consultation";

const DAY = 86_400_000;

/** The wall-clock time of New York so many days from now, as a host types it. */
export const localTime = (days: number) => localTimeOf(new Date(Date.now() + days * DAY), "America/New_York");
