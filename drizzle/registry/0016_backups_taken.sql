CREATE TYPE "public"."backup_side" AS ENUM('registry', 'ballot');--> statement-breakpoint
CREATE TABLE "backups" (
	"side" "backup_side" PRIMARY KEY NOT NULL,
	"taken_at" timestamp with time zone NOT NULL
);
