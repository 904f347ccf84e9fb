import { z } from "zod";
import type { Issue } from "@/domain/issue";

/** Whoever a host gives a role: the mission's name is needed for a host and may be empty for anybody else. */
export const newPersonSchema = z.object({
  name: z.string().max(200),
  email: z.string().max(254),
  role: z.enum(["host", "rapporteur", "observer"]),
  mission: z.string().max(200),
});
export type NewPerson = z.infer<typeof newPersonSchema>;

/** Whether a text has the form of an e-mail address. Whether it is one, only a mail tells. */
export const looksLikeEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim());

/** What keeps a person from being given a role; `at` names the field. */
export function personIssues({ email, role, mission }: NewPerson): Issue[] {
  const issues: Issue[] = looksLikeEmail(email) ? [] : [{ code: "email_unreadable", at: "email" }];
  if (role === "host" && mission.trim() === "") issues.push({ code: "mission_missing", at: "mission" });
  return issues;
}
