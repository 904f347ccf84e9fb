import "server-only";
import pino, { type LoggerOptions } from "pino";

/** One line of JSON for each event, to standard error. No process number and no name of a machine. */
const FORM: LoggerOptions = {
  base: null,
  formatters: { level: (label) => ({ level: label }) },
};
const toStandardError = { write: (line: string) => void process.stderr.write(line) };

const timed = pino({ ...FORM, timestamp: pino.stdTimeFunctions.isoTime }, toStandardError);
const untimed = pino({ ...FORM, timestamp: false }, toStandardError);

/** Where a bug happened, without any value: messages and details of database errors carry what was sent. */
function traceOf(error: unknown): { readonly error: string; readonly trace: readonly string[] } {
  if (!(error instanceof Error)) return { error: typeof error, trace: [] };
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  const cause = error.cause instanceof Error ? error.cause : error;
  const state = "code" in cause ? ` ${String(cause.code)}` : "";
  return { error: `${error.name}${state}`, trace: frames.slice(0, 8).map((frame) => frame.trim()) };
}

/** What the server has to say to whoever runs it. Nothing that is passed may name a person or hold what was sent. */
type ServerLog = {
  /** An error that nobody expected; whoever met it was told the reference. */
  readonly bug: (reference: string, error: unknown) => void;
  /** Work of its own that did not get done: an event by its name, and where. */
  readonly fault: (event: string, error: unknown) => void;
  /** What somebody should look into: an event by its name, and words or numbers about it. */
  readonly warn: (event: string, about?: Readonly<Record<string, string | number>>) => void;
};

const logWith = (logger: typeof timed): ServerLog => ({
  bug: (reference, error) => logger.error({ event: "bug", reference, ...traceOf(error) }),
  fault: (event, error) => logger.error({ event, ...traceOf(error) }),
  warn: (event, about) => logger.warn({ event, ...about }),
});

/** The log of everything but the ballot box. */
export const log = logWith(timed);

/** The ballot box's. It says when of nothing: an error would tell when somebody answered. */
export const boxLog = logWith(untimed);
