/** Where the keyboard goes on once what it pressed is gone with its paper. */
export const toTheList = (): void => document.getElementById("papers")?.focus();
