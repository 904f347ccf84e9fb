import { health } from "@/server/health";

/** Whether what this process serves answers and is migrated: 200, or 503 with what is wrong. */
export async function GET() {
  const report = await health();
  return Response.json(report, { status: report.ok ? 200 : 503 });
}
