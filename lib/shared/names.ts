import * as z from "zod";
import { MAX_ROOM_NAME_LENGTH, MAX_USERNAME_LENGTH } from "./limits.ts";

/** Unicode letters (with their marks) and digits, `-`, `_` and `.`; begins with a letter or a digit. */
export const NAME = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}\-_.]*$/u;

const name = (max: number) =>
	z
		.string()
		.trim()
		.max(max)
		.transform((value) => value.normalize("NFKC"))
		.pipe(
			z.string().min(1).max(max).regex(NAME, "Letters, digits, - _ and . only, beginning with a letter or a digit."),
		);

export const usernameSchema = name(MAX_USERNAME_LENGTH);
export const roomNameSchema = name(MAX_ROOM_NAME_LENGTH);
