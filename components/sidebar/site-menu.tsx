"use client";
import { ChevronDown } from "lucide-react";
import { Mark } from "@/components/ui/logo";
import { LateMenu, lateActions } from "@/components/ui/menu";
import { useServerInfo } from "@/lib/client/session";

export const siteActions = lateActions(() => import("./site-actions").then((module) => module.SiteActions));

/** The site's name, and what there is to find and to make in it. */
export function SiteMenu() {
	const { name } = useServerInfo();
	return (
		<div className="flex min-w-0 flex-1">
			<LateMenu
				actions={siteActions}
				of={{}}
				label={name}
				side="start"
				trigger={(props) => (
					<button
						type="button"
						{...props}
						title={name}
						className="flex h-9 min-w-0 items-center gap-2 rounded-sm ps-2 pe-1.5 hover:bg-row-hover pointer-coarse:h-11 max-md:gap-2.5"
					>
						<Mark />
						<span dir="auto" className="cut text-base font-semibold max-md:text-xl max-md:tracking-tight">
							{name}
						</span>
						<ChevronDown size={14} aria-hidden className="shrink-0 text-faint" />
					</button>
				)}
			/>
		</div>
	);
}
