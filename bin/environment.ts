import { parseArgs } from "node:util";
import { writeFiles } from "./environment/files";

// `npm run environment -- --site consultations.example.org --smtp smtps://… --from "…"`: writes what compose.yaml reads,
// with secrets made anew, into deploy/. It never writes over anything.
const { values } = parseArgs({
  options: {
    site: { type: "string" },
    smtp: { type: "string" },
    from: { type: "string" },
    to: { type: "string", default: "deploy" },
  },
});
const { site, smtp, from, to } = values;
if (site === undefined || smtp === undefined || from === undefined) {
  console.error(
    'npm run environment -- --site consultations.example.org --smtp smtps://user:password@mail.example.org --from "Tour de Table <no-reply@example.org>"',
  );
  process.exit(1);
}
const problems = writeFiles(to, { site, smtp, from });
if (problems.length > 0) {
  console.error(problems.join("\n"));
  process.exit(1);
}
console.log(`Each role's variables, and both superusers' passwords, are written to ${to}.`);
console.log(
  "Keep copies of them apart from every backup: docs/operations.md says which keys a restore needs.",
);
