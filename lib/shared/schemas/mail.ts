import * as z from "zod";

export const mailStates = ["waiting", "sent", "failed"] as const;

/** A mail of the queue; never what stands in it. */
export const mailSchema = z.object({
	id: z.string(),
	to: z.string(),
	template: z.string(),
	subject: z.string(),
	state: z.enum(mailStates),
	queuedAt: z.iso.datetime(),
	/** When it is tried next; only while it waits. */
	dueAt: z.iso.datetime().nullable(),
	sentAt: z.iso.datetime().nullable(),
	tries: z.int(),
	lastProblem: z.object({ at: z.iso.datetime(), code: z.string(), reply: z.string() }).nullable(),
});
export type MailView = z.infer<typeof mailSchema>;

/** How many of each state there are, and how the way to the mail server is. */
export const mailHealthSchema = z.object({
	on: z.boolean(),
	waiting: z.int(),
	failed: z.int(),
	sentToday: z.int(),
	lastSentAt: z.iso.datetime().nullable(),
	lastProblem: z.object({ at: z.iso.datetime(), code: z.string(), reply: z.string() }).nullable(),
});
export type MailHealth = z.infer<typeof mailHealthSchema>;

export const mailTestInputSchema = z.strictObject({ to: z.email().max(254).optional() });

export const mailTestSchema = z.object({
	ok: z.boolean(),
	to: z.string(),
	/** What was said, in order: by us, by the mail server, and notes on the connection. Without passwords. */
	conversation: z.array(z.object({ from: z.enum(["us", "server", "note"]), text: z.string() })),
	/** What went wrong: the mail server's status or a code as `EAUTH`. */
	code: z.string().optional(),
	/** `message`: the mail server's last words, or ours. */
	steps: z.array(z.object({ name: z.literal("send"), ok: z.boolean(), message: z.string(), tookMs: z.int() })),
});
export type MailTest = z.infer<typeof mailTestSchema>;

export const mailPreviewSchema = z.object({ id: z.string(), subject: z.string(), html: z.string(), text: z.string() });
export type MailPreview = z.infer<typeof mailPreviewSchema>;
