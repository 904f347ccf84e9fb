import { BREAKDOWN } from "@/domain/questionnaire/breakdown";
import type { Answer, Item } from "@/domain/questionnaire/item";
import { NO_POSITION } from "@/domain/questionnaire/position";
import type { Answers, Questionnaire } from "@/domain/questionnaire/questionnaire";
import { itemsOf } from "@/domain/questionnaire/questionnaire";
import { type Chance, chanceOf } from "./chance";
import { climateOf } from "./climates";
import { groupAnswer } from "./groups";
import { openAnswer } from "./open-answer";
import { rankedOptions } from "./rankings";

/** Whose answers are drawn. The seed and a number that stands for the participant decide them, and nothing else. */
export type Respondent = { readonly seed: string; readonly participant: string; readonly round: number };

/** The hidden schools of thought and how large they are. */
const SCHOOLS = [0.45, 0.35, 0.2];

function schoolOf({ seed, participant }: Respondent): number {
  const drawn = chanceOf(`${seed}/school/${participant}`).next();
  let share = 0;
  const school = SCHOOLS.findIndex((size) => {
    share += size;
    return drawn < share;
  });
  return Math.max(0, school);
}

/**
 * Where a participant stands on a subject, about -1 (against) to 1 (in favour). The same participant stands in the same
 * place in every round, but for what its climate moves between them.
 */
export function leaning(respondent: Respondent, subject: string): number {
  const { seed, participant, round } = respondent;
  const climate = climateOf(subject, chanceOf(`${seed}/climate/${subject}`).oneOf);
  const own = chanceOf(`${seed}/leaning/${subject}/${participant}`);
  const begins = (climate.schools[schoolOf(respondent)] ?? 0) + own.deviation() * 1.5 * climate.spread;
  const common = climate.schools.reduce((sum, school, index) => sum + school * (SCHOOLS[index] ?? 0), 0);
  const gathered = begins + (common - begins) * (1 - (1 - climate.gathers) ** (round - 1));
  return gathered + climate.wonOver * (round - 1);
}

function category(leans: number, categories: number): number {
  return Math.min(categories - 1, Math.max(0, Math.floor(((leans + 1) / 2) * categories)));
}

function answerTo(item: Item, respondent: Respondent, chance: Chance): Answer {
  const abstains = chance.happens(0.06);
  const leansOn = (id: string) => leaning(respondent, `${item.id}/${id}`);
  switch (item.kind) {
    case "scale":
      return {
        kind: "scale",
        marks: Object.fromEntries(
          item.statements.map(({ id }) => [
            id,
            chance.happens(0.06) ? NO_POSITION : category(leansOn(id), item.categories.length),
          ]),
        ),
      };
    case "choice": {
      const [favourite] = [...item.options].sort((one, other) => leansOn(other.id) - leansOn(one.id));
      return { kind: "choice", option: abstains || favourite === undefined ? NO_POSITION : favourite.id };
    }
    case "approval": {
      const inOrder = [...item.options].sort((one, other) => leansOn(other.id) - leansOn(one.id));
      const least = Math.max(item.minimum ?? 0, inOrder.filter(({ id }) => leansOn(id) > 0).length);
      const options = inOrder.slice(0, Math.min(least, item.maximum ?? inOrder.length)).map(({ id }) => id);
      return { kind: "approval", options: abstains ? NO_POSITION : options };
    }
    case "ranking":
      return { kind: "ranking", places: abstains ? NO_POSITION : rankedOptions(item, leansOn, chance) };
    case "text":
      return openAnswer(chance);
  }
}

/** How often an item that may be left out is answered. */
const answered = (item: Item) => (item.kind === "text" ? 0.45 : 0.96);

/** The answers of one simulated participant: plausible, varied, and accepted by the questionnaire. Never empty. */
export function answersOf(questionnaire: Questionnaire, respondent: Respondent): Answers {
  const { seed, participant, round } = respondent;
  const answers = itemsOf(questionnaire).flatMap((item) => {
    const chance = chanceOf(`${seed}/answer/${item.id}/${participant}/${round}`);
    const leftOut = !item.required && !chance.happens(answered(item));
    return leftOut ? [] : [[item.id, answerTo(item, respondent, chance)] as const];
  });
  const [first] = itemsOf(questionnaire);
  if (answers.length === 0 && first !== undefined)
    answers.push([first.id, answerTo(first, respondent, chanceOf(`${seed}/first/${participant}/${round}`))]);
  const group = questionnaire.breakdown && groupAnswer(questionnaire.breakdown, respondent);
  return { ...Object.fromEntries(answers), ...(group && { [BREAKDOWN]: group }) };
}

/** The same answers with one item thought over again, as a participant sends them in an edit. */
export function secondThoughts(
  questionnaire: Questionnaire,
  answers: Answers,
  respondent: Respondent,
): Answers {
  const again = answersOf(questionnaire, { ...respondent, participant: `${respondent.participant}, again` });
  const chance = chanceOf(`${respondent.seed}/edit/${respondent.participant}/${respondent.round}`);
  const ofItems = Object.entries(again).filter(([id]) => id !== BREAKDOWN);
  const [changed] = chance.shuffled(ofItems);
  return changed === undefined ? answers : { ...answers, [changed[0]]: changed[1] };
}
