import { type Found, placesOf, type Reading, wordsAfter } from "./reading";
import type { Shown } from "./shown";
import { AGAINST, BODY_NOUN, IN_FAVOUR, TAKES_POSITION, TAKING_PART_NOUN } from "./vocabulary";

const WHO = `(?: of (?:them|those|whom|us|the (?:[a-z-]+ ){0,2}?(?:${TAKING_PART_NOUN}|${BODY_NOUN})))|(?: (?:[a-z-]+ ){0,2}?${TAKING_PART_NOUN}\\b)|(?: (?:[a-z-]+ ){0,2}?${BODY_NOUN} (?:that |who |also |[a-z]+ly )*${TAKES_POSITION}\\b)|(?: (?:others )?(?:also |[a-z]+ly )?${TAKES_POSITION}\\b)`;

/** Words of quantity with the share that they claim, as the ladders have it. */
const QUANTITIES: readonly { readonly said: RegExp; readonly share: number }[] = [
  { said: new RegExp(`\\b(?:the )?most(?:${WHO})`, "g"), share: 0.75 },
  {
    said: new RegExp(
      `\\b(?:the (?:greater|larger|better|greatest|major) (?:part|number|share)|a (?:preponderance|plurality)) of (?:the |those )?(?:${TAKING_PART_NOUN}|${BODY_NOUN})`,
      "g",
    ),
    share: 0.5,
  },
  {
    said: /\b(?:large|sizeable|substantial|significant|strong|considerable) minorit(?:y|ies)\b/g,
    share: 0.25,
  },
  {
    said: /\b(?:vast|overwhelming|great|huge|crushing|near-unanimous|lopsided) majorit(?:y|ies)\b|\bthe (?:bulk|great body) of (?:the |those )?/g,
    share: 0.8,
  },
  {
    said: /\b(?:large|clear|strong|solid|broad|wide|comfortable|substantial|considerable|sizeable|decisive|two-thirds?|qualified) majorit(?:y|ies)\b/g,
    share: 0.7,
  },
  {
    said: /\b(?<!(?:vast|overwhelming|great|huge|crushing|near-unanimous|lopsided|large|clear|strong|solid|broad|wide|comfortable|substantial|considerable|sizeable|decisive|two-thirds?|qualified) )majorit(?:y|ies)\b/g,
    share: 0.5,
  },
  { said: /\b(?:more than|over|upwards of|at least|better than) half\b/g, share: 0.5 },
  { said: new RegExp(`\\b(?:a great |a good |very )?many(?:${WHO})`, "g"), share: 1 / 3 },
  {
    said: new RegExp(
      `\\b(?:numerous|scores of|dozens of|a (?:large|great|considerable) number of|a wave of)(?: [a-z-]+){0,2}? ?(?:${TAKING_PART_NOUN}|${BODY_NOUN})?`,
      "g",
    ),
    share: 1 / 3,
  },
  { said: new RegExp(`\\b(?:several|a number of)(?:${WHO})`, "g"), share: 0.15 },
];
const WITHOUT_COUNT =
  /\b(?:twice|three times|double|half) as many\b|\b(?:outnumber\w*|outweigh\w*|(?:a |the )?(?:dwindling|tiny|negligible|insignificant) (?:minority|number))\b/g;

/** Words for a number, however small. */
const ANY_NUMBER = new RegExp(
  `\\b(?:(?:only |just |but )?(?:a )?(?:very )?(?:few|handful|couple|small number|minority|number)|some|several|certain|many)(?: of (?:the |those )?(?:${TAKING_PART_NOUN}|${BODY_NOUN})| (?:${TAKING_PART_NOUN}|${BODY_NOUN})| (?=${TAKES_POSITION}))?`,
  "g",
);
/** Words that say how small a number is. */
const HOW_FEW = new RegExp(
  `\\b(?:(?:only |just |but )(?:a )?(?:few|handful|couple|small number|minority|some)|few|(?:a )?(?:handful|tiny number)|hardly any|scarcely any|barely any|almost no)(?: of (?:the |those )?(?:${TAKING_PART_NOUN}|${BODY_NOUN})| (?:${TAKING_PART_NOUN}|${BODY_NOUN})| (?=${TAKES_POSITION}))`,
  "g",
);

/** Words of quantity that no share of the finding reaches, looked up on the side of which they speak. */
export function quantitiesIn(
  reading: Reading,
  { share, nearlyAll }: Pick<Shown, "share" | "nearlyAll">,
): string[] {
  const opposedAfter = ({ after }: Found) => AGAINST.test(wordsAfter(after, 5));
  // Where nearly all hold one view, that anybody held the other is what the release keeps back.
  const revealed = nearlyAll ? placesOf(reading, ANY_NUMBER).filter(opposedAfter) : [];
  const belittled =
    share.best > 1 / 3
      ? placesOf(reading, HOW_FEW).filter(
          (found) => !opposedAfter(found) && IN_FAVOUR.test(wordsAfter(found.after, 5)),
        )
      : [];
  const tooMuch = QUANTITIES.flatMap(({ said, share: claimed }) =>
    placesOf(reading, said).filter(({ match, after }) => {
      const opposed = AGAINST.test(`${match[0]} ${wordsAfter(after, 5)}`);
      return (opposed && share.against !== null ? share.against : share.best) < claimed;
    }),
  );
  return [...tooMuch, ...revealed, ...belittled, ...placesOf(reading, WITHOUT_COUNT)].map(
    ({ passage }) => passage,
  );
}
