"use client";
import type { ReactNode } from "react";
import { Mark } from "@/components/ui/logo";
import { useServer } from "@/lib/client/rooms";
import { LanguageChoice } from "./language-choice";

/** The frame of the pages for those who are not signed in. */
export function OutFrame({ children }: { children: ReactNode }) {
	const { data: server } = useServer();
	return (
		<div className="relative grid min-h-dvh grid-cols-1 grid-rows-[auto_1fr] overflow-hidden bg-sunken">
			<header className="relative z-10 flex items-center justify-between gap-4 py-5 ps-7 pe-5 max-md:pt-3 max-md:pb-0 max-md:ps-5 max-md:pe-2.5">
				<div className="flex min-w-0 items-center gap-2.5 text-base font-semibold">
					<Mark size={26} />
					<span dir="auto" className="cut">
						{server?.name ?? "\u00a0"}
					</span>
				</div>
				<LanguageChoice />
			</header>
			<main className="relative z-10 grid grid-cols-1 place-items-center p-4 pb-24 max-md:items-start max-md:pt-4 max-md:pb-8">
				<div className="w-full max-w-100 rounded-xl has-[ol]:max-w-115 bg-raised px-9 pt-9 pb-8 ring-1 ring-border shadow-sm max-md:px-5 max-md:pt-7 max-md:pb-6">
					{children}
				</div>
			</main>
			<div aria-hidden className="absolute -start-14 -bottom-30 text-accent opacity-5 max-md:hidden rtl:-scale-x-100">
				<Mark size={460} className="text-accent" />
			</div>
		</div>
	);
}
