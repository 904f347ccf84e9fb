CREATE TABLE "room_sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"consultation_id" uuid NOT NULL,
	"code" text NOT NULL,
	"round_id" uuid NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "room_sessions_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "room_steps" (
	"session_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"step" jsonb NOT NULL,
	"round_id" uuid NOT NULL,
	"person_id" uuid,
	"taken_at" timestamp with time zone NOT NULL,
	"effect_at" timestamp with time zone NOT NULL,
	"undone" boolean DEFAULT false NOT NULL,
	"refused" text,
	CONSTRAINT "room_steps_session_id_number_pk" PRIMARY KEY("session_id","number")
);
--> statement-breakpoint
ALTER TABLE "room_sessions" ADD CONSTRAINT "room_sessions_consultation_id_consultations_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_sessions" ADD CONSTRAINT "room_sessions_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "room_steps" ADD CONSTRAINT "room_steps_session_id_room_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."room_sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_steps" ADD CONSTRAINT "room_steps_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "room_steps" ADD CONSTRAINT "room_steps_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;