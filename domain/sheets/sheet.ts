import type { BackgroundPaper } from "@/domain/background-papers/background-paper";
import type { RoundStage } from "@/domain/consultation/round";
import type { Paper } from "@/domain/paper/paper";
import type { Questionnaire } from "@/domain/questionnaire/questionnaire";

/** When a round is, as every sheet tells it. Moments are ISO. */
export type RoundOnSheet = {
  readonly number: number;
  /** How many rounds there are. */
  readonly of: number;
  readonly level: "expert" | "highLevel";
  readonly stage: RoundStage;
  readonly opensAt: string;
  /** When it closed, once it has. */
  readonly closesAt: string;
  readonly timeZone: string;
};

/** The consultation that a sheet belongs to. */
export type HeadOfSheet = {
  readonly title: string;
  readonly subject: string;
  readonly rule: string;
  readonly coHosts: readonly string[];
  readonly simulated: boolean;
  /** The six words, null before enrolment opens. */
  readonly fingerprint: readonly string[] | null;
  /** Where the consultation is read. */
  readonly address: string;
};

/** A round's questionnaire as it is printed, for a delegation to ask its capital for instructions. */
export type QuestionnaireSheet = HeadOfSheet & {
  readonly round: RoundOnSheet;
  readonly questionnaire: Questionnaire;
  /** Its hash in the signed record, null while it is a draft. */
  readonly questionnaireHash: string | null;
  /** The version of the discussion paper at whose paragraphs its items point. */
  readonly paper: Paper | null;
  /** What there is to read beside it; withdrawn papers are left out. */
  readonly background: readonly BackgroundPaper[];
};

/** The most cards of one file: what a process sets in a second, in which it answers nobody else. */
export const MOST_CARDS = 200;

/** An invitation on paper. The link is in the hands of whoever asked for the card, and nowhere else. */
export type InvitationCard = {
  readonly delegation: string;
  /** 1, or 2 and more where a delegation has several seats on purpose. */
  readonly place: number;
  readonly link: string;
};

export type CardSheet = HeadOfSheet & {
  /** The round that is open or comes next, null where none does. */
  readonly round: RoundOnSheet | null;
  readonly cards: readonly InvitationCard[];
};
