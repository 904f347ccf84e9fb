import "server-only";

/** Where a bug happened, without any value: messages and details of database errors carry what was sent. */
export function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  const cause = error.cause instanceof Error ? error.cause : error;
  const state = "code" in cause ? ` ${String(cause.code)}` : "";
  return [`${error.name}${state}`, ...frames.slice(0, 8)].join("\n");
}
