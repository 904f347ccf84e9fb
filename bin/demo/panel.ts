import { MEMBER_STATES, REGIONAL_GROUPS } from "@/domain/consultation/delegations-member-states";

/** Seats in the demonstration's panel, in the order of the regional groups: each group has about half its members. */
const SEATS = [27, 27, 12, 16, 14] as const;

/** The 96 delegations of the demonstration, every second of each group's list. */
export function demoDelegations(): string[] {
  return REGIONAL_GROUPS.flatMap((group, index) =>
    MEMBER_STATES[group].filter((_, place) => place % 2 === 0).slice(0, SEATS[index]),
  );
}
