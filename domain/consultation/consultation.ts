import { TZDate } from "@date-fns/tz";
import { z } from "zod";
import type { Issue } from "@/domain/issue";
import { looksLikeEmail } from "./person";

/** Most rounds that can be planned: a wallet holds their keys, three spare ones and two windows. */
export const MOST_ROUNDS = 6;

/** A moment as a host writes it: the wall clock of a place. */
const localTimeSchema = z.string().max(16);

export const plannedRoundSchema = z.object({
  level: z.enum(["expert", "highLevel"]),
  /** `2026-12-03T09:00`, in the round's time zone. */
  opensAt: localTimeSchema,
  closesAt: localTimeSchema,
});
export type PlannedRound = z.infer<typeof plannedRoundSchema>;

/** What every page of a consultation says of it. */
export const particularsSchema = z.object({
  title: z.string().max(200),
  subject: z.string().max(600),
  rule: z.string().max(600),
});
export type Particulars = z.infer<typeof particularsSchema>;

/** What a host fills in to set up a consultation. Lengths are bounded here; what is missing comes back as issues. */
export const setUpSchema = particularsSchema.extend({
  timeZone: z.string().max(64),
  template: z.enum(["dsr-2011", "blank"]),
  coHosts: z.array(z.object({ mission: z.string().max(200), email: z.string().max(254) })).max(10),
  rounds: z.array(plannedRoundSchema).max(MOST_ROUNDS),
});
export type SetUp = z.infer<typeof setUpSchema>;

/**
 * The instant of a wall-clock time in a zone, or null where either is not one. A time that a clock skips in spring counts
 * from the hour after.
 */
export function instantOf(local: string, timeZone: string): Date | null {
  const [, ...digits] = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)$/.exec(local) ?? [];
  const [year, month, day, hour, minute] = digits.map(Number);
  if (year === undefined || month === undefined || day === undefined || !isTimeZone(timeZone)) return null;
  const instant = new TZDate(year, month - 1, day, hour ?? 0, minute ?? 0, timeZone).getTime();
  return Number.isNaN(instant) ? null : new Date(instant);
}

/** The wall-clock time of an instant in a zone, as `instantOf` reads it. */
export function localTimeOf(instant: Date, timeZone: string): string {
  const place = new TZDate(instant.getTime(), timeZone);
  const two = (part: number) => String(part).padStart(2, "0");
  const day = `${place.getFullYear()}-${two(place.getMonth() + 1)}-${two(place.getDate())}`;
  return `${day}T${two(place.getHours())}:${two(place.getMinutes())}`;
}

/** Whether the name is a time zone of the IANA database. */
function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

/** What is wrong with one planned round; `at` names the field. */
export function plannedRoundIssues(round: PlannedRound, timeZone: string, at: string): Issue[] {
  const opens = instantOf(round.opensAt, timeZone);
  const closes = instantOf(round.closesAt, timeZone);
  const issues: Issue[] = [];
  if (opens === null) issues.push({ code: "time_unreadable", at: `${at}.opensAt` });
  if (closes === null) issues.push({ code: "time_unreadable", at: `${at}.closesAt` });
  if (opens !== null && closes !== null && closes <= opens)
    issues.push({ code: "closes_before_opening", at: `${at}.closesAt` });
  return issues;
}

/** What is wrong with a consultation's particulars; `at` names the field. */
export function particularsIssues({ title, rule }: Particulars): Issue[] {
  const issues: Issue[] = [];
  if (title.trim() === "") issues.push({ code: "title_missing", at: "title" });
  if (rule.trim() === "") issues.push({ code: "rule_missing", at: "rule" });
  return issues;
}

/** Everything that keeps a consultation from being set up; `at` names the field. */
export function setUpIssues(setUp: SetUp): Issue[] {
  const issues = particularsIssues(setUp);
  if (!isTimeZone(setUp.timeZone)) issues.push({ code: "time_zone_unknown", at: "timeZone" });
  if (setUp.rounds.length === 0) issues.push({ code: "rounds_missing", at: "rounds" });
  for (const [index, { mission, email }] of setUp.coHosts.entries()) {
    if (mission.trim() === "") issues.push({ code: "mission_missing", at: `coHosts.${index}.mission` });
    if (!looksLikeEmail(email)) issues.push({ code: "email_unreadable", at: `coHosts.${index}.email` });
  }
  for (const [index, round] of setUp.rounds.entries())
    issues.push(...plannedRoundIssues(round, setUp.timeZone, `rounds.${index}`));
  return issues;
}

/** A consultation's part of an address, and the number of one of its rounds. */
export const slugSchema = z.string().regex(/^[a-z0-9-]{1,80}$/);
export const roundNumberSchema = z.int().min(1).max(99);

/** An address for a title: small letters, digits and hyphens, at most sixty. */
export function slugOf(title: string): string {
  const plain = title.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return (
    plain
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "")
      .slice(0, 60)
      .replace(/-$/, "") || "consultation"
  );
}
