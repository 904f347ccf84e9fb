"use client";

import type { Device } from "./_protocol/device";
import type { Means } from "./_protocol/enrol-here";
import {
  boxAt,
  papersAt,
  questionnairesAt,
  receiptRootsAt,
  registryAt,
  windowRootsAt,
  withdrawnAt,
} from "./_protocol/transport";
import { blindInWorker } from "./_protocol/worker-blinder";

const here = () => window.location.origin;

/** Whether this page may use the browser's cryptography, which wants https or localhost. */
export const canEncrypt = () => globalThis.crypto?.subtle !== undefined;

export const registryHere = () => registryAt(here());
export const boxHere = () => boxAt(here());
export const questionnairesHere = () => questionnairesAt(here());
export const withdrawnHere = () => withdrawnAt(here());
export const papersHere = () => papersAt(here());
export const receiptRootsHere = () => receiptRootsAt(here());
export const windowRootsHere = () => windowRootsAt(here());

/** Does what needs blinding, with a worker that ends afterwards. */
export async function withMeans<Value>(
  device: Device,
  work: (means: Means) => Promise<Value>,
): Promise<Value> {
  const blinder = blindInWorker();
  try {
    return await work({ registry: registryHere(), blinder, device });
  } finally {
    blinder.end();
  }
}
