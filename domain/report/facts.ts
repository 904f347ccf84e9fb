import type { Release } from "@/domain/disclosure/release";
import type { Finding } from "@/domain/findings/finding";
import type { Questionnaire } from "@/domain/questionnaire/questionnaire";
import type { Arrangement } from "@/domain/summary/arrangement";
import type { ChosenWords } from "@/domain/wording/chosen";
import type { Section } from "./document";
import type { Evidence } from "./evidence";
import type { ItemThemes } from "./themes";

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
  /** The words that the chair chose; findings without an entry stand as drafted. */
  readonly chosen?: ChosenWords;
  /** The themes of its open answers, as far as they are released. */
  readonly themes?: readonly ItemThemes[];
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
  /** Findings in the words in which they are to be said, and themes; where absent, the findings as their figures word them. */
  readonly evidence?: readonly Evidence[];
  /** How the rapporteur arranged the summary; where absent, as it is drafted. */
  readonly arrangement?: Arrangement;
  /** The rapporteur's text on what comes next; paragraphs are parted by blank lines. */
  readonly nextSteps?: string;
  /** Parts that other rooms prepare, each to stand in its place. */
  readonly parts?: {
    /** Which rounds were withdrawn. */
    readonly withdrawn?: readonly Section[];
    /** What changed in the discussion paper. */
    readonly paper?: readonly Section[];
    /** What participants said that the draft left out, and the answers to it. */
    readonly notReflected?: readonly Section[];
  };
};
