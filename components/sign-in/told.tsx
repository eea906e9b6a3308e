"use client";
import Link from "next/link";
import type { ReactNode } from "react";
import { buttonLook } from "@/components/ui/button";
import { useArrival } from "@/components/ui/use-arrival";

type Props = { title: string; text: string; href: string; verb: string; children?: ReactNode };

/** The end of a way: what is so, and where to go on. Read out, for it takes the place of a form. */
export function Told({ title, text, href, verb, children }: Props) {
	const place = useArrival<HTMLDivElement>();
	return (
		<div ref={place} tabIndex={-1} className="outline-none">
			<title>{title}</title>
			<h1 className="text-2xl tracking-tight">{title}</h1>
			<p className="mt-1.5 mb-6 text-muted wrap-anywhere">{text}</p>
			<div className="grid gap-2">
				<Link href={href} className={buttonLook("main", "wide")}>
					{verb}
				</Link>
				{children}
			</div>
		</div>
	);
}
