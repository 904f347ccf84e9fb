import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { blindInThreads } from "./simulation/blinding-threads";
import { simulateAnswers, simulateEnrolment } from "./simulation/run";
import { tokensIn } from "./simulation/truth";

// `npm run simulate -- …`: participants who enrol and answer over HTTP as browsers do, and a file that says who did what.
const USAGE = `npm run simulate -- --url http://localhost:3000 --consultation SLUG --seed WORD --truth FILE
  --enrol   --links FILE [--seats N]   enrols the seats of the invitation links in FILE (JSON, CSV or plain text)
  --answer  --round N                  answers round N from the recovery codes in the truth file
Both halves may be asked for at once; the round must be open by then.`;

const { values } = parseArgs({
  options: {
    url: { type: "string" },
    consultation: { type: "string" },
    seed: { type: "string", default: "tour-de-table" },
    truth: { type: "string" },
    links: { type: "string" },
    seats: { type: "string" },
    round: { type: "string" },
    enrol: { type: "boolean", default: false },
    answer: { type: "boolean", default: false },
  },
});
const { url, consultation, seed, truth: truthFile, links, enrol, answer } = values;
const round = Number(values.round);
const incomplete =
  (enrol && links === undefined) || (answer && !Number.isInteger(round)) || !(enrol || answer);
if (url === undefined || consultation === undefined || truthFile === undefined || incomplete) {
  console.error(USAGE);
  process.exit(1);
}

const blinder = blindInThreads(2);
const options = { url, consultation, seed, truthFile, blinder, lanes: 3 };
if (enrol && links !== undefined) {
  const tokens = tokensIn(readFileSync(links, "utf8"));
  const { seats } = await simulateEnrolment(options, tokens.slice(0, Number(values.seats ?? tokens.length)));
  console.log(`${seats.filter(({ code }) => code !== null).length} of ${seats.length} seats have enrolled.`);
}
if (answer) {
  const { seats } = await simulateAnswers(options, round);
  const responses = seats.flatMap(({ rounds }) => rounds[round] ?? []);
  const edited = responses.filter(({ sentAs }) => sentAs.length > 1).length;
  console.log(`${responses.length} responses in round ${round}, ${edited} of them edited.`);
}
await blinder.end();
