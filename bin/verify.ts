import { readFileSync } from "node:fs";
import { createInterface } from "node:readline/promises";
import { parseArgs } from "node:util";
import { Unreadable } from "@/verify/record";
import { verified } from "@/verify/verify";

// `npm run verify -- --release FILE`: checks the record of a round, which everybody can download from its page.
const USAGE = `npm run verify -- --release FILE [--code --answers FILE]
  --release F  the record of a round: /c/SLUG/rounds/NUMBER/record.json of the service
  --code       looks for your own answers; the recovery code is read from the standard input
  --answers F  the file in which you saved your answers
It ends with 0 where nothing is wrong, with 1 after a sentence for each fault, with 2 where it could not check.`;

const { values } = parseArgs({
  options: {
    release: { type: "string" },
    code: { type: "boolean", default: false },
    answers: { type: "string" },
  },
});

/** The recovery code, from whoever types it or from a pipe: never from the command line, where others can read it. */
async function typedCode(): Promise<string> {
  if (process.stdin.isTTY) process.stderr.write("Recovery code: ");
  for await (const line of createInterface({ input: process.stdin })) return line;
  return "";
}

async function run(): Promise<number> {
  const { release, code, answers } = values;
  if (release === undefined || code !== (answers !== undefined)) {
    console.error(`Name the record, and either both or neither of --code and --answers.\n\n${USAGE}`);
    return 2;
  }
  const read = (path: string) => {
    try {
      return readFileSync(path, "utf8");
    } catch {
      throw new Unreadable(`${path} cannot be read.`);
    }
  };
  const own = answers === undefined ? null : { code: await typedCode(), answers: read(answers) };
  const { lines, faults } = verified(read(release), own);
  console.log(lines.join("\n"));
  for (const fault of faults) console.error(`FAULT: ${fault}`);
  console.log(faults.length === 0 ? "Nothing is wrong." : `${faults.length} faults.`);
  return faults.length === 0 ? 0 : 1;
}

process.exitCode = await run().catch((error: unknown) => {
  if (!(error instanceof Unreadable)) throw error;
  console.error(error.message);
  return 2;
});
