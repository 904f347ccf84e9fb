import { REGIONAL_GROUPS, type RegionalGroup } from "@/domain/consultation/delegations-member-states";
import type { Group } from "./breakdown";

/** The regional groups of the United Nations as groups of a breakdown, by the names that they are given. */
export const regionalGroups = (nameOf: (group: RegionalGroup) => string): Group[] =>
  REGIONAL_GROUPS.map((group) => ({
    id: group.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
    name: nameOf(group),
  }));
