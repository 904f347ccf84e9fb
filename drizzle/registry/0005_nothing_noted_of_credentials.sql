-- As in the ballot database: no samples of what is deleted at a close are kept in PostgreSQL's own catalogue.
ALTER TABLE "issuance" ALTER COLUMN "blinded" SET STATISTICS 0, ALTER COLUMN "signature" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "wallets" ALTER COLUMN "locator" SET STATISTICS 0, ALTER COLUMN "ciphertext" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "round_keys" ALTER COLUMN "wrapped_private_key" SET STATISTICS 0;
