"use client";

import encodeQR from "qr";
import { useMemo } from "react";
import { pathOfModules } from "@/domain/sheets/modules";

/** Modules of white around a code, as its standard asks for. */
const QUIET = 4;

type QrCodeProps = { readonly address: string; readonly label: string };

/** An address as a QR code. */
export function QrCode({ address, label }: QrCodeProps) {
  const rows = useMemo(() => encodeQR(address, "raw", { ecc: "medium", border: QUIET }), [address]);
  const size = rows.length;
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges">
      <path d={pathOfModules(rows)} />
    </svg>
  );
}
