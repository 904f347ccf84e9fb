import { connectRegistry } from "@/db/connect";
import { startJobs } from "@/server/jobs/work";
import { mailerFor } from "@/server/mail/mailer";
import { mailWork } from "@/server/mail/work";
import { newToken } from "@/server/panel/links";

// A process that sends mail and does nothing else, started by tests so that they can kill it.
const { DATABASE_URL = "", SMTP_URL = "" } = process.env;
const { db } = connectRegistry(DATABASE_URL);
const mailer = mailerFor({ SMTP_URL, AUTH_EMAIL_FROM: "Tour de Table <no-reply@tour.example>" });
const posting = { db, mailer, publicUrl: "https://tour-de-table.example", newToken };
await startJobs(DATABASE_URL, mailWork(posting), () => new Date());
