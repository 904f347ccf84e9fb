CREATE TABLE "seat_addresses" (
	"seat_id" uuid NOT NULL,
	"address" text NOT NULL,
	CONSTRAINT "seat_addresses_seat_id_address_pk" PRIMARY KEY("seat_id","address")
);
--> statement-breakpoint
ALTER TABLE "seat_addresses" ADD CONSTRAINT "seat_addresses_seat_id_seats_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."seats"("id") ON DELETE cascade ON UPDATE no action;