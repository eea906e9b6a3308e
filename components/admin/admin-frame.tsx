"use client";
import { ArrowLeft, ShieldX, SlidersHorizontal } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { buttonLook } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Empty } from "@/components/ui/empty";
import { may } from "@/lib/client/rights";
import { useMe } from "@/lib/client/session";
import { useSettings } from "@/lib/client/settings";

/** Administration has its own sidebar. Who may not change settings is told so; the server would refuse anyway. */
export function AdminFrame({ children }: { children: ReactNode }) {
	const me = useMe();
	if (!may(me, "settings-manage")) {
		return (
			<main className="grid min-h-dvh place-items-center">
				<title>Administration</title>
				<Empty
					level="h1"
					icon={ShieldX}
					title="This is for administrators"
					text="You may not change the settings of this server."
				>
					<Link href="/" className={buttonLook()}>
						Go to your rooms
					</Link>
				</Empty>
			</main>
		);
	}
	return (
		<div className="flex h-dvh overflow-hidden max-md:flex-col">
			<AdminNav />
			{children}
		</div>
	);
}

function AdminNav() {
	const { data } = useSettings();
	const path = usePathname();
	return (
		<div className="flex w-(--sidebar-width) shrink-0 flex-col border-e border-border bg-sunken text-ui max-md:w-full max-md:border-e-0 max-md:border-b">
			<div className="flex h-(--bar-height) shrink-0 items-center gap-2 px-4 max-md:ps-1">
				<Link
					href="/"
					aria-label="Back to the rooms"
					className="grid size-8 place-items-center rounded-sm text-muted hover:bg-row-hover max-md:size-11"
				>
					<ArrowLeft size={18} aria-hidden className="rtl:-scale-x-100" />
				</Link>
				<span className="text-base font-semibold">Administration</span>
			</div>
			<nav aria-label="Settings" className="overflow-auto px-2 pb-2 max-md:px-3">
				<ul className="max-md:flex max-md:gap-1">
					{data?.sections.map(({ id, title }) => {
						const href = `/admin/settings/${encodeURIComponent(id)}`;
						const here = path === href;
						return (
							<li key={id} className="max-md:shrink-0">
								<Link
									href={href}
									aria-current={here ? "page" : undefined}
									className={classNames(
										"flex h-(--row-height) items-center gap-2.5 rounded-sm px-2 focus-visible:-outline-offset-2 max-md:px-3",
										here ? "bg-selected font-semibold" : "text-muted hover:bg-row-hover",
									)}
								>
									<SlidersHorizontal
										size={18}
										strokeWidth={1.75}
										aria-hidden
										className={classNames("max-md:hidden", here && "text-accent")}
									/>
									{title}
								</Link>
							</li>
						);
					})}
				</ul>
			</nav>
		</div>
	);
}
