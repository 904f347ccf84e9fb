ALTER TYPE "public"."ballot_stage" ADD VALUE 'withdrawn';--> statement-breakpoint
ALTER TYPE "public"."ballot_stage" ADD VALUE 'discarded';--> statement-breakpoint
ALTER TABLE "round" ADD COLUMN "copies_until" timestamp with time zone;