import { threadFollows } from "@/models/thread-follow";
import { publish } from "../realtime/publish.ts";
import { viewFollows } from "./view-follows.ts";

/** Tells everybody who follows a thread how it now stands for him. They are few: those who talk in it. */
export async function tellFollowers(threadId: string): Promise<void> {
	const follows = await threadFollows().find({ threadId, following: true }).toArray();
	for (const [index, thread] of (await viewFollows(follows)).entries()) {
		const userId = follows[index]?.userId;
		if (userId) publish({ user: userId }, "thread:changed", { thread });
	}
}

/** The same for one person, who may have chosen not to follow. */
export async function tellFollower(threadId: string, userId: string): Promise<void> {
	const follows = await threadFollows().find({ threadId, userId }).toArray();
	for (const thread of await viewFollows(follows)) publish({ user: userId }, "thread:changed", { thread });
}
