/** How often one person, or one address that is not signed in, may call. In memory: each process counts for itself. */
import { RateLimiterMemory } from "rate-limiter-flexible";
import { config } from "../config.ts";
import type { SettingId } from "../settings/definitions/all.ts";
import { setting } from "../settings/settings.ts";
import { ParleyError } from "../shared/errors.ts";
import { singleton } from "../singleton.ts";

export type CallKind = "message" | "read" | "change" | "upload" | "file" | "preview" | "anonymous" | "refused";

type Rule = { points: number; seconds: number };

/** A whole office may share one address. */
const ANONYMOUS_PER_MINUTE = 3_000;
/** A room full of images is looked through, and a video asked for in pieces. */
const FILES_PER_MINUTE = 3_000;
/** Messages of one person whose links we ask others for. */
const PREVIEWS_PER_MINUTE = 20;

function ruleOf(kind: CallKind): Rule {
	const points = (id: Extract<SettingId, `Rate_Limit_${string}`>) => setting(id);
	switch (kind) {
		case "message":
			return { points: points("Rate_Limit_Messages_Per_10_Seconds"), seconds: 10 };
		case "read":
			return { points: points("Rate_Limit_Reads_Per_Minute"), seconds: 60 };
		case "change":
			return { points: points("Rate_Limit_Changes_Per_Minute"), seconds: 60 };
		case "upload":
			return { points: points("Rate_Limit_Uploads_Per_Minute"), seconds: 60 };
		case "file":
			return { points: FILES_PER_MINUTE, seconds: 60 };
		case "preview":
			return { points: PREVIEWS_PER_MINUTE, seconds: 60 };
		case "anonymous":
		case "refused":
			return { points: ANONYMOUS_PER_MINUTE, seconds: 60 };
	}
}

/** @throws ParleyError `rate-limited` with the seconds to wait */
export async function countCall(who: string, kind: CallKind): Promise<void> {
	try {
		await limiter(kind)?.consume(who);
	} catch (reason) {
		throw limited(reason);
	}
}

/** Counts nothing. @throws ParleyError `rate-limited` when the next call would be */
export async function needCallsLeft(who: string, kind: CallKind): Promise<void> {
	const state = await limiter(kind)?.get(who);
	if (state && state.consumedPoints >= ruleOf(kind).points) throw limited(state);
}

/** Undefined while nothing is limited. */
function limiter(kind: CallKind): RateLimiterMemory | undefined {
	if (!config().rateLimits || !setting("API_Enable_Rate_Limiter")) return undefined;
	const { points, seconds } = ruleOf(kind);
	return singleton(`calls:${kind}:${points}`, () => new RateLimiterMemory({ points, duration: seconds }));
}

/**
 * What a limiter throws, as our error. By its shape, not by class: the limiter may come from the other of the two instances that Next
 * and server.ts hold.
 */
export function limited(reason: unknown): unknown {
	const isRefusal = typeof reason === "object" && reason !== null && "msBeforeNext" in reason;
	if (!isRefusal) return reason;
	const retryAfterSeconds = Math.max(1, Math.ceil(Number(reason.msBeforeNext) / 1_000));
	return new ParleyError("rate-limited", { retryAfterSeconds });
}
