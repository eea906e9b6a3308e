"use client";
import type { KeyboardEvent, ReactNode, RefObject } from "react";
import { PageTitle } from "@/components/frame/page-title";
import { QuietLine } from "./quiet-line";
import { ToRooms } from "./to-rooms";

type Props = {
	title: string;
	/** Where the focus begins. */
	page: RefObject<HTMLElement | null>;
	/** Beside the title. */
	action?: ReactNode;
	onKeyDown?: (event: KeyboardEvent<HTMLElement>) => void;
	children: ReactNode;
};

/** The frame of what one may want to see of all rooms together. */
export function ViewPage({ title, page, action, onKeyDown, children }: Props) {
	return (
		<main ref={page} tabIndex={-1} onKeyDown={onKeyDown} className="flex min-w-0 flex-1 flex-col outline-none">
			<PageTitle title={title} />
			<header className="flex h-(--bar-height) shrink-0 items-center gap-2 border-b border-border ps-6 pe-4 max-md:ps-1">
				<ToRooms />
				<h1 className="cut flex-1 text-lg tracking-tight max-md:text-base">{title}</h1>
				{action}
			</header>
			<QuietLine />
			<div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-6 py-4 max-md:px-3.5">
				<div className="mx-auto max-w-180">{children}</div>
			</div>
		</main>
	);
}
