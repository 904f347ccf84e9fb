/** A row of a form with what tells it from the others while rows come and go; the procedure leaves the key out. */
export type Keyed<Row> = Row & { readonly key: number };

export const nextKey = (rows: readonly { readonly key: number }[]): number =>
  1 + Math.max(0, ...rows.map(({ key }) => key));
