import { boolean, integer } from "../define.ts";

export const limits = {
	id: "limits",
	title: "Limits",
	settings: {
		Block_Multiple_Failed_Logins_Enabled: boolean({
			title: "Lock out after failed sign-ins",
			help: "Only failures are counted; signing in sets the account's count back.",
			default: true,
		}),
		Block_Multiple_Failed_Logins_By_User: boolean({
			title: "Count failures of an account",
			help: "Protects one person's password from being guessed from many places.",
			default: true,
		}),
		Block_Multiple_Failed_Logins_Attempts_Until_Block_by_User: integer({
			title: "Failures of an account until it is locked",
			help: "Counted alike for names that exist and names that do not.",
			default: 10,
			min: 1,
			max: 1_000,
		}),
		Block_Multiple_Failed_Logins_Time_To_Unblock_By_User_In_Minutes: integer({
			title: "Minutes that an account stays locked",
			help: "Failures are forgotten after the same time.",
			default: 5,
			min: 1,
			max: 10_080,
		}),
		Block_Multiple_Failed_Logins_By_Ip: boolean({
			title: "Count failures of an address",
			help: "Protects all accounts from one place. Behind a proxy, set TRUST_PROXY, or everybody shares its address.",
			default: true,
		}),
		Block_Multiple_Failed_Logins_Attempts_Until_Block_By_Ip: integer({
			title: "Failures of an address until it is locked",
			help: "A whole office may share one address.",
			default: 50,
			min: 1,
			max: 100_000,
		}),
		Block_Multiple_Failed_Logins_Time_To_Unblock_By_Ip_In_Minutes: integer({
			title: "Minutes that an address stays locked",
			help: "Failures are forgotten after the same time.",
			default: 5,
			min: 1,
			max: 10_080,
		}),
		Rate_Limiter_Limit_RegisterUser: integer({
			title: "Registrations an hour from one address",
			help: "What is over it is refused until the hour is over.",
			default: 30,
			min: 1,
			max: 100_000,
		}),
		API_Enable_Rate_Limiter: boolean({
			title: "Limit how often the API is called",
			help: "Keeps one person or program from slowing the server down for everybody.",
			default: true,
		}),
		Rate_Limit_Messages_Per_10_Seconds: integer({
			title: "Messages in 10 seconds",
			help: "Sent, edited or deleted by one person.",
			default: 60,
			min: 1,
			max: 1_000_000,
		}),
		Rate_Limit_Reads_Per_Minute: integer({
			title: "Reads in a minute",
			help: "Calls by one person that change nothing.",
			default: 600,
			min: 1,
			max: 1_000_000,
		}),
		Rate_Limit_Changes_Per_Minute: integer({
			title: "Changes in a minute",
			help: "Calls by one person that change something, other than messages.",
			default: 300,
			min: 1,
			max: 1_000_000,
		}),
		Rate_Limit_Uploads_Per_Minute: integer({
			title: "Files in a minute",
			help: "Uploaded by one person.",
			default: 30,
			min: 1,
			max: 1_000_000,
		}),
	},
};
