// The image's health check: whether this very process says that it and its databases are well.
const address = `http://127.0.0.1:${process.env.PORT ?? 3000}/api/health`;
try {
  const { ok } = await fetch(address, { signal: AbortSignal.timeout(5_000) });
  process.exit(ok ? 0 : 1);
} catch {
  process.exit(1);
}
