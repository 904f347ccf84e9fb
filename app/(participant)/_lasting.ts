"use client";

import { useEffect, useState } from "react";
import { lastingStoreWorks } from "./_protocol/stores";

/** Whether this browser can keep anything beyond the tab; taken to be so until it is known. */
export function useLasting(): boolean {
  const [lasting, setLasting] = useState(true);
  useEffect(() => {
    lastingStoreWorks().then(setLasting, () => setLasting(false));
  }, []);
  return lasting;
}
