import * as z from "zod";

/** What people can tell of themselves besides their names and a bio, as an administrator has set it up. */
export const profileFieldSchema = z.object({
	/** Under which the API knows it. */
	name: z.string(),
	/** What people read. */
	label: z.string(),
	type: z.enum(["text", "select"]),
	/** What can be chosen, where one chooses. */
	options: z.array(z.string()),
	required: z.boolean(),
	minLength: z.int(),
	maxLength: z.int(),
	/** Everybody sees it; else only its owner and those who see people's mail addresses. */
	public: z.boolean(),
	/** Its owner changes it; else only administrators do. */
	editable: z.boolean(),
});
export type ProfileField = z.infer<typeof profileFieldSchema>;
