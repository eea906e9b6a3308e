import { sweepFiles } from "../files/sweep-files.ts";
import { sendMails } from "../mails/send-mails.ts";
import { recountMembers } from "../memberships/recount-members.ts";
import { voidAllExpired } from "../messages/reservations.ts";
import { previewLeftLinks, sweepPreviews } from "../previews/sweep-previews.ts";
import { finishDeletions } from "../rooms/delete-room.ts";
import { indexMessages } from "../search/index-messages.ts";
import { refreshStaleThreads } from "../threads/refresh-thread.ts";
import { endStatuses } from "../users/change-me.ts";
import { endDoNotDisturb } from "../users/preferences.ts";

export type Job = {
	name: string;
	every: string;
	/** @returns how many things it did; more than none is logged */
	run(): Promise<number>;
};

/** An envelope each: the work is in the domain. */
export const jobs: Job[] = [
	{ name: "messages:void-expired-reservations", every: "1 minute", run: voidAllExpired },
	{ name: "threads:refresh-stale", every: "1 minute", run: refreshStaleThreads },
	{ name: "users:end-statuses", every: "1 minute", run: endStatuses },
	{ name: "users:end-do-not-disturb", every: "1 minute", run: endDoNotDisturb },
	{ name: "rooms:finish-deletions", every: "10 minutes", run: finishDeletions },
	{ name: "files:sweep", every: "10 minutes", run: sweepFiles },
	{ name: "previews:left-links", every: "1 minute", run: previewLeftLinks },
	{ name: "previews:sweep", every: "1 day", run: sweepPreviews },
	{ name: "search:index-messages", every: "1 minute", run: indexMessages },
	{ name: "mails:send", every: "1 minute", run: sendMails },
	{ name: "memberships:recount", every: "1 day", run: recountMembers },
];
