"use client";

import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** Where this page came from, as others reach it too; null until the browser has said. */
export const useOrigin = (): string | null =>
  useSyncExternalStore(
    never,
    () => window.location.origin,
    () => null,
  );
