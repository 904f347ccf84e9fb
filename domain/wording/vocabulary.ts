/** Who takes part, one or many: nouns that can mean nobody else. */
const TAKING_PART =
  "delegation|delegate|participant|respondent|representative|speaker|ambassador|envoy|diplomat|attendee|interlocutor|dissenter|objector|opponent|supporter|proponent|signatory|voter|permanent mission|co-host|response|answer|reply|seat|vote";
/** Who takes part, unless the sentence speaks of whom it would help. */
const BODIES =
  "member state|state|country|government|nation|member|mission|capital|expert|party|people|person|colleague|group|voice|side";

const plural = (nouns: string): string =>
  nouns
    .split("|")
    .map((noun) =>
      noun.endsWith("y") ? `${noun.slice(0, -1)}ies` : noun === "people" ? "people" : `${noun}s`,
    )
    .join("|");
const either = (nouns: string): string => `(?:${plural(nouns)}|${nouns})`;

export const ONE_TAKING_PART = `(?:${TAKING_PART})`;
export const ONE_BODY = `(?:${BODIES})`;
export const TAKING_PART_NOUN = either(TAKING_PART);
export const BODY_NOUN = either(BODIES);

const STEMS =
  "agree|concur|endorse|welcome|approv|oppose|disagree|support|accept|back|favou?r|object|dissent|reject|differ|abstain|reserv|hesitat|prefer|shar|consider|believ|stress|underlin|underscor|emphasis|emphasiz|vot|wish|want|insist|doubt|question|express|voic|rais|not|ask|recogni[sz]|acknowledg|affirm|confirm|warn|declin|subscrib|join|recall|add|argu|maintain|regret|demand|request|propos|urg|call|refus|resist|complain|adopt|decid|conclud|appreciat";
const VERBS = `(?:${STEMS})(?:e|ed|d|es|s|ing|red|ted)?|felt|thought|said|spoke|held|saw|took|stood|remained|found`;

/** Verbs by which somebody takes a position or speaks. */
export const SPEAKS = `(?:(?:had|has|have|was|were|are|is|also|[a-z]+ly) )*(?:${VERBS}|in favou?r|of the view)`;
/** The same, and verbs that may lead to one. */
export const TAKES_POSITION = `(?:${VERBS}|was|were|had|has|have|could|would|did|are|made|gave|kept|sought)`;

/** Words that stand for being against. */
export const AGAINST =
  /\b(?:oppos|object|disagree|dissent|against|reject|unfavou?rabl|negative|doubt|reservation|reserved|hesita|scepti|skepti|refus|resist|critic|not (?:support|agree|share|favou?r|in favou?r))/;
/** Words that stand for being in favour. */
export const IN_FAVOUR =
  /\b(?:in favou?r|favou?r(?:ed|ing)|support|agree|for it\b|endors|welcom|accept|back(?:ed|ing)|approv|positive)/;
