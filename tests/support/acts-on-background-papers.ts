import type { ActStage, Recorded } from "./acts-of-preparing";
import { incoming } from "./background-files";

const text = (words: string) => incoming(Buffer.from(words));

/** Each act on background papers, of a round in draft and of one that has opened, in an order in which it can be done. */
export function actsOnBackgroundPapers({ consultationId, roundId, host, as }: ActStage["play"]) {
  const round = { consultationId, roundId };
  const acts = () => as(host).backgroundPapers;
  const added = (title: string) => acts().add({ ...round, title, language: "en", file: text(title) });
  const ids = async () => (await acts().desk(round)).papers.map(({ id }) => id);
  const last = async () => {
    const paper = (await acts().desk(round)).papers.at(-1);
    return { ...round, paperId: paper?.id ?? "", version: paper?.version ?? 0 };
  };
  const draft: Readonly<Record<string, Recorded>> = {
    "backgroundPapers.add": { act: "background paper added", done: () => added("A paper") },
    "backgroundPapers.describe": {
      act: "background paper described",
      done: async () => acts().describe({ ...(await last()), title: "Another title", language: "fr" }),
    },
    "backgroundPapers.replace": {
      act: "background paper replaced",
      done: async () => acts().replace({ ...(await last()), file: text("Other words") }),
    },
    "backgroundPapers.arrange": {
      act: "background papers arranged",
      first: () => added("A second"),
      done: async () => acts().arrange({ ...round, paperIds: (await ids()).toReversed() }),
    },
    "backgroundPapers.remove": {
      act: "background paper removed",
      done: async () => acts().remove(await last()),
    },
  };
  const opened: Readonly<Record<string, Recorded>> = {
    "backgroundPapers.withdraw": {
      act: "background paper withdrawn",
      done: async () => acts().withdraw({ ...(await last()), reason: "Wrong." }),
    },
  };
  return { draft, opened };
}
