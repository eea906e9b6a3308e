/** Failed sign-ins and other attempts that are limited over restarts and processes: counted in MongoDB. */
import { RateLimiterMongo } from "rate-limiter-flexible";
import { config } from "../config.ts";
import { db, mongoClient } from "../db/client.ts";
import { setting } from "../settings/settings.ts";
import { singleton } from "../singleton.ts";
import { limitedAs } from "./client.ts";
import { limited } from "./rate-limits.ts";

type Rule = { name: string; points: number; seconds: number };

/** A limiter for each rule as the settings say it now; a changed setting makes a new one under the same counts. */
function limiter({ name, points, seconds }: Rule): RateLimiterMongo {
	return singleton(
		`limiter:${name}:${points}:${seconds}`,
		() =>
			new RateLimiterMongo({
				storeClient: mongoClient(),
				dbName: db().databaseName,
				tableName: "attempts",
				keyPrefix: name,
				points,
				duration: seconds,
			}),
	);
}

/** @throws ParleyError `rate-limited` with the seconds to wait */
async function take(rule: Rule, key: string, points = 1): Promise<void> {
	try {
		await limiter(rule).consume(key, points);
	} catch (reason) {
		throw limited(reason);
	}
}

function accountRule(): Rule | undefined {
	if (!setting("Block_Multiple_Failed_Logins_Enabled") || !setting("Block_Multiple_Failed_Logins_By_User"))
		return undefined;
	return {
		name: "login-account",
		points: setting("Block_Multiple_Failed_Logins_Attempts_Until_Block_by_User"),
		seconds: setting("Block_Multiple_Failed_Logins_Time_To_Unblock_By_User_In_Minutes") * 60,
	};
}

function addressRule(): Rule | undefined {
	if (!setting("Block_Multiple_Failed_Logins_Enabled") || !setting("Block_Multiple_Failed_Logins_By_Ip"))
		return undefined;
	return {
		name: "login-address",
		points: setting("Block_Multiple_Failed_Logins_Attempts_Until_Block_By_Ip"),
		seconds: setting("Block_Multiple_Failed_Logins_Time_To_Unblock_By_Ip_In_Minutes") * 60,
	};
}

export type SignInAttempt = {
	failed(): Promise<void>;
	/** @param names all that the account can be called by: their counts begin anew */
	succeeded(names: string[]): Promise<void>;
};

/**
 * Opens one attempt to sign in. The account's count is taken before the password is looked at, so that a hundred guesses
 * sent at once are not all let through; success gives it back. The address pays for failures only, and is asked again once
 * the password was looked at: of guesses for a hundred accounts sent at once those beyond the limit learn nothing.
 * @param typed the folded name or mail address that was typed. Not the account's id: a count that a name and an address share
 *   would tell strangers that they belong together
 * @throws ParleyError `rate-limited`, as both outcomes do
 */
export async function openSignInAttempt(typed: string, from: string): Promise<SignInAttempt> {
	const nothing = async () => {};
	if (!config().rateLimits) return { failed: nothing, succeeded: nothing };
	const address = limitedAs(from);
	const byAccount = accountRule();
	const byAddress = addressRule();
	const needFreeAddress = async () => {
		if (!byAddress) return;
		const state = await limiter(byAddress).get(address);
		if (state && state.consumedPoints >= byAddress.points) throw limited(state);
	};
	await needFreeAddress();
	if (byAccount) await take(byAccount, typed);
	return {
		async failed() {
			if (!byAddress) return;
			const state = await limiter(byAddress).penalty(address, 1);
			if (state.consumedPoints > byAddress.points) throw limited(state);
		},
		async succeeded(names) {
			await needFreeAddress();
			if (byAccount) await Promise.all(names.map((name) => limiter(byAccount).delete(name)));
		},
	};
}

/** @throws ParleyError `rate-limited` */
export async function countRegistration(address: string): Promise<void> {
	if (!config().rateLimits) return;
	await take(
		{ name: "registration", points: setting("Rate_Limiter_Limit_RegisterUser"), seconds: 3_600 },
		limitedAs(address),
	);
}

/** Links asked for by mail: nobody's mailbox is filled by strangers. @throws ParleyError `rate-limited` */
export async function countPasswordReset(emailKey: string, address: string): Promise<void> {
	if (!config().rateLimits) return;
	await take({ name: "reset-address", points: 20, seconds: 3_600 }, limitedAs(address));
	await take({ name: "reset-mail", points: 5, seconds: 3_600 }, emailKey);
}

/** Guesses of the one-time code of the set-up. @throws ParleyError `rate-limited` */
export async function countSetupAttempt(address: string): Promise<void> {
	if (!config().rateLimits) return;
	await take({ name: "setup", points: 20, seconds: 600 }, limitedAs(address));
}

/** Passwords asked for again by somebody who is signed in. @throws ParleyError `rate-limited` */
export async function countPasswordCheck(userId: string): Promise<void> {
	if (!config().rateLimits) return;
	await take({ name: "password-check", points: 10, seconds: 300 }, userId);
}
