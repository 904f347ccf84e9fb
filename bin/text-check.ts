import { identifying } from "@/domain/anonymity/identifying";
import { TEXT_LIMIT } from "@/domain/questionnaire/text-limit";
import { labelledSentences, measureOf } from "@/tests/support/labelled-sentences";

// `node bin/run.mjs text-check`: how well the check of free text does on sentences labelled by hand, and how fast it is.
const texts = labelledSentences("unseen").map(({ text }) => text);
const longest = texts.join(" ").slice(0, TEXT_LIMIT);
const times = Array.from({ length: 50 }, () => {
  const before = process.cpuUsage();
  identifying(longest);
  return process.cpuUsage(before).user / 1000;
});
const measured = {
  unseen: measureOf("unseen"),
  seen: measureOf("seen"),
  characters: longest.length,
  cpuMilliseconds: { first: times[0], median: times.toSorted((one, other) => one - other)[25] },
};
console.log(JSON.stringify(measured, null, 2));
