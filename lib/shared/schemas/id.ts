import * as z from "zod";

/** Any id in an answer or a reference. What does not exist is answered as such, so the form is not checked. */
export const idSchema = z.string().min(1).max(100);

/**
 * An id that a client made for something new: a UUIDv7, or 8 to 64 letters, digits, `-` and `_`.
 * Never digits alone: `around=` tells ids from sequence numbers by that.
 */
export const newIdSchema = z.string().regex(/^(?!\d+$)[A-Za-z0-9_-]{8,64}$/);
