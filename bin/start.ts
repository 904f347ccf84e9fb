import { environmentProblems } from "@/server/env";
import { run } from "./processes";

// `npm start`: the production server. It refuses to start half-configured, and says all that is wrong at once.
const problems = environmentProblems(process.env);
if (problems.length > 0) {
  console.error(["Tour de Table cannot start:", ...problems, "See .env.example."].join("\n"));
  process.exit(1);
}
process.exit(
  await run("next", ["start", ...process.argv.slice(2)], {
    ...process.env,
    NODE_ENV: "production",
    // next-auth reads its address under this name alone.
    NEXTAUTH_URL: process.env.AUTH_URL ?? "",
  }),
);
