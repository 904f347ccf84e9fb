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

type About = Readonly<Record<string, string | number>>;

/** What the server has to say to whoever runs it. Nothing that is passed may name a person or hold what was sent. */
type ServerLog = {
  /** Something failed that nobody expected: an event by its name, where it was, and words or numbers about it. */
  readonly failed: (event: string, error: unknown, about?: About) => void;
  /** What somebody should look into: an event by its name, and words or numbers about it. */
  readonly warn: (event: string, about?: About) => void;
};

const logWith = (logger: typeof timed): ServerLog => ({
  failed: (event, error, about) => logger.error({ event, ...about, ...traceOf(error) }),
  warn: (event, about) => logger.warn({ event, ...about }),
});

/** The log of everything but the ballot box. */
export const log = logWith(timed);

/** The ballot box's. It says when of nothing: an error would tell when somebody answered. */
export const boxLog = logWith(untimed);
