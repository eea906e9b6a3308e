"use client";
import type { ReactNode } from "react";
import { adminHome, may } from "@/lib/client/rights";
import { useMe } from "@/lib/client/session";
import { AdminNav } from "./admin-nav";
import { DraftsOfSettings } from "./drafts";
import { Refused } from "./for-admins";

/** Administration has its own sidebar, for whoever holds any permission of it; each part asks for its own. */
export function AdminFrame({ children }: { children: ReactNode }) {
	const me = useMe();
	if (!adminHome(me)) {
		return (
			<div className="flex h-dvh">
				<Refused />
			</div>
		);
	}
	const frame = (
		<div className="flex h-dvh overflow-hidden max-md:flex-col">
			<AdminNav />
			{children}
		</div>
	);
	return may(me, "settings-manage") ? <DraftsOfSettings>{frame}</DraftsOfSettings> : frame;
}
