"use client";
import { LogOut, MonitorX, Settings, UserRound } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Face } from "@/components/people/face";
import { Confirm } from "@/components/ui/confirm";
import { Menu, type MenuItem } from "@/components/ui/menu";
import { sentenceOf } from "@/lib/client/errors";
import { signOutHere } from "@/lib/client/live";
import { outbox } from "@/lib/client/outbox";
import { may } from "@/lib/client/rights";
import { useMe } from "@/lib/client/session";

export function OwnMenu() {
	const me = useMe();
	const router = useRouter();
	const [asking, setAsking] = useState<"here" | "everywhere">();
	const signOut = () => {
		if (outbox().store.get().length > 0) setAsking("here");
		else signOutHere({ everywhere: false }).catch(() => setAsking("here"));
	};
	const items: MenuItem[] = [
		{ label: "Account", icon: UserRound, onSelect: () => router.push("/account") },
		...(may(me, "settings-manage")
			? [{ label: "Administration", icon: Settings, onSelect: () => router.push("/admin/settings/general") }]
			: []),
		{ label: "Sign out", icon: LogOut, apart: true, onSelect: signOut },
		{ label: "Sign out everywhere", icon: MonitorX, onSelect: () => setAsking("everywhere") },
	];
	return (
		<>
			<Menu
				label="You"
				items={items}
				head={
					<div className="border-b border-border-strong px-2.5 pt-1 pb-2 mb-1.5">
						<div dir="auto" className="cut font-semibold">
							{me.name}
						</div>
						<div className="cut text-sm text-faint">@{me.username}</div>
					</div>
				}
				trigger={(props) => (
					<button
						type="button"
						{...props}
						aria-label={`You, ${me.name}`}
						title={me.name}
						className="grid place-items-center rounded-sm p-0.5 pointer-coarse:size-11"
					>
						<Face person={me} size={28} presence />
					</button>
				)}
			/>
			{asking && <SignOut everywhere={asking === "everywhere"} onClose={() => setAsking(undefined)} />}
		</>
	);
}

function SignOut({ everywhere, onClose }: { everywhere: boolean; onClose: () => void }) {
	return (
		<Confirm
			title={everywhere ? "Sign out everywhere?" : "Sign out?"}
			verb={everywhere ? "Sign out everywhere" : "Sign out"}
			onConfirm={() => signOutHere({ everywhere })}
			onClose={onClose}
			sentenceOf={sentenceOf}
		>
			{everywhere
				? "All devices on which you are signed in are signed out, this one too."
				: "Messages that still wait to be sent from here are lost."}
		</Confirm>
	);
}
