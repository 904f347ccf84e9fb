import { paragraphsOf } from "@/domain/paper/paper";
import { withItem } from "@/domain/questionnaire/editing";
import { itemsOf } from "@/domain/questionnaire/questionnaire";
import type { callRegistry } from "@/server/trpc/router";
import { FIRST_PAPER, POINTERS, REASONS, SECOND_PAPER } from "./paper-texts";

type Caller = ReturnType<typeof callRegistry>;
type Round = { readonly consultationId: string; readonly roundId: string };

/** Writes the next version and circulates it with a round in draft, whose items then point at the paragraphs they are about. */
async function circulated(
  caller: Caller,
  { consultationId, roundId }: Round,
  number: number,
  markdown: string,
) {
  await caller.papers.begin({ consultationId, after: number - 1 });
  const saved = await caller.papers.save({ consultationId, number, version: 1, markdown });
  await caller.papers.circulate({ consultationId, roundId, number });
  const { questionnaire, version } = await caller.questionnaires.read({ consultationId, roundId });
  const paragraphs = paragraphsOf(saved);
  const pointing = Object.entries(POINTERS).reduce((changed, [itemId, beginning]) => {
    const item = itemsOf(changed).find(({ id }) => id === itemId);
    const found = paragraphs.find(({ paragraph }) => paragraph.runs[0]?.text.startsWith(beginning));
    if (item === undefined || found === undefined)
      throw new Error(`The demonstration's paper or questionnaire lacks what ${itemId} points at.`);
    return withItem(changed, { ...item, paragraph: found.paragraph.id });
  }, questionnaire);
  await caller.questionnaires.save({ consultationId, roundId, version, questionnaire: pointing });
  return saved;
}

/** The first version, written by the hosts before enrolment. */
export async function circulateFirstPaper(caller: Caller, round: Round): Promise<void> {
  await circulated(caller, round, 1, FIRST_PAPER);
}

/** The second version, drawing on the findings of the first round; each change names those that moved it. */
export async function circulateSecondPaper(caller: Caller, round: Round): Promise<void> {
  const { blocks, version } = await circulated(caller, round, 2, SECOND_PAPER);
  const { consultationId } = round;
  const { evidence } = await caller.papers.read({ consultationId, number: 2 });
  const known = new Set(evidence.map(({ key }) => key));
  let at = version;
  for (const { beginning, findings, sentence } of REASONS) {
    const found = paragraphsOf({ blocks }).find(({ paragraph }) =>
      paragraph.runs[0]?.text.startsWith(beginning),
    );
    const unknown = findings.filter((key) => !known.has(key));
    if (found === undefined || unknown.length > 0)
      throw new Error(`The demonstration explains what is not there: ${beginning} ${unknown.join(" ")}`);
    const explained = { consultationId, number: 2, version: at, blockId: found.paragraph.id };
    at = (await caller.papers.explain({ ...explained, findings: [...findings], sentence })).version;
  }
}
