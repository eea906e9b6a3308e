import * as z from "zod";
import { reasonsAgainst, reasonsFor } from "../notification-reasons.ts";
import { newIdSchema } from "./id.ts";

export const notificationTestInputSchema = z.strictObject({ id: newIdSchema });

/** `whyNot`: what would hold back an alert that matters now; null when nothing would, and the test is on its way. */
export const notificationTestSchema = z.object({ whyNot: z.enum(reasonsAgainst).nullable() });

/**
 * Why somebody was alerted to a message, or not. `alertedAt`: when he was; null: he was not, or longer ago than it is kept. Then `whyNot`
 * is computed as things stand now; null: nothing that is known now held it back.
 */
export const notificationReasonSchema = z.object({
	alertedAt: z.iso.datetime().nullable(),
	why: z.enum(reasonsFor).nullable(),
	whyNot: z.enum(reasonsAgainst).nullable(),
});
export type NotificationReason = z.infer<typeof notificationReasonSchema>;
