import { customType } from "drizzle-orm/pg-core";

/** Bytes; postgres.js gives and takes them as Buffer. */
export const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => "bytea",
});
