import { z } from "zod";

/** Seats invited, credentials issued for the round and how many of them replaced lost ones. */
export type Participation = {
  readonly invited: number;
  readonly issued: number;
  readonly replaced: number;
  /** There where some delegation has several of the seats: what is counted are then participants, never delegations. */
  readonly severalSeats?: true;
};

/** A participation with the responses received: of these everything is told. */
type Received = Participation & { readonly received: number };

const whole = z.int().min(0);

export const participationSchema = z.strictObject({
  invited: whole,
  issued: whole,
  replaced: whole,
  received: whole,
  severalSeats: z.literal(true).exactOptional(),
});

/** The counts alone, as sentences take them. */
export const countsOf = ({ invited, issued, replaced, received }: Received) => ({
  invited,
  issued,
  replaced,
  received,
});
