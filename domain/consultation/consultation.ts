import { TZDate } from "@date-fns/tz";
import { z } from "zod";
import type { Issue } from "@/domain/issue";
import { looksLikeEmail } from "./person";

/** Most rounds that can be planned: a wallet holds their keys, three spare ones and two windows. */
export const MOST_ROUNDS = 6;

/** Most other missions that can be named at set-up. */
export const MOST_CO_HOSTS = 40;

/** A moment as a host writes it: the wall clock of a place. */
const localTimeSchema = z.string().max(16);

export const plannedRoundSchema = z.object({
  level: z.enum(["expert", "highLevel"]),
  /** `2026-12-03T09:00`, in the round's time zone. */
  opensAt: localTimeSchema,
  closesAt: localTimeSchema,
});
export type PlannedRound = z.infer<typeof plannedRoundSchema>;

/** Most characters of each text that every page of a consultation shows. */
const MOST_CHARACTERS = { title: 200, subject: 600, rule: 600 } as const;

/** What every page of a consultation says of it. */
export const particularsSchema = z.object({
  title: z.string().max(MOST_CHARACTERS.title),
  subject: z.string().max(MOST_CHARACTERS.subject),
  rule: z.string().max(MOST_CHARACTERS.rule),
});
export type Particulars = z.infer<typeof particularsSchema>;

/** What is filled in whatever it starts from. Lengths are bounded here; what is missing comes back as issues. */
const setUpFieldsSchema = particularsSchema.extend({
  timeZone: z.string().max(64),
  coHosts: z.array(z.object({ mission: z.string().max(200), email: z.string().max(254) })).max(MOST_CO_HOSTS),
  rounds: z.array(plannedRoundSchema).max(MOST_ROUNDS),
});
export type SetUpFields = z.infer<typeof setUpFieldsSchema>;

/** What a host fills in to set up a consultation from a template. */
export const setUpSchema = setUpFieldsSchema.extend({ template: z.enum(["dsr-2011", "blank"]) });
export type SetUp = z.infer<typeof setUpSchema>;

/** What a host fills in to set one up as a copy of an earlier one. */
export const copySchema = setUpFieldsSchema.extend({
  rounds: z
    .array(
      plannedRoundSchema.extend({
        /** The number of the earlier round whose questionnaire it takes; null for that of the round before it. */
        copies: z.int().min(1).max(99).nullable(),
      }),
    )
    .max(MOST_ROUNDS),
  /** Whether it takes the delegations of the earlier panel. */
  panel: z.boolean(),
});
export type Copy = z.infer<typeof copySchema>;

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
export function particularsIssues({ title, subject, rule }: Particulars): Issue[] {
  const issues: Issue[] = [];
  if (title.trim() === "") issues.push({ code: "title_missing", at: "title" });
  if (title.length > MOST_CHARACTERS.title) issues.push({ code: "title_too_long", at: "title" });
  if (subject.length > MOST_CHARACTERS.subject) issues.push({ code: "subject_too_long", at: "subject" });
  if (rule.trim() === "") issues.push({ code: "rule_missing", at: "rule" });
  if (rule.length > MOST_CHARACTERS.rule) issues.push({ code: "rule_too_long", at: "rule" });
  return issues;
}

/** Everything that keeps a consultation from being set up; `at` names the field. */
export function setUpIssues(setUp: SetUpFields): Issue[] {
  const issues = particularsIssues(setUp);
  if (!isTimeZone(setUp.timeZone)) issues.push({ code: "time_zone_unknown", at: "timeZone" });
  if (setUp.rounds.length === 0) issues.push({ code: "rounds_missing", at: "rounds" });
  for (const [index, { mission, email }] of setUp.coHosts.entries()) {
    if (mission.trim() === "") issues.push({ code: "mission_missing", at: `coHosts.${index}.mission` });
    if (mission.length > 200) issues.push({ code: "mission_too_long", at: `coHosts.${index}.mission` });
    if (!looksLikeEmail(email) || email.length > 254)
      issues.push({ code: "email_unreadable", at: `coHosts.${index}.email` });
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
