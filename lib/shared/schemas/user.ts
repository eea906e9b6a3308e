import * as z from "zod";
import {
	MAX_BIO_LENGTH,
	MAX_EMAIL_LENGTH,
	MAX_NAME_LENGTH,
	MAX_PASSWORD_LENGTH,
	MAX_PROFILE_TEXT,
	MAX_REASON_LENGTH,
	MAX_STATUS_TEXT_LENGTH,
} from "../limits.ts";
import { usernameSchema } from "../names.ts";
import { permissionIds } from "../permissions.ts";
import { chosenStates, shownStates } from "../states.ts";
import { idSchema } from "./id.ts";

export const shownStateSchema = z.enum(shownStates);

export const emailSchema = z.string().trim().max(MAX_EMAIL_LENGTH).pipe(z.email("This is not a mail address."));

/** Length and common passwords are judged by the policy settings (`lib/auth/password-policy.ts`), not here. */
export const passwordSchema = z.string().min(1).max(MAX_PASSWORD_LENGTH);

/** Control characters have no place in a name; anything else people are called by does. */
export const personNameSchema = z
	.string()
	.trim()
	.min(1)
	.max(MAX_NAME_LENGTH)
	.regex(/^\P{Cc}+$/u, "A name cannot hold control characters.");

/** The person beside a message. */
export const authorSchema = z.object({
	id: idSchema,
	username: z.string(),
	name: z.string(),
	avatar: z.string().nullable(),
});
export type Author = z.infer<typeof authorSchema>;

/** A person as everybody may see him. */
export const userSchema = authorSchema.extend({
	kind: z.enum(["person", "bot", "guest"]),
	active: z.boolean(),
	bio: z.string().optional(),
	status: z.object({
		state: shownStateSchema,
		text: z.string().optional(),
		emoji: z.string().optional(),
		until: z.iso.datetime().optional(),
	}),
	/** What stands in the fields of the setting Accounts_CustomFields, by their names; those that are not public only for those who may see them. */
	fields: z.record(z.string(), z.string()).optional(),
	/** Only for those who may see it. */
	email: z.string().optional(),
	roles: z.array(z.string()).optional(),
});
export type User = z.infer<typeof userSchema>;

/** A person as he sees himself. */
export const meSchema = userSchema.extend({
	email: z.string(),
	roles: z.array(z.string()),
	permissions: z.array(z.enum(permissionIds)),
	/** What he chose; `status.state` is what others see. */
	chosenState: z.enum(chosenStates),
});
export type Me = z.infer<typeof meSchema>;

export const signedInSchema = z.object({ user: meSchema, token: z.string(), expiresAt: z.iso.datetime() });
export type SignedIn = z.infer<typeof signedInSchema>;

export const loginInputSchema = z.strictObject({
	/** Username or mail address. */
	login: z.string().trim().min(1).max(MAX_EMAIL_LENGTH),
	password: z.string().max(MAX_PASSWORD_LENGTH),
	code: z.string().max(32).optional(),
});

export const registrationInputSchema = z.strictObject({
	name: personNameSchema,
	username: usernameSchema,
	email: emailSchema,
	password: passwordSchema,
	reason: z.string().max(MAX_REASON_LENGTH).optional(),
	secret: z.string().max(200).optional(),
});
export type RegistrationInput = z.infer<typeof registrationInputSchema>;

export const setupInputSchema = z.strictObject({
	siteName: z.string().trim().min(1).max(100),
	siteUrl: z
		.url({ protocol: /^https?$/ })
		.max(500)
		.optional(),
	registration: z.enum(["open", "closed"]).optional(),
	code: z.string().max(64).optional(),
	admin: z.strictObject({
		name: personNameSchema,
		username: usernameSchema,
		email: emailSchema,
		password: passwordSchema,
	}),
});
export type SetupInput = z.infer<typeof setupInputSchema>;

/** Fields of the profile that change; an empty text takes what stood there away. */
const fieldsChangeSchema = z.record(z.string().max(32), z.string().trim().max(MAX_PROFILE_TEXT));
export type FieldsChange = z.infer<typeof fieldsChangeSchema>;

export const meChangeSchema = z.strictObject({
	name: personNameSchema.optional(),
	username: usernameSchema.optional(),
	email: emailSchema.optional(),
	bio: z.string().trim().max(MAX_BIO_LENGTH).optional(),
	fields: fieldsChangeSchema.optional(),
	/** The person's present password: needed for another mail address. */
	password: z.string().max(MAX_PASSWORD_LENGTH).optional(),
});
export type MeChange = z.infer<typeof meChangeSchema>;

/** What an administrator changes of somebody else's account. */
export const userChangeSchema = z.strictObject({ fields: fieldsChangeSchema });

export const passwordChangeSchema = z.strictObject({
	current: z.string().max(MAX_PASSWORD_LENGTH),
	next: passwordSchema,
});

export const statusInputSchema = z.strictObject({
	state: z.enum(chosenStates),
	text: z.string().trim().max(MAX_STATUS_TEXT_LENGTH).optional(),
	emoji: z.string().trim().max(32).optional(),
	until: z.iso.datetime().optional(),
});

export const sessionSchema = z.object({
	id: idSchema,
	current: z.boolean(),
	device: z.string(),
	address: z.string(),
	createdAt: z.iso.datetime(),
	lastUsedAt: z.iso.datetime(),
	expiresAt: z.iso.datetime(),
});
export type Session = z.infer<typeof sessionSchema>;
