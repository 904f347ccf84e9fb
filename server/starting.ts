import "server-only";

/** Ends a process that is half-configured, having said all that is wrong at once; else lets it go on. */
export function endUnlessComplete(problems: readonly string[]): void {
  if (problems.length === 0) return;
  const words = ["Tour de Table cannot start:", ...problems, "See .env.example."];
  process.stderr.write(`${words.join("\n")}\n`);
  process.exit(1);
}
