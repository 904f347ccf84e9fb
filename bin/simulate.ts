import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { blindInThreads } from "./simulation/blinding-threads";
import { newInvitations } from "./simulation/invitations";
import { simulateAnswers, simulateEnrolment } from "./simulation/run";
import { tokensIn } from "./simulation/truth";

// `npm run simulate -- …`: participants who enrol and answer over HTTP as browsers do, and a file that says who did what.
const USAGE = `npm run simulate -- --consultation SLUG --round N --truth FILE [--seats N] [--seed WORD]
  --enrol    enrols only: as many seats as --seats says, or all that have not enrolled
  --answer   answers only, from the recovery codes in the truth file; the round must be open
  --links F  takes the invitations from a file of links (JSON, CSV or plain text)
  --url U    where the instance is served, if not where AUTH_URL says
Without --links, invitations are made in the registry at DATABASE_URL. Without --enrol or --answer, both are done.`;

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
const { consultation, seed, truth: truthFile, links } = values;
const { DATABASE_URL, AUTH_URL } = process.env;
const url = values.url ?? AUTH_URL;
const both = !values.enrol && !values.answer;
const [enrol, answer] = [values.enrol || both, values.answer || both];
const round = Number(values.round);

function incomplete(): string | null {
  if (url === undefined) return "Say where the instance is served: --url http://localhost:3000";
  if (consultation === undefined) return "Name the consultation: --consultation SLUG";
  if (truthFile === undefined) return "Name the file that keeps who did what: --truth FILE";
  if (answer && !Number.isInteger(round)) return "Say which round to answer: --round 1";
  if (enrol && links === undefined && DATABASE_URL === undefined)
    return "Name a file of invitation links (--links FILE), or set DATABASE_URL to make new ones.";
  return null;
}

const missing = incomplete();
if (missing !== null || url === undefined || consultation === undefined || truthFile === undefined) {
  console.error(`${missing}\n\n${USAGE}`);
  process.exit(1);
}

const blinder = blindInThreads(2);
const options = { url, consultation, seed, truthFile, blinder, lanes: 3 };
if (enrol) {
  const tokens =
    links === undefined
      ? await newInvitations(DATABASE_URL ?? "", url, consultation)
      : tokensIn(readFileSync(links, "utf8"));
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
