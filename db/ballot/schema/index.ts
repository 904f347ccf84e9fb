export * from "./leaf";
export * from "./response";
export * from "./round";
export * from "./theme";
