import type { Release } from "@/domain/disclosure/release";
import type { Finding } from "@/domain/findings/finding";
import type { Questionnaire } from "@/domain/questionnaire/questionnaire";

/** One closed round, as the report needs it. Moments are ISO 8601; the time zone is an IANA name. */
export type RoundFacts = {
  readonly number: number;
  readonly level: "expert" | "highLevel";
  readonly opensAt: string;
  readonly closesAt: string;
  readonly closedAt: string;
  readonly timeZone: string;
  readonly questionnaire: Questionnaire;
  readonly release: Release;
  readonly findings: readonly Finding[];
};

/** Everything a report is composed from. Figures enter only as releases and findings. */
export type ReportFacts = {
  readonly title: string;
  readonly slug: string;
  readonly subject: string;
  /** Names of the co-hosting missions. */
  readonly coHosts: readonly string[];
  /** The rule in force, in the hosts' words. */
  readonly rule: string;
  /** The six words of the consultation's fingerprint, separated by spaces. */
  readonly fingerprint: string;
  readonly simulated: boolean;
  readonly rounds: readonly RoundFacts[];
};
