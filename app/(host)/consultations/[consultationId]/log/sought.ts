/** What the log is narrowed to, as its address says it. */
export type SoughtActs = {
  readonly person?: string;
  readonly act?: string;
  /** Days, both included: `2026-03-02`. */
  readonly from?: string;
  readonly until?: string;
  readonly page: number;
};

type Parameters = Readonly<Record<string, string | string[] | undefined>>;

/** A day that there is, as a field for days sends it. */
const isDay = (text: string | string[] | undefined): text is string =>
  typeof text === "string" &&
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true;

/** Reads an address; a field that was left at "everything" is sent empty. */
export function soughtIn({ person, act, from, until, page }: Parameters): SoughtActs {
  const number = Number(page);
  return {
    ...(typeof person === "string" && person !== "" && { person }),
    ...(typeof act === "string" && act !== "" && { act }),
    ...(isDay(from) && { from }),
    ...(isDay(until) && { until }),
    page: Number.isSafeInteger(number) && number > 0 ? Math.min(number, 1_000_000) : 1,
  };
}

const parametersOf = ({ person, act, from, until }: SoughtActs) => ({
  ...(person !== undefined && { person }),
  ...(act !== undefined && { act }),
  ...(from !== undefined && { from }),
  ...(until !== undefined && { until }),
});

/** Whether the log is narrowed to anything. */
export const isNarrowed = (sought: SoughtActs): boolean => Object.keys(parametersOf(sought)).length > 0;

/** The address of another page of what is sought. */
export function addressOf(base: string, sought: SoughtActs, page: number): string {
  return `${base}?${new URLSearchParams({ ...parametersOf(sought), page: String(page) })}`;
}

/** The address of what is sought as a file. */
export const fileOf = (base: string, sought: SoughtActs): string =>
  `${base}/csv?${new URLSearchParams(parametersOf(sought))}`;
