import { runChecks } from "./checks";

// `npm run check`: style, types, and what nothing uses.
const failed = (await runChecks()).filter(({ code }) => code !== 0);
process.exit(failed.length === 0 ? 0 : 1);
