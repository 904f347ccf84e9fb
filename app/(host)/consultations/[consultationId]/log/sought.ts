/** What the log is narrowed to, as its address says it. */
export type SoughtActs = {
  readonly person?: string;
  readonly act?: string;
  readonly page: number;
};

type Parameters = Readonly<Record<string, string | string[] | undefined>>;

/** Reads an address; a field that was left at "everything" is sent empty. */
export function soughtIn({ person, act, page }: Parameters): SoughtActs {
  const number = Number(page);
  return {
    ...(typeof person === "string" && person !== "" && { person }),
    ...(typeof act === "string" && act !== "" && { act }),
    page: Number.isSafeInteger(number) && number > 0 ? Math.min(number, 1_000_000) : 1,
  };
}

/** The address of another page of what is sought. */
export function addressOf(base: string, { person, act }: SoughtActs, page: number): string {
  const parameters = new URLSearchParams({
    ...(person !== undefined && { person }),
    ...(act !== undefined && { act }),
    page: String(page),
  });
  return `${base}?${parameters}`;
}
