import { dateWords } from "@/domain/consultation/moment";
import type { Language } from "@/domain/report/wording";
import type { Letter } from "./letter";

/** What a letter says of its consultation unless somebody words it otherwise. */
export type LetterFacts = {
  readonly title: string;
  readonly subject: string;
  readonly rule: string;
  readonly coHosts: readonly string[];
  /** The rounds that are reported, the first round first; moments are ISO 8601. */
  readonly rounds: readonly {
    readonly opensAt: string;
    readonly closedAt: string;
    readonly timeZone: string;
    /** Whether some delegation had several seats, so that those who answered were participants. */
    readonly severalSeats?: boolean;
  }[];
  /** The day on which it is drawn up, `2011-06-14`. */
  readonly today: string;
  readonly place: string;
};

const PERMANENT_MISSION = /^Permanent Mission of (.+?)(?: to the United Nations)?$/;

/** Within a sentence a full stop of its own would end it too early. */
const within = (text: string) => text.trim().replace(/\.$/, "");

/** A letter to begin from: everything that is known is filled in, and the addressee and the names are left to fill. */
export function defaultLetter(facts: LetterFacts, language: Language): Letter {
  const { title, coHosts, today, place } = facts;
  const say = sayIn(language);
  return {
    addressee: [],
    reference: "",
    date: today,
    place,
    subject: title,
    agendaItem: "",
    salutation: say("salutation"),
    paragraphs: paragraphsOf(facts, language),
    closing: say("closing"),
    signatories: coHosts.map((mission) => ({ name: "", title: titleOf(mission, language), mission })),
    annex: say("annex", { title: within(title) }),
  };
}

function paragraphsOf({ title, subject, rule, coHosts, rounds }: LetterFacts, language: Language): string[] {
  const say = sayIn(language);
  const [first, last] = [rounds[0], rounds.at(-1)];
  const from = first === undefined ? "" : dateWords(first.opensAt, first.timeZone, language.locale);
  const to = last === undefined ? "" : dateWords(last.closedAt, last.timeZone, language.locale);
  const held = rounds.some(({ severalSeats }) => severalSeats) ? "heldWithParticipants" : "held";
  const counts = { rounds: rounds.length, coHosts: coHosts.length, days: from === to ? "one" : "several" };
  return [
    say("transmit", { ...counts, title: within(title) }),
    ...(rounds.length === 0
      ? []
      : [say(held, { ...counts, from, to, subject: within(subject), rule: within(rule) })]),
    say("views", counts),
    say("use", counts),
    requestToCirculate("", language),
  ];
}

/** The paragraph that asks for circulation, under an item of the agenda where one is given. */
const requestToCirculate = (agendaItem: string, language: Language): string =>
  sayIn(language)("request", { given: agendaItem.trim() === "" ? "no" : "yes", item: agendaItem.trim() });

/** The letter under another item of the agenda: the request names it too, as long as nobody has worded it otherwise. */
export function withAgendaItem(letter: Letter, agendaItem: string, language: Language): Letter {
  const [before, after] = [letter.agendaItem, agendaItem].map((item) => requestToCirculate(item, language));
  return {
    ...letter,
    agendaItem,
    paragraphs: letter.paragraphs.map((paragraph) =>
      paragraph === before ? (after ?? paragraph) : paragraph,
    ),
  };
}

/** A letter with a signatory for every mission that co-hosts now: of a mission that joined since, the name is to fill. */
export function withSignatories(letter: Letter, coHosts: readonly string[], language: Language): Letter {
  const joined = coHosts.filter((name) => !letter.signatories.some(({ mission }) => mission === name));
  return {
    ...letter,
    signatories: [
      ...letter.signatories,
      ...joined.map((mission) => ({ name: "", title: titleOf(mission, language), mission })),
    ],
  };
}

/** The title of the head of a permanent mission, whose name says of whom; of another mission none is guessed. */
function titleOf(mission: string, language: Language): string {
  const of = PERMANENT_MISSION.exec(mission)?.[1];
  return of === undefined ? "" : sayIn(language)("permanentRepresentative", { of });
}

const sayIn =
  ({ translate }: Language) =>
  (key: string, values: Record<string, string | number> = {}): string =>
    translate(`letterWords.${key}`, values);
