import type { Account } from "../auth/accounts.ts";
import { publish } from "../realtime/publish.ts";
import type { ReasonAgainst } from "../shared/notification-reasons.ts";
import { decideNotification } from "./decide-notification.ts";
import { factsOf } from "./facts-of.ts";

/** As if somebody wrote to him directly. */
const MESSAGE = { authorId: "", kind: "text", seq: 1 } as const;
const STANDING = { membership: { lastReadSeq: 0 }, follow: undefined };

/**
 * Sends an alert about nothing to all pages of a person, the way that real ones take.
 * @param id by which the page that asked knows it
 * @returns why a real one would be held back; then this one is, too
 */
export function testNotification(person: Account, id: string): ReasonAgainst | undefined {
	const { desktop, sound, whyNot } = decideNotification(factsOf(MESSAGE, { kind: "direct" }, person, STANDING));
	if (desktop) publish({ user: person._id }, "notification:test", { id, sound });
	return whyNot;
}
